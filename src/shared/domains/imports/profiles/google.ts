/** Google Contacts: "Google CSV" before and since its headers changed. Several numbers in a cell are separated by `:::`. */
import type { Profile } from './profile';

const numbered = (count: number, name: (number: number) => string): string[] => Array.from({ length: count }, (_, index) => name(index + 1));

export const googleContacts: Profile = {
  name: 'google-contacts',
  needs: [
    ['Given Name', 'First Name', 'Name'],
    ['Yomi Name', 'Given Name Yomi', 'Phonetic First Name', 'E-mail 1 - Value', 'Phone 1 - Value', 'Group Membership'],
    ['E-mail 1 - Value', 'E-mail 1 - Label', 'E-mail 1 - Type', 'Phone 1 - Value', 'Group Membership', 'Labels'],
  ],
  map: {
    full_name: ['Name'],
    given_name: ['Given Name', 'First Name'],
    family_name: ['Family Name', 'Last Name'],
    company: ['Organization Name', 'Organization 1 - Name'],
    job_title: ['Organization Title', 'Organization 1 - Title'],
    email: numbered(5, (number) => `E-mail ${number} - Value`),
    phone: numbered(5, (number) => `Phone ${number} - Value`),
    street: numbered(3, (number) => `Address ${number} - Street`),
    city: numbered(3, (number) => `Address ${number} - City`),
    region: numbered(3, (number) => `Address ${number} - Region`),
    postal_code: numbered(3, (number) => `Address ${number} - Postal Code`),
    country: numbered(3, (number) => `Address ${number} - Country`),
    birth_date: ['Birthday'],
    language: ['Language'],
    website: ['Website 1 - Value'],
    tags: ['Labels', 'Group Membership'],
    notes: ['Notes'],
  },
  drop: [
    'Additional Name', 'Middle Name', 'Yomi Name', 'Given Name Yomi', 'Additional Name Yomi', 'Family Name Yomi', 'Phonetic First Name', 'Phonetic Middle Name',
    'Phonetic Last Name', 'Name Prefix', 'Name Suffix', 'Initials', 'Nickname', 'Short Name', 'Maiden Name', 'File As', 'Gender', 'Location', 'Billing Information',
    'Directory Server', 'Mileage', 'Occupation', 'Hobby', 'Sensitivity', 'Priority', 'Subject', 'Photo', 'Organization Department', 'Organization 1 - Type',
    'Organization 1 - Yomi Name', 'Organization 1 - Department', 'Organization 1 - Symbol', 'Organization 1 - Location', 'Organization 1 - Job Description',
    ...numbered(5, (number) => `E-mail ${number} - Label`), ...numbered(5, (number) => `E-mail ${number} - Type`),
    ...numbered(5, (number) => `Phone ${number} - Label`), ...numbered(5, (number) => `Phone ${number} - Type`),
    ...numbered(3, (number) => `Address ${number} - Label`), ...numbered(3, (number) => `Address ${number} - Type`),
    ...numbered(3, (number) => `Address ${number} - Formatted`), ...numbered(3, (number) => `Address ${number} - PO Box`),
    ...numbered(3, (number) => `Address ${number} - Extended Address`), ...numbered(2, (number) => `Website ${number} - Label`),
    ...numbered(2, (number) => `Website ${number} - Type`), ...numbered(3, (number) => `Event ${number} - Label`), ...numbered(3, (number) => `Event ${number} - Value`),
    ...numbered(3, (number) => `Relation ${number} - Label`), ...numbered(3, (number) => `Relation ${number} - Value`),
    ...numbered(3, (number) => `IM ${number} - Type`), ...numbered(3, (number) => `IM ${number} - Service`), ...numbered(3, (number) => `IM ${number} - Value`),
  ],
};
