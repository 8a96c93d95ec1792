/** HubSpot: the export of contacts. */
import type { Profile } from './profile';

export const hubspotContacts: Profile = {
  name: 'hubspot-contacts',
  needs: [
    ['Record ID', 'Contact ID', 'Record ID - Contact', 'Marketing contact status', 'Lifecycle Stage', 'Original Source', 'Unsubscribed from all email'],
    ['Email', 'Email Address', 'First Name'],
    [
      'Contact owner', 'Create Date', 'Lifecycle Stage', 'Marketing contact status', 'Associated Company', 'Primary Associated Company ID', 'Associated Company IDs',
      'Original Source', 'Unsubscribed from all email',
    ],
  ],
  never: ['Contact Owner.id', 'Modified Time', 'Mailing Street', 'Accepts Email Marketing', 'Record Id.id'],
  map: {
    external_id: ['Record ID', 'Record ID - Contact', 'Contact ID'],
    given_name: ['First Name'],
    family_name: ['Last Name'],
    full_name: ['Full Name'],
    company: ['Company Name', 'Company', 'Associated Company', 'Primary Company', 'Primary Associated Company', 'Associated Company (Primary)'],
    job_title: ['Job Title'],
    email: ['Email', 'Email Address', 'Work email', 'Additional email addresses'],
    phone: ['Phone Number', 'Phone'],
    mobile: ['Mobile Phone Number', 'Mobile Phone'],
    street: ['Street Address', 'Street Address 2'],
    city: ['City'],
    region: ['State/Region', 'State'],
    postal_code: ['Postal Code', 'Zip'],
    country: ['Country/Region', 'Country', 'Country/Region Code'],
    language: ['Preferred language', 'Language'],
    birth_date: ['Date of birth'],
    source: ['Original Source', 'Original Traffic Source', 'Latest Source'],
    marketing: ['Unsubscribed from all email', 'Opted out of all email'],
    customer_since: ['Create Date', 'Became a Customer Date'],
    last_activity: ['Last Activity Date', 'Last Contacted'],
    website: ['Website URL'],
    notes: ['Message', 'Notes'],
  },
  drop: [
    'Contact owner', 'HubSpot Owner Email', 'Lifecycle Stage', 'Lead Status', 'Marketing contact status', 'Associated Company IDs',
    'Primary Associated Company ID', 'Last Modified Date', 'Object create date/time', 'HubSpot Score', 'Number of Form Submissions', 'Original Source Drill-Down 1',
    'Original Source Drill-Down 2', 'Recent Conversion', 'Recent Conversion Date', 'First Conversion', 'First Conversion Date', 'Number of Page Views',
    'Number of Sessions', 'Time First Seen', 'Time Last Seen', 'Email Domain', 'Associated Deals', 'Associated Deal IDs', 'Industry', 'Annual Revenue',
    'Number of Employees', 'Fax Number', 'Persona', 'Buying Role', 'IP Country', 'IP City', 'IP State/Region', 'Time Zone', 'Salutation',
    'Legal basis for processing contact\'s data', 'Contact priority', 'Number of Sales Activities', 'Next Activity Date', 'Email Confirmed',
  ],
};
