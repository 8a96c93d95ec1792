/** Writes the bench's customer file: deterministic, 24 columns, with quotes, line breaks and Unicode as real exports have them. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** The headers of the file; the same order as the values. */
export const benchHeaders = [
  'Customer ID',
  'Full Name',
  'First Name',
  'Last Name',
  'Company',
  'Job Title',
  'Email',
  'Phone',
  'Mobile',
  'Street',
  'City',
  'Postal Code',
  'State',
  'Country',
  'Birthday',
  'Language',
  'Source',
  'Marketing',
  'Marketing Since',
  'Customer Since',
  'Last Activity',
  'Website',
  'Tags',
  'Notes',
] as const;

/** The field each of them goes to. */
export const benchFields = [
  'external_id',
  'full_name',
  'given_name',
  'family_name',
  'company',
  'job_title',
  'email',
  'phone',
  'mobile',
  'street',
  'city',
  'postal_code',
  'region',
  'country',
  'birth_date',
  'language',
  'source',
  'marketing',
  'marketing_on',
  'customer_since',
  'last_activity',
  'website',
  'tags',
  'notes',
] as const;

const given =
  'Anna,Ben,Clara,David,Élodie,François,Gülşen,Hannah,Ida,Jürgen,Katarzyna,Lukas,Mária,Noël,Óscar,Paula,Quentin,Renée,Søren,Thị,Ulrike,Václav,Wiebke,Xavier,Yara,Zoë,Михаил,美咲,Ahmed,Priya,Liam,Olivia'.split(
    ',',
  );
const family =
  "Müller,Schmidt,O'Brien,García,Dupont,Nowak,Jensen,Novák,Öztürk,Rossi,Smith,Johnson,Williams,Brown,Šimić,Andersson,Fernández,Kowalczyk,van den Berg,Nguyễn,Meyer,Wagner,Becker,Hoffmann,Schäfer,Koch,Bauer,Richter,Klein,Wolf,Schröder,Neumann,Schwarz,Zimmermann,Braun,Krüger,Hofmann,Hartmann,Lange,Schmitt,Werner,Krause,Meier,Lehmann,Schmid,Schulze,Maier,Köhler,Herrmann,König,Walter,Mayer,Huber,Kaiser,Fuchs,Peters,Lang,Scholz,Möller,Weiß".split(
    ',',
  );
const places = [
  ['Berlin', 'BE', 'Germany', '10115', '+49 30 '],
  ['München', 'BY', 'Germany', '80331', '+49 89 '],
  ['Hamburg', 'HH', 'Germany', '20095', '+49 40 '],
  ['Wien', 'Wien', 'Austria', '1010', '+43 1 '],
  ['Zürich', 'ZH', 'Switzerland', '8001', '+41 44 '],
  ['Paris', 'Île-de-France', 'France', '75001', '+33 1 4'],
  ['Madrid', 'Madrid', 'Spain', '28001', '+34 91 '],
  ['London', 'England', 'United Kingdom', 'SW1A 1AA', '+44 20 7'],
  ['New York', 'NY', 'United States', '10001', '+1 212 '],
  ['San Francisco', 'CA', 'United States', '94103', '+1 415 '],
] as const;
const mobiles = [
  '+49 151 2',
  '+49 160 9',
  '+49 172 3',
  '+43 664 1',
  '+41 79 4',
  '+33 6 12 ',
  '+34 612 ',
  '+44 7700 ',
  '+1 917 5',
  '+1 628 5',
] as const;
const streets = [
  'Hauptstraße',
  'Bahnhofstr.',
  'Rue de la Paix',
  'Calle Mayor',
  'High Street',
  'Gartenweg',
  'Main St',
  'Am Stadtpark',
  'Lindenallee',
  'Šafárikova',
  'Ringstraße',
  'Church Lane',
];
const companies = [
  'Müller & Söhne GmbH',
  '"Zur Post" Gasthaus',
  'Café Noir, SARL',
  'Bäckerei Huber',
  'Blue Harbor LLC',
  'Nordlicht AG',
  '',
  '',
  '',
  '',
];
const jobs = ['Owner', 'Geschäftsführerin', 'Buyer', 'Office Manager', '', ''];
const notes = [
  '',
  '',
  '',
  'Called about the invoice, will call back.',
  'Prefers e-mail',
  'Said "only in the mornings", please',
  'Delivery to the back door\nring twice',
  'Allergic to paperwork 🙂',
  'Met at the fair in Köln; wants an offer',
];
const tags = ['vip', 'newsletter,2024', 'wholesale', 'retail,regular', '', 'event; spring'];
const marketing = ['subscribed', 'unsubscribed', 'not asked', 'yes', 'no'];
const sources = ['Website', 'Fair', 'Referral', 'Walk-in', 'Newsletter form'];
const languages = ['de', 'de-AT', 'fr', 'es', 'en-GB', 'en-US'];

/** A small deterministic generator of numbers below `below`. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Ninety districts for each town whose codes are numbers. */
const postalCode = (code: string, district: number): string =>
  /^\d+$/.test(code) ? String(Number(code) + district) : code;

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const two = (number: number): string => String(number).padStart(2, '0');

/** Writes `rows` customers. About one row in a hundred repeats an e-mail address of an earlier row. */
export function writeCustomerFile(file: string, rows: number): void {
  const pick = numbersFrom(20_261_124);
  const of = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const handle = openSync(file, 'w');
  let block = `${benchHeaders.join(',')}\n`;
  for (let row = 0; row < rows; row += 1) {
    const at = pick(places.length);
    const place = places[at] ?? places[0];
    const person = row > 100 && pick(100) === 0 ? pick(row) : row;
    // The name belongs to the person, so that most repeated addresses are one person's.
    const first = given[Math.imul(person, 2_654_435_761) >>> 27] ?? '';
    const last = family[(person + (person >>> 6)) % family.length] ?? '';
    const day = (): string => `20${two(10 + pick(15))}-${two(1 + pick(12))}-${two(1 + pick(28))}`;
    const company = of(companies);
    const cells = [
      `K${100_000 + row}`,
      `${first} ${last}`,
      first,
      last,
      company,
      company ? of(jobs) : '',
      `customer.${person}@mail${person % 997}.example`,
      `${place[4]}${1_000_000 + pick(8_999_999)}`,
      pick(3) ? '' : `${mobiles[at]}${100_000 + pick(899_999)}`,
      `${of(streets)} ${1 + pick(180)}`,
      place[0],
      postalCode(place[3], pick(90)),
      place[1],
      place[2],
      `19${two(40 + pick(60))}-${two(1 + pick(12))}-${two(1 + pick(28))}`,
      of(languages),
      of(sources),
      of(marketing),
      day(),
      day(),
      day(),
      company ? `https://www.company-${pick(50_000)}.example` : '',
      of(tags),
      of(notes),
    ];
    block += `${cells.map(quoted).join(',')}\n`;
    if (block.length > 1_000_000) {
      writeSync(handle, block);
      block = '';
    }
  }
  writeSync(handle, block);
  closeSync(handle);
}
