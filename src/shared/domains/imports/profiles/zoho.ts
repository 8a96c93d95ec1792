/** Zoho CRM: exports of contacts and leads. Every look-up has a second column with `.id` behind its name. */
import type { Profile } from './profile';

const ownDrop = [
  'Contact Owner.id', 'Contact Owner', 'Lead Owner.id', 'Lead Owner', 'Account Name.id', 'Vendor Name.id', 'Vendor Name', 'Created By.id', 'Created By',
  'Modified By.id', 'Modified By', 'Modified Time', 'Reporting To.id', 'Reporting To', 'Reports To', 'Locked', 'Last Enriched Time', 'Enrich Status', 'Change Log Time',
  'Unsubscribed Mode', 'Unsubscribed Time', 'Data Source', 'Record Image', 'Salutation', 'Department', 'Fax', 'Assistant', 'Asst Phone', 'Skype ID', 'Twitter',
  'Layout', 'Layout.id', 'User Modified Time', 'System Activity Time', 'First Page Visited', 'First Visit', 'Most Recent Visit', 'Average Time Spent (Minutes)',
  'Number Of Chats', 'Days Visited', 'Referrer', 'Visitor Score', 'Currency', 'Exchange Rate', 'Rating', 'No. of Employees', 'Annual Revenue', 'Industry',
];

export const zohoContacts: Profile = {
  name: 'zoho-contacts',
  needs: [
    ['Record Id', 'Contact Id', 'Contact Owner.id', 'Contact Owner', 'CONTACTID'],
    ['Mailing Zip', 'Mailing Street', 'Contact Owner.id', 'Skype ID', 'Email Opt Out', 'Vendor Name', 'Secondary Email'],
    ['Modified Time', 'Created Time', 'Contact Owner.id', 'Mailing Zip', 'Skype ID', 'Vendor Name'],
  ],
  never: ['Lead Owner.id', 'Lead Owner', 'Lead Status', 'ReportsToId', 'Mailing State/Province'],
  map: {
    external_id: ['Record Id', 'Contact Id', 'CONTACTID'],
    given_name: ['First Name'],
    family_name: ['Last Name'],
    full_name: ['Full Name', 'Contact Name'],
    company: ['Account Name', 'Company Name'],
    job_title: ['Title'],
    email: ['Email', 'Secondary Email'],
    phone: ['Phone', 'Home Phone', 'Other Phone'],
    mobile: ['Mobile'],
    street: ['Mailing Street', 'Other Street', 'Street'],
    city: ['Mailing City', 'Other City', 'City'],
    region: ['Mailing State', 'Other State', 'State'],
    postal_code: ['Mailing Zip', 'Other Zip', 'Zip Code'],
    country: ['Mailing Country', 'Other Country', 'Country'],
    birth_date: ['Date of Birth'],
    source: ['Lead Source'],
    marketing: ['Email Opt Out'],
    customer_since: ['Created Time'],
    last_activity: ['Last Activity Time'],
    tags: ['Tag'],
    notes: ['Description'],
  },
  drop: ownDrop,
};

export const zohoLeads: Profile = {
  name: 'zoho-leads',
  needs: [
    ['Record Id', 'Lead Id', 'Lead Owner.id', 'Lead Owner', 'LEADID'],
    ['Lead Status', 'Lead Source', 'Is Converted', 'Lead Owner.id'],
    ['Modified Time', 'Created Time', 'Lead Owner.id', 'Skype ID', 'Zip Code', 'No. of Employees', 'Is Converted'],
  ],
  never: ['Contact Owner.id', 'Mailing Street', 'ConvertedDate', 'IsUnreadByOwner', 'Zip/Postal Code', 'Company / Account'],
  map: {
    external_id: ['Record Id', 'Lead Id', 'LEADID'],
    given_name: ['First Name'],
    family_name: ['Last Name'],
    full_name: ['Full Name', 'Lead Name'],
    company: ['Company'],
    job_title: ['Title', 'Designation'],
    email: ['Email', 'Secondary Email'],
    phone: ['Phone'],
    mobile: ['Mobile'],
    street: ['Street', 'Address - Street Address', 'Address Line 1'],
    city: ['City', 'Address - City'],
    region: ['State', 'Address - State / Province'],
    postal_code: ['Zip Code', 'Address - Zip / Postal Code'],
    country: ['Country', 'Address - Country / Region'],
    website: ['Website'],
    source: ['Lead Source'],
    marketing: ['Email Opt Out'],
    customer_since: ['Created Time'],
    last_activity: ['Last Activity Time'],
    tags: ['Tag'],
    notes: ['Description'],
  },
  drop: [
    ...ownDrop, 'Lead Status', 'Is Converted', 'Converted Date Time', 'Converted Account.id', 'Converted Account', 'Converted Contact.id', 'Converted Contact',
    'Converted Deal.id', 'Converted Deal', 'Lead Conversion Time', 'GCLID', 'ZCAMPAIGNID', 'Keyword', 'Ad Campaign Name', 'Cost per Click', 'Conversion Export Status',
  ],
};
