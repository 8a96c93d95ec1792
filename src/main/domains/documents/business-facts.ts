/** Who the business is and how it is reached, as facts: what the business says of itself, and what only documents need. */
import type { Contact } from '#shared/domains/business/model';
import { moreFacts, type MoreFacts, moreWords } from '#shared/domains/documents/more-facts';
import type { ReadDb } from '../../db/handles';
import { readBusiness } from '../business/public';
import type { FactSource } from './fact-source';
import { readMoreFacts } from './store';

/** Empty where it was not said. */
export type NamedBusiness = MoreFacts & {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly contact: string;
  readonly representative: string;
  readonly dataProtectionOfficer: string;
};

/** How people are reached about data is said once: the contact of the business is used where documents say nothing else. */
export async function readNamedBusiness(db: ReadDb): Promise<NamedBusiness> {
  const [{ facts }, more] = [await readBusiness(db), await readMoreFacts(db)];
  const reach = facts?.contact?.reach ?? '';
  const [email, phone] = [facts?.email ?? '', facts?.phone ?? ''];
  return {
    ...more,
    name: facts?.name ?? '',
    address: facts === null ? '' : joined([facts.street, `${facts.postalCode} ${facts.city}`.trim(), facts.region]),
    email,
    phone,
    website: facts?.website ?? '',
    contact: facts?.contact?.name ?? '',
    representative: inOneLine(facts?.representative ?? null),
    dataProtectionOfficer: inOneLine(facts?.officer ?? null),
    contactEmail: more.contactEmail || (reach.includes('@') ? reach : email),
    contactPhone: more.contactPhone || (/^[+\d(][\d\s()/.-]{4,}$/.test(reach) ? reach : phone),
  };
}

const inOneLine = (contact: Contact | null): string => (contact === null ? '' : joined([contact.name, contact.reach]));
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const ownWords = {
  name: { en: 'Name of the business', de: 'Name des Unternehmens' },
  address: { en: 'Address of the business', de: 'Anschrift des Unternehmens' },
  email: { en: 'E-mail of the business', de: 'E-Mail des Unternehmens' },
  phone: { en: 'Phone of the business', de: 'Telefon des Unternehmens' },
  website: { en: 'Website', de: 'Website' },
  contact: { en: 'Who answers questions about data', de: 'Wer Fragen zu Daten beantwortet' },
  representative: { en: 'Representative in the Union', de: 'Vertretung in der Union' },
  dataProtectionOfficer: { en: 'Data protection officer', de: 'Datenschutzbeauftragte Person' },
} as const;

export const businessSource: FactSource = {
  words: Object.fromEntries([
    ...moreFacts.map((name) => [`business.${name}`, moreWords[name]] as const),
    ...Object.entries(ownWords).map(([name, words]) => [`business.${name}`, words] as const),
  ]),
  read: async ({ db }) =>
    Object.fromEntries(Object.entries(await readNamedBusiness(db)).map(([name, value]) => [`business.${name}`, value])),
};
