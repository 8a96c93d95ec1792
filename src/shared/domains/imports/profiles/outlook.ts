/** Outlook: its export of contacts, in English and German, with a business, a home and another address. */
import type { Profile } from './profile';

export const outlookContacts: Profile = {
  name: 'outlook-contacts',
  needs: [
    ['E-mail Address', 'E-Mail-Adresse'],
    ['Business Street', 'Home Street', 'Business Phone', 'Straße geschäftlich', 'Straße privat', 'Telefon geschäftlich', 'E-mail 2 Address'],
    ['First Name', 'Vorname', 'Last Name', 'Nachname'],
  ],
  map: {
    given_name: ['First Name', 'Vorname'],
    family_name: ['Last Name', 'Nachname'],
    company: ['Company', 'Firma'],
    job_title: ['Job Title', 'Position'],
    email: ['E-mail Address', 'E-mail 2 Address', 'E-mail 3 Address', 'E-Mail-Adresse', 'E-Mail 2: Adresse', 'E-Mail 3: Adresse'],
    phone: [
      'Business Phone', 'Primary Phone', 'Company Main Phone', 'Home Phone', 'Business Phone 2', 'Home Phone 2', 'Other Phone', 'Telefon geschäftlich', 'Haupttelefon',
      'Telefon Firma', 'Telefon (privat)', 'Telefon privat', 'Telefon geschäftlich 2', 'Telefon privat 2', 'Weiteres Telefon',
    ],
    mobile: ['Mobile Phone', 'Mobiltelefon'],
    street: [
      'Business Street', 'Business Street 2', 'Business Street 3', 'Home Street', 'Home Street 2', 'Home Street 3', 'Other Street', 'Other Street 2', 'Other Street 3',
      'Straße geschäftlich', 'Straße geschäftlich 2', 'Straße geschäftlich 3', 'Straße privat', 'Straße privat 2', 'Straße privat 3', 'Weitere Straße',
    ],
    city: ['Business City', 'Home City', 'Other City', 'Ort geschäftlich', 'Ort privat', 'Weiterer Ort'],
    region: ['Business State', 'Home State', 'Other State', 'Region geschäftlich', 'Bundesland/Kanton privat', 'Weiteres/r Bundesland/Kanton'],
    postal_code: ['Business Postal Code', 'Home Postal Code', 'Other Postal Code', 'Postleitzahl geschäftlich', 'Postleitzahl privat', 'Weitere Postleitzahl'],
    country: [
      'Business Country/Region', 'Business Country', 'Home Country/Region', 'Home Country', 'Other Country/Region', 'Other Country', 'Land/Region geschäftlich',
      'Land/Region privat', 'Weiteres/e Land/Region',
    ],
    birth_date: ['Birthday', 'Geburtstag'],
    language: ['Language', 'Sprache'],
    website: ['Web Page', 'Webseite'],
    tags: ['Categories', 'Kategorien', 'Keywords', 'Stichwörter'],
    notes: ['Notes', 'Notizen'],
  },
  drop: [
    'Title', 'Middle Name', 'Suffix', 'Department', 'Anrede', 'Weitere Vornamen', 'Abteilung', "Assistant's Phone", 'Business Fax', 'Callback', 'Car Phone', 'Home Fax',
    'ISDN', 'Other Fax', 'Pager', 'Radio Phone', 'TTY/TDD Phone', 'Telex', 'Account', 'Anniversary', "Assistant's Name", 'Billing Information', 'Business Address',
    'Business Address PO Box', 'Children', 'Directory Server', 'E-mail Type', 'E-mail Display Name', 'E-mail 2 Type', 'E-mail 2 Display Name', 'E-mail 3 Type',
    'E-mail 3 Display Name', 'Gender', 'Hobby', 'Home Address', 'Home Address PO Box', 'Initials', 'Internet Free Busy', 'Location', "Manager's Name", 'Mileage',
    'Office Location', 'Organizational ID Number', 'Other Address', 'Other Address PO Box', 'Priority', 'Private', 'Profession', 'Referred By', 'Sensitivity', 'Spouse',
    'User 1', 'User 2', 'User 3', 'User 4', 'Telefon Assistent', 'Fax geschäftlich', 'Rückmeldung', 'Autotelefon', 'Fax privat', 'Mobiltelefon 2', 'Weiteres Fax',
    'Textunterstützung', 'Abrechnungsinformation', 'Benutzer 1', 'Benutzer 2', 'Benutzer 3', 'Benutzer 4', 'Beruf', 'Büro', 'E-Mail-Typ', 'E-Mail: Angezeigter Name',
    'E-Mail 2: Typ', 'E-Mail 2: Angezeigter Name', 'E-Mail 3: Typ', 'E-Mail 3: Angezeigter Name', 'Empfohlen von', 'Geschlecht', 'Initialen', 'Internet-Frei/Gebucht',
    'Jahrestag', 'Kinder', 'Konto', 'Name Assistent', 'Name des/der Vorgesetzten', 'Organisationsnr.', 'Partner/in', 'Postfach geschäftlich', 'Postfach privat',
    'Priorität', 'Privat', 'Verzeichnisserver', 'Vertraulichkeit', 'Weiteres Postfach', 'Reisekilometer', 'Telex', 'Telefon für Hörbehinderte',
  ],
};
