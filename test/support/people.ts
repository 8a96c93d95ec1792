/** Believable invented people, the same ones every time: for the demo, the benches and the end-to-end tests. */

export type Person = {
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly region: string;
  readonly country: string;
  readonly subscribed: boolean;
  readonly tags: readonly string[];
  readonly note: string;
  readonly orders: number;
  readonly spent: string;
};

/** A small seeded generator (mulberry32); numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Place = {
  city: string;
  postal: (n: number) => string;
  region: string;
  country: string;
  phone: (n: number) => string;
  streets: readonly string[];
};

const digits = (n: number, length: number): string => String(Math.floor(n * 10 ** length)).padStart(length, '0');
const us = (city: string, region: string, zip: string, area: string): Place => ({
  city,
  region,
  country: 'United States',
  postal: (n) => zip + digits(n, 5 - zip.length),
  phone: (n) => `(${area}) 555-${digits(n, 4)}`,
  streets: [
    'Alder St',
    'Mission Blvd',
    'Juniper Ave',
    'Ocean View Dr',
    'Maple Ct',
    'Harbor Ln',
    '4th Street',
    'El Camino Real',
  ],
});
const germany = (city: string, plz: string, prefix: string): Place => ({
  city,
  region: '',
  country: 'Germany',
  postal: (n) => plz + digits(n, 5 - plz.length),
  phone: (n) => `${prefix} ${digits(n, 6)}`,
  streets: ['Lindenstraße', 'Am Mühlbach', 'Goethestraße', 'Kirchgasse', 'Bahnhofstraße', 'Schöne Aussicht'],
});
const places: readonly Place[] = [
  us('Oakland', 'CA', '946', '510'),
  us('San Diego', 'CA', '921', '619'),
  us('Sacramento', 'CA', '958', '916'),
  us('Los Angeles', 'CA', '900', '213'),
  us('San José', 'CA', '951', '408'),
  us('Fresno', 'CA', '937', '559'),
  us('Portland', 'OR', '972', '503'),
  us('Columbus', 'OH', '432', '614'),
  us('Austin', 'TX', '787', '512'),
  germany('München', '80', '089'),
  germany('Köln', '50', '0221'),
  germany('Görlitz', '02', '03581'),
  {
    city: 'Dublin',
    region: 'Leinster',
    country: 'Ireland',
    postal: (n) => `D0${Math.floor(n * 8) + 1} XY${digits(n, 2)}`,
    phone: (n) => `+353 1 555 ${digits(n, 4)}`,
    streets: ['Harcourt Street', 'Merrion Row', 'Capel Street'],
  },
  {
    city: 'Leeds',
    region: 'West Yorkshire',
    country: 'United Kingdom',
    postal: (n) => `LS${Math.floor(n * 9) + 1} ${Math.floor(n * 9)}AB`,
    phone: (n) => `+44 113 496 ${digits(n, 4)}`,
    streets: ['Call Lane', 'The Headrow', 'Roundhay Road'],
  },
];

const given = [
  'Amelia',
  'Mateo',
  'Priya',
  'Jürgen',
  'Chloé',
  'Siobhán',
  'Noor',
  'Wei',
  'Łukasz',
  'Zoë',
  'Marcus',
  'Ana María',
  'Ingrid',
  'Kwame',
  'Yuki',
  'Renée',
  'Dmitri',
  'Fatima',
  'Björn',
  'Grace',
  'Tomás',
  'Leila',
  'Hiro',
  'Esther',
];
const family = [
  'Navarro',
  'Okafor',
  'Müller',
  "O'Brien",
  'Nguyễn',
  'Kowalska',
  'Sánchez-Ruiz',
  'Haddad',
  'Lindqvist',
  'van der Berg',
  'Chen',
  'Whitfield',
  'Großmann',
  'Papadopoulos',
  'Ferreira',
  'Iyer',
  'McAllister',
  'Šimunić',
  'Yamamoto',
  'Dubois',
];
const companies = [
  '',
  '',
  '',
  '',
  'Blue Heron Cafe',
  'Schreinerei Großmann',
  'Iyer & Daughters, LLC',
  'Café "Am Eck"',
  'Whitfield Dental',
];
const tagChoices = ['wholesale', 'newsletter', 'vip', 'market stall', 'returns'];
const notes = [
  '',
  '',
  '',
  '',
  'Prefers to be called after 5 pm',
  'Asked about gift wrapping;\nordered twice since',
  'Allergic to lilies, says so on every order',
  'Moved in March, old address may still be on invoices',
];

const pick = <T>(from: readonly T[], n: number): T => from[Math.floor(n * from.length)] as T;
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{ASCII}]/gu, '')
    .replaceAll(/[^A-Za-z]+/g, '.')
    .replaceAll(/^\.|\.$/g, '')
    .toLowerCase();

/** The person with this number. Two numbers never share an e-mail address. */
export function person(number: number): Person {
  const next = seeded(number * 7919 + 13);
  const place = pick(places, next());
  const first = pick(given, next());
  const last = pick(family, next());
  const orders = Math.floor(next() * next() * 14);
  return {
    given: first,
    family: last,
    email: `${plain(first)}.${plain(last)}${number}@${pick(['example.com', 'example.org', 'mail.example.net'], next())}`,
    phone: next() < 0.2 ? '' : place.phone(next()),
    company: pick(companies, next()),
    street: `${Math.floor(next() * 900) + 1} ${pick(place.streets, next())}`,
    city: place.city,
    postalCode: place.postal(next()),
    region: place.region,
    country: place.country,
    subscribed: next() < 0.55,
    tags: tagChoices.filter(() => next() < 0.12),
    note: pick(notes, next()),
    orders,
    spent: (orders * (12 + next() * 60)).toFixed(2),
  };
}

const quote = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvLine = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\r\n`;

const shopifyHeaders = [
  'Customer ID',
  'First Name',
  'Last Name',
  'Email',
  'Accepts Email Marketing',
  'Default Address Company',
  'Default Address Address1',
  'Default Address Address2',
  'Default Address City',
  'Default Address Province Code',
  'Default Address Country Code',
  'Default Address Zip',
  'Default Address Phone',
  'Phone',
  'Accepts SMS Marketing',
  'Total Spent',
  'Total Orders',
  'Note',
  'Tax Exempt',
  'Tags',
];
const countryCodes: Readonly<Record<string, string>> = {
  'United States': 'US',
  Germany: 'DE',
  Ireland: 'IE',
  'United Kingdom': 'GB',
};

/** A Shopify customer export of the people numbered `from` up to `to`, with the blemishes real ones have. */
export function shopifyExport(from: number, to: number): string {
  let text = csvLine(shopifyHeaders);
  for (let number = from; number < to; number += 1) {
    const one = person(number);
    const email = number % 397 === 5 ? one.email.replace('@', ' at ') : one.email;
    text += csvLine([
      `'${7_000_000_000 + number}`,
      one.given,
      one.family,
      email,
      one.subscribed ? 'yes' : 'no',
      one.company,
      one.street,
      '',
      one.city,
      one.region,
      countryCodes[one.country] ?? '',
      `'${one.postalCode}`,
      one.phone,
      one.phone,
      'no',
      one.spent,
      String(one.orders),
      one.note,
      'no',
      one.tags.join(', '),
    ]);
    // The same person once more: another address for mail, everything else alike.
    if (number % 613 === 11)
      text += csvLine([
        `'${9_000_000_000 + number}`,
        one.given,
        one.family,
        `${plain(one.family)}.home${number}@example.net`,
        'no',
        '',
        one.street,
        '',
        one.city,
        one.region,
        countryCodes[one.country] ?? '',
        `'${one.postalCode}`,
        one.phone,
        one.phone,
        'no',
        '0.00',
        '1',
        '',
        'no',
        '',
      ]);
    if (number % 211 === 7)
      text += csvLine([
        `'${8_000_000_000 + number}`,
        one.given.toUpperCase(),
        one.family,
        one.email.toUpperCase(),
        'no',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'no',
        '0.00',
        '0',
        '',
        'no',
        'returns',
      ]);
  }
  return text;
}

const hubspotHeaders = [
  'Record ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone Number',
  'Contact owner',
  'Lead Status',
  'Marketing contact status',
  'Create Date',
  'Associated Company',
  'Notes',
];

/** A HubSpot contact export; some of its people are in the shop as well. */
export function hubspotExport(from: number, to: number): string {
  let text = csvLine(hubspotHeaders);
  for (let number = from; number < to; number += 1) {
    const one = person(number);
    text += csvLine([
      String(51_000 + number),
      one.given,
      one.family,
      one.email,
      one.phone,
      'Dana Reyes',
      number % 3 === 0 ? 'OPEN' : 'NEW',
      one.subscribed ? 'Marketing contact' : 'Non-marketing contact',
      '2026-03-14 10:22',
      one.company,
      one.note,
    ]);
  }
  return text;
}
