/** Square: the export of the customer directory. */
import type { Profile } from './profile';

export const squareCustomers: Profile = {
  name: 'square-customers',
  needs: [
    ['Square Customer ID', 'Reference ID', 'Creation Source'],
    ['Email Address', 'Phone Number'],
    ['Transaction Count', 'Lifetime Spend', 'First Visit', 'Last Visit', 'Memo', 'Square Customer ID'],
  ],
  map: {
    external_id: ['Square Customer ID', 'Reference ID'],
    given_name: ['First Name'],
    family_name: ['Last Name', 'Surname'],
    email: ['Email Address'],
    phone: ['Phone Number'],
    company: ['Company Name'],
    street: ['Street Address 1', 'Street Address 2', 'Address Line 1', 'Address Line 2'],
    city: ['City', 'Locality'],
    region: ['State', 'Administrative District Level 1'],
    postal_code: ['Postal Code'],
    country: ['Country'],
    birth_date: ['Birthday'],
    notes: ['Memo'],
    source: ['Creation Source'],
    marketing: ['Email Subscription Status'],
    customer_since: ['First Visit'],
    last_activity: ['Last Visit'],
    tags: ['Groups'],
  },
  drop: ['Nickname', 'Transaction Count', 'Lifetime Spend', 'Instant Profile', 'Blocked from online booking'],
};
