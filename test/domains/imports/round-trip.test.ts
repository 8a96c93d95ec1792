/** What one vault writes as CSV another takes in: every field comes back as it was, those of the business too. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storedFields } from '#shared/domains/customers/normalise';
import { type ImportBench, importBench } from './import-bench';

let one: ImportBench;
let other: ImportBench;
beforeEach(async () => {
  [one, other] = [await importBench(), await importBench()];
});
afterEach(async () => {
  await one.end();
  await other.end();
});

const people = [
  {
    full_name: 'Élodie O’Brien-Šimić',
    given_name: 'Élodie',
    family_name: 'O’Brien-Šimić',
    company: '"Zur Post" GmbH, Köln',
    job_title: 'Owner; buyer',
    email: 'elodie@post.example',
    phone: '+493012345678',
    mobile: '+447700900123',
    street: '=1+1 Hauptstraße 5',
    city: 'Köln',
    postal_code: '00123',
    region: 'NW',
    country: 'DE',
    birth_date: '1980-02-29',
    language: 'de-AT',
    source: '@fair',
    marketing: 'unsubscribed',
    marketing_on: '2024-01-31',
    customer_since: '2020-12-01',
    last_activity: '2026-11-01',
    external_id: '-0042',
    website: 'https://post.example',
    tags: ['vip', 'wholesale'],
    notes: 'Two lines,\n"quoted", and a tab\there 🙂',
  },
  { full_name: 'Zoë' },
  { company: 'Nordlicht AG', notes: '=SUM(A1)' },
];

test('all fields, formula-like texts, line breaks and a field of the business', async () => {
  const own = { label: 'Shoe size', kind: 'text' as const };
  const declaration = { purpose: 'serve-customers', sensitivity: 'ordinary', retentionClass: 'short-lived' } as never;
  const field = await one.ask('fields', 'add', { ...own, declaration });
  const there = await other.ask('fields', 'add', { ...own, declaration });
  for (const [index, fields] of people.entries())
    await one.ask('customers', 'add', {
      fields: fields as never,
      ...(index === 0 ? { custom: { [field.name]: '+42' } } : {}),
    });
  const file = one.write('empty.csv', '').replace('empty.csv', 'people.csv');
  const written = await one.ask('customers', 'export', { selection: { filter: {} }, format: 'csv', file });
  expect(written.rows).toBe(people.length);

  const columns = [null, ...storedFields, there.name].map((name, index) => ({ index, field: name }));
  const report = await other.ask('imports', 'run', { file, columns, options: {} });
  expect(report).toMatchObject({ rows: people.length, imported: people.length, quarantined: 0 });
  const contentOf = async (bench: ImportBench) =>
    (await bench.customers())
      .map((row) => [...storedFields.map((name) => row[name]), row['custom']])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  const expected = await contentOf(one);
  expect(expected.map((row) => row.at(-1))).toContain(JSON.stringify({ [field.name]: '+42' }));
  expect(await contentOf(other)).toEqual(expected);
});
