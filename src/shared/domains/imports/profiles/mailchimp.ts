/** Mailchimp: the export of an audience. Who is subscribed is said by the file's name, not by a column. */
import type { MarketingStatus } from '#shared/domains/customers/model';
import type { Profile } from './profile';

export const mailchimpAudience: Profile = {
  name: 'mailchimp-audience',
  needs: [
    ['MEMBER_RATING', 'OPTIN_TIME', 'LEID', 'EUID', 'CONFIRM_TIME', 'UNSUB_TIME', 'CLEAN_TIME'],
    ['Email Address', 'Email', 'EMAIL'],
  ],
  map: {
    external_id: ['EUID'],
    email: ['Email Address', 'Email', 'EMAIL'],
    given_name: ['First Name', 'FNAME'],
    family_name: ['Last Name', 'LNAME'],
    full_name: ['Name', 'Full Name'],
    phone: ['Phone Number', 'Phone'],
    company: ['Company', 'Company Name'],
    street: ['Address', 'Full Address', 'Street Address'],
    city: ['City'],
    postal_code: ['Zip Code', 'ZIP', 'Postal Code'],
    country: ['CC', 'Country'],
    region: ['REGION', 'State'],
    birth_date: ['Birthday'],
    marketing: ['Status', 'STATUS'],
    // The confirmation is what makes the permission; the sign-up alone may never have been confirmed.
    marketing_on: ['UNSUB_TIME', 'CLEAN_TIME', 'CONFIRM_TIME', 'OPTIN_TIME'],
    last_activity: ['LAST_CHANGED'],
    tags: ['TAGS', 'Tags'],
    notes: ['NOTES', 'Notes'],
    language: ['LANGUAGE', 'Language'],
  },
  drop: [
    'MEMBER_RATING',
    'OPTIN_IP',
    'CONFIRM_IP',
    'LATITUDE',
    'LONGITUDE',
    'GMTOFF',
    'DSTOFF',
    'TIMEZONE',
    'LEID',
    'UNSUB_CAMPAIGN_TITLE',
    'UNSUB_CAMPAIGN_ID',
    'UNSUB_REASON',
    'UNSUB_REASON_OTHER',
    'CLEAN_CAMPAIGN_TITLE',
    'CLEAN_CAMPAIGN_ID',
    'BOUNCE',
    'UNSUB',
  ],
};

/** `subscribed_members_export_1a2b.csv`, `unsubscribed_…`, `cleaned_…`; anything else says nothing. */
export function marketingByFileName(fileName: string): MarketingStatus | null {
  const [, word] =
    /^(?:.*[/\\])?(subscribed|unsubscribed|cleaned|nonsubscribed|transactional)[_ -]/i.exec(fileName) ?? [];
  switch (word?.toLowerCase()) {
    case 'subscribed':
      return 'subscribed';
    case 'unsubscribed':
    case 'cleaned':
      return 'unsubscribed';
    case 'nonsubscribed':
    case 'transactional':
      return 'not-asked';
    default:
      return null;
  }
}
