/** Shopify: the export of customers, with the columns of today and those of earlier years. */
import type { Profile } from './profile';

export const shopifyCustomers: Profile = {
  name: 'shopify-customers',
  needs: [
    ['Accepts Email Marketing', 'Accepts Marketing', 'Accepts SMS Marketing'],
    ['Total Spent', 'Total Orders', 'Tax Exempt', 'Default Address Company', 'Default Address City', 'Province Code'],
  ],
  map: {
    external_id: ['Customer ID'],
    given_name: ['First Name'],
    family_name: ['Last Name'],
    email: ['Email'],
    phone: ['Phone', 'Default Address Phone'],
    company: ['Default Address Company', 'Company'],
    street: ['Default Address Address1', 'Default Address Address2', 'Address1', 'Address2'],
    city: ['Default Address City', 'City'],
    region: ['Default Address Province Code', 'Province Code', 'Default Address Province', 'Province'],
    country: ['Default Address Country Code', 'Country Code', 'Default Address Country', 'Country'],
    postal_code: ['Default Address Zip', 'Zip'],
    marketing: ['Accepts Email Marketing', 'Accepts Marketing'],
    tags: ['Tags'],
    notes: ['Note'],
  },
  drop: [
    'Accepts SMS Marketing',
    'Accepts WhatsApp Marketing',
    'Total Spent',
    'Total Orders',
    'Tax Exempt',
    'Default Address First Name',
    'Default Address Last Name',
    'Default Address Name',
  ],
};
