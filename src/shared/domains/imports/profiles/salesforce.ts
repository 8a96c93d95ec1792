/** Salesforce: the weekly data export and Data Loader (API names) and reports (labels) of contacts, leads and accounts. */
import type { Profile } from './profile';

const ownDrop = [
  'IsDeleted', 'MasterRecordId', 'RecordTypeId', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp', 'LastViewedDate',
  'LastReferencedDate', 'OwnerId', 'Owner', 'PhotoUrl', 'Jigsaw', 'JigsawContactId', 'JigsawCompanyId', 'CurrencyIsoCode', 'CleanStatus',
  'EmailBouncedReason', 'EmailBouncedDate', 'IsEmailBounced', 'IndividualId', 'Fax', 'LastCURequestDate', 'LastCUUpdateDate', 'Rating',
  'Created By', 'Last Modified By', 'Last Modified Date', 'Created Alias', 'Last Modified Alias', 'MailingLatitude', 'MailingLongitude',
  'MailingGeocodeAccuracy', 'MailingAddress', 'OtherLatitude', 'OtherLongitude', 'OtherGeocodeAccuracy', 'OtherAddress', 'Latitude', 'Longitude',
  'GeocodeAccuracy', 'Address', 'BillingLatitude', 'BillingLongitude', 'BillingGeocodeAccuracy', 'BillingAddress', 'ShippingLatitude',
  'ShippingLongitude', 'ShippingGeocodeAccuracy', 'ShippingAddress', 'HasOptedOutOfFax', 'Fax Opt Out', 'DoNotCall', 'Do Not Call',
  'Salutation', 'MiddleName', 'Suffix', 'Department', 'ReportsToId', 'Reports To', 'AssistantName', 'AssistantPhone', 'Assistant', 'Asst. Phone',
  'Account Owner', 'Contact Owner', 'Lead Owner', 'Contact Record Type', 'AnnualRevenue', 'Annual Revenue', 'NumberOfEmployees', 'Employees',
];

export const salesforceContacts: Profile = {
  name: 'salesforce-contacts',
  needs: [
    ['LastName', 'Last Name'],
    ['MailingStreet', 'Mailing Street', 'MailingCity', 'Mailing City', 'Mailing Address Line 1', 'ReportsToId', 'Contact ID'],
    ['AccountId', 'Account ID', 'Account Name', 'ReportsToId', 'MasterRecordId', 'Contact ID'],
  ],
  never: ['Record Id', 'Contact Owner.id', 'Mailing Zip', 'Modified Time', 'Vendor Name', 'Skype ID'],
  map: {
    external_id: ['Id', 'Contact ID', 'Case Safe ID'],
    full_name: ['Name', 'Full Name'],
    given_name: ['FirstName', 'First Name'],
    family_name: ['LastName', 'Last Name'],
    company: ['Account Name', 'Account.Name'],
    job_title: ['Title'],
    email: ['Email'],
    phone: ['Phone', 'Business Phone', 'HomePhone', 'Home Phone', 'OtherPhone', 'Other Phone'],
    mobile: ['MobilePhone', 'Mobile', 'Mobile Phone'],
    street: [
      'MailingStreet', 'Mailing Street', 'Mailing Address Line 1', 'Mailing Address Line 2', 'Mailing Address Line 3', 'OtherStreet',
      'Other Street', 'Other Address Line 1',
    ],
    city: ['MailingCity', 'Mailing City', 'OtherCity', 'Other City'],
    region: ['MailingState', 'Mailing State/Province', 'Mailing State/Province (text only)', 'Mailing State', 'OtherState', 'Other State/Province'],
    postal_code: ['MailingPostalCode', 'Mailing Zip/Postal Code', 'Mailing Postal Code', 'OtherPostalCode', 'Other Zip/Postal Code'],
    country: ['MailingCountry', 'Mailing Country', 'Mailing Country (text only)', 'OtherCountry', 'Other Country'],
    source: ['LeadSource', 'Lead Source'],
    birth_date: ['Birthdate'],
    marketing: ['HasOptedOutOfEmail', 'Email Opt Out'],
    customer_since: ['CreatedDate', 'Created Date'],
    last_activity: ['LastActivityDate', 'Last Activity'],
    notes: ['Description'],
  },
  drop: [...ownDrop, 'AccountId', 'Account ID', 'Account Record Type', 'Billing Street', 'Billing City'],
};

export const salesforceLeads: Profile = {
  name: 'salesforce-leads',
  needs: [
    ['LastName', 'Last Name'],
    ['Company', 'Company / Account'],
    ['IsConverted', 'Converted', 'ConvertedDate', 'Lead ID', 'Lead Owner', 'Lead Status', 'IsUnreadByOwner'],
    ['Street', 'City', 'State', 'State/Province', 'LeadSource', 'Lead Source', 'PostalCode', 'Rating'],
  ],
  never: ['Record Id', 'Lead Owner.id', 'Modified Time', 'Skype ID', 'Zip Code', 'MailingStreet', 'Record ID', 'Lifecycle Stage'],
  map: {
    external_id: ['Id', 'Lead ID'],
    full_name: ['Name', 'Full Name'],
    given_name: ['FirstName', 'First Name'],
    family_name: ['LastName', 'Last Name'],
    company: ['Company', 'Company / Account'],
    job_title: ['Title'],
    email: ['Email'],
    phone: ['Phone'],
    mobile: ['MobilePhone', 'Mobile'],
    street: ['Street', 'Address Line 1', 'Address Line 2', 'Address Line 3'],
    city: ['City'],
    region: ['State', 'State/Province', 'State/Province (text only)'],
    postal_code: ['PostalCode', 'Zip/Postal Code'],
    country: ['Country', 'Country (text only)'],
    website: ['Website'],
    source: ['LeadSource', 'Lead Source'],
    marketing: ['HasOptedOutOfEmail', 'Email Opt Out'],
    customer_since: ['CreatedDate', 'Created Date', 'Create Date'],
    last_activity: ['LastActivityDate', 'Last Activity'],
    notes: ['Description'],
  },
  drop: [
    ...ownDrop, 'Status', 'Lead Status', 'Industry', 'IsConverted', 'Converted', 'ConvertedDate', 'Converted Date', 'ConvertedAccountId',
    'ConvertedContactId', 'ConvertedOpportunityId', 'IsUnreadByOwner', 'Unread',
  ],
};

export const salesforceAccounts: Profile = {
  name: 'salesforce-accounts',
  needs: [
    ['Name', 'Account Name'],
    ['BillingStreet', 'Billing Street', 'BillingCity', 'Billing City', 'Billing Address Line 1', 'Billing State/Province'],
    ['AccountSource', 'Account Source', 'ParentId', 'Parent Account', 'Account ID', 'Account Owner', 'Type', 'Ownership', 'TickerSymbol'],
  ],
  never: ['LastName', 'Last Name', 'Email Address', 'billing_email', 'Record Id', 'MailingStreet'],
  map: {
    external_id: ['Id', 'Account ID', 'AccountNumber', 'Account Number'],
    company: ['Name', 'Account Name'],
    phone: ['Phone', 'Account Phone'],
    email: ['Email'],
    street: ['BillingStreet', 'Billing Street', 'Billing Address Line 1', 'Billing Address Line 2', 'ShippingStreet', 'Shipping Street'],
    city: ['BillingCity', 'Billing City', 'ShippingCity', 'Shipping City'],
    region: ['BillingState', 'Billing State/Province', 'Billing State', 'ShippingState', 'Shipping State/Province'],
    postal_code: ['BillingPostalCode', 'Billing Zip/Postal Code', 'ShippingPostalCode', 'Shipping Zip/Postal Code'],
    country: ['BillingCountry', 'Billing Country', 'ShippingCountry', 'Shipping Country'],
    website: ['Website'],
    source: ['AccountSource', 'Account Source'],
    customer_since: ['CreatedDate', 'Created Date'],
    last_activity: ['LastActivityDate', 'Last Activity'],
    notes: ['Description', 'Account Description'],
  },
  drop: [
    ...ownDrop, 'Type', 'ParentId', 'Parent Account', 'Industry', 'Ownership', 'TickerSymbol', 'Ticker Symbol', 'Site', 'Account Site', 'SicDesc', 'Sic',
    'SIC Code', 'NaicsCode', 'NaicsDesc', 'Tradestyle', 'YearStarted', 'DunsNumber', 'DandbCompanyId', 'OperatingHoursId', 'Account Record Type',
  ],
};
