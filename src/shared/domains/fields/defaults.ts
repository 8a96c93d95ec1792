/** The declarations a new vault starts with. Every one can be changed by the business; none can be left empty. */
import type { FieldKind, LawfulBasis, Sensitivity } from './model';

type PurposeDefault = { id: string; name: string; lawfulBasis: LawfulBasis };
export const defaultPurposes = [
  { id: 'serve-customers', name: 'Serve customers: orders, appointments, delivery', lawfulBasis: 'contract' },
  {
    id: 'answer-enquiries',
    name: 'Answer enquiries and keep in touch about them',
    lawfulBasis: 'legitimate-interests',
  },
  { id: 'send-news', name: 'Send news and offers to people who want them', lawfulBasis: 'consent' },
  { id: 'keep-books', name: 'Keep books and invoices as the law requires', lawfulBasis: 'legal-obligation' },
  { id: 'honour-choices', name: 'Remember and honour choices about marketing', lawfulBasis: 'legal-obligation' },
] as const satisfies readonly PurposeDefault[];

export const defaultRetentionClasses = [
  {
    id: 'customer-relationship',
    name: 'Customer relationship',
    rule: 'Until three years after the last contact or order',
  },
  {
    id: 'marketing-choice',
    name: 'Marketing choice',
    rule: 'While the choice must be honoured, reviewed every two years',
  },
  {
    id: 'bookkeeping',
    name: 'Bookkeeping',
    rule: 'For the period the tax and commercial law of the business requires',
  },
  { id: 'short-lived', name: 'Short-lived notes', rule: 'One year after it was last of use' },
] as const;

type FieldDefault = {
  name: string;
  label: string;
  kind: FieldKind;
  purpose: (typeof defaultPurposes)[number]['id'];
  sensitivity: Sensitivity;
  retentionClass: (typeof defaultRetentionClasses)[number]['id'];
};

const about = (
  name: string,
  label: string,
  kind: FieldKind,
  purpose: FieldDefault['purpose'],
  sensitivity: Sensitivity,
  retentionClass: FieldDefault['retentionClass'],
) => ({ name, label, kind, purpose, sensitivity, retentionClass }) satisfies FieldDefault;

/** The standard fields in the order of the form. `name` is the column of the customers table. */
export const standardFields = [
  about('full_name', 'Name', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('given_name', 'First name', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('family_name', 'Last name', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('company', 'Company', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('job_title', 'Job title', 'text', 'answer-enquiries', 'ordinary', 'customer-relationship'),
  about('email', 'E-mail', 'email', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('phone', 'Phone', 'phone', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('mobile', 'Mobile phone', 'phone', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('street', 'Street and number', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('city', 'City', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('postal_code', 'Postal code', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('region', 'State or region', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('country', 'Country', 'country', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('birth_date', 'Date of birth', 'day', 'serve-customers', 'confidential', 'customer-relationship'),
  about('language', 'Language', 'language', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('source', 'Where the contact came from', 'text', 'answer-enquiries', 'ordinary', 'customer-relationship'),
  about('marketing', 'Marketing status', 'marketing', 'honour-choices', 'ordinary', 'marketing-choice'),
  about('marketing_on', 'Marketing status since', 'day', 'honour-choices', 'ordinary', 'marketing-choice'),
  about('customer_since', 'Customer since', 'day', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('last_activity', 'Last activity', 'day', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('external_id', 'Number in the other system', 'text', 'serve-customers', 'ordinary', 'customer-relationship'),
  about('website', 'Website', 'text', 'answer-enquiries', 'ordinary', 'customer-relationship'),
  about('tags', 'Tags', 'tags', 'answer-enquiries', 'ordinary', 'short-lived'),
  about('notes', 'Notes', 'long-text', 'answer-enquiries', 'confidential', 'short-lived'),
] as const;

export type StandardFieldName = (typeof standardFields)[number]['name'];

/** The same names in German; a vault is filled in the language of whoever makes it, and every name can be changed. */
export const germanNames: Readonly<Record<string, string>> = {
  'serve-customers': 'Kunden bedienen: Aufträge, Termine, Lieferung',
  'answer-enquiries': 'Anfragen beantworten und dazu in Verbindung bleiben',
  'send-news': 'Neuigkeiten und Angebote an alle, die sie möchten',
  'keep-books': 'Bücher und Rechnungen führen, wie es das Gesetz verlangt',
  'honour-choices': 'Entscheidungen über Werbung merken und beachten',
  'customer-relationship': 'Kundenbeziehung',
  'marketing-choice': 'Werbeentscheidung',
  bookkeeping: 'Buchführung',
  'short-lived': 'Kurzlebige Notizen',
  full_name: 'Name',
  given_name: 'Vorname',
  family_name: 'Nachname',
  company: 'Firma',
  job_title: 'Funktion',
  email: 'E-Mail',
  phone: 'Telefon',
  mobile: 'Mobiltelefon',
  street: 'Straße und Hausnummer',
  city: 'Ort',
  postal_code: 'Postleitzahl',
  region: 'Bundesland oder Region',
  country: 'Land',
  birth_date: 'Geburtsdatum',
  language: 'Sprache',
  source: 'Woher der Kontakt kam',
  marketing: 'Werbestatus',
  marketing_on: 'Werbestatus seit',
  customer_since: 'Kunde seit',
  last_activity: 'Letzte Aktivität',
  external_id: 'Nummer im anderen System',
  website: 'Website',
  tags: 'Schlagwörter',
  notes: 'Notizen',
};

export const germanRules: Readonly<Record<string, string>> = {
  'customer-relationship': 'Bis drei Jahre nach dem letzten Kontakt oder Auftrag',
  'marketing-choice': 'Solange die Entscheidung zu beachten ist, alle zwei Jahre geprüft',
  bookkeeping: 'So lange, wie Steuer- und Handelsrecht es verlangen',
  'short-lived': 'Ein Jahr, nachdem sie zuletzt von Nutzen waren',
};

/** The languages in which a new vault can be named. */
type NamingLanguage = 'en' | 'de';

/** What the vault started with, in both languages: a vault made in one is read in the other. */
const startedWith = new Map<string, Readonly<Record<NamingLanguage, string>>>([
  ...standardFields.map(({ name, label }) => bilingual(name, label, germanNames[name])),
  ...defaultPurposes.map(({ id, name }) => bilingual(id, name, germanNames[id])),
  ...defaultRetentionClasses.flatMap(({ id, name, rule }) => [
    bilingual(id, name, germanNames[id]),
    bilingual(`${id} rule`, rule, germanRules[id]),
  ]),
]);

function bilingual(id: string, en: string, de = en): [string, Readonly<Record<NamingLanguage, string>>] {
  return [id, { en, de }];
}

/** `id` is a field's, purpose's or retention class's; `<id> rule` asks for the rule of a class. `text` is what is stored. */
export type Named = (id: string, text: string) => string;

/** Names the business has changed, and its own, stay as it wrote them. */
export function namesIn(language: NamingLanguage): Named {
  return (id, text) => {
    const names = startedWith.get(id);
    return names !== undefined && Object.values(names).includes(text) ? names[language] : text;
  };
}
