/** WooCommerce: the download of its customers report, and the user and billing columns of its usual export plugins. */
import type { Profile } from './profile';

export const woocommerceCustomers: Profile = {
  name: 'woocommerce-customers',
  needs: [
    ['AOV', 'billing_first_name', 'billing_email', 'Billing First Name', 'Billing Email', 'user_login'],
    ['Total Spend', 'Username', 'billing_email', 'billing_postcode', 'user_email', 'Billing Email', 'Billing Postcode', 'customer_id', 'user_registered'],
  ],
  never: ['order_id', 'order_number', 'Order ID', 'Order Number'],
  map: {
    external_id: ['customer_id', 'Customer ID', 'ID', 'user_id'],
    full_name: ['Name', 'display_name'],
    given_name: ['billing_first_name', 'Billing First Name', 'first_name', 'First Name'],
    family_name: ['billing_last_name', 'Billing Last Name', 'last_name', 'Last Name'],
    company: ['billing_company', 'Billing Company'],
    email: ['Email', 'billing_email', 'Billing Email', 'user_email', 'email'],
    phone: ['billing_phone', 'Billing Phone'],
    street: [
      'billing_address_1', 'billing_address_2', 'Billing Address 1', 'Billing Address 2', 'shipping_address_1', 'shipping_address_2', 'Shipping Address 1', 'Shipping Address 2',
    ],
    city: ['City', 'billing_city', 'Billing City', 'shipping_city', 'Shipping City'],
    region: ['Region', 'billing_state', 'Billing State', 'shipping_state', 'Shipping State'],
    postal_code: ['Postal Code', 'billing_postcode', 'Billing Postcode', 'shipping_postcode', 'Shipping Postcode'],
    country: ['Country / Region', 'billing_country', 'Billing Country', 'shipping_country', 'Shipping Country'],
    customer_since: ['Sign Up', 'Date Registered', 'user_registered', 'date_registered'],
    last_activity: ['Last Active', 'date_last_active'],
    website: ['user_url'],
  },
  drop: [
    'Username', 'user_login', 'username', 'Orders', 'orders_count', 'Total Spend', 'total_spend', 'AOV', 'avg_order_value', 'shipping_first_name', 'shipping_last_name',
    'shipping_company', 'Shipping First Name', 'Shipping Last Name', 'Shipping Company', 'shipping_phone', 'role', 'roles', 'user_nicename', 'nickname', 'user_status',
  ],
};
