/** How the store answers what people wait for: through an index, never by walking through all customers. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Driver, SqlValue } from '#main/db/driver';
import { type CustomerId, CustomerSort } from '#shared/domains/customers/model';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

type Asked = { readonly sql: string; readonly parameters: readonly SqlValue[] };

/** Remembers what a connection is asked from now on. */
function listenTo(driver: Driver): { asked: Asked[]; plain: Driver } {
  const plain = { ...driver };
  const asked: Asked[] = [];
  driver.all = (sql, parameters = []) => {
    asked.push({ sql, parameters });
    return plain.all(sql, parameters);
  };
  driver.run = (sql, parameters = []) => {
    asked.push({ sql, parameters });
    return plain.run(sql, parameters);
  };
  return { asked, plain };
}

/** Steps that walk through a whole table of people, with the statement they belong to. */
async function walks({ asked, plain }: { asked: Asked[]; plain: Driver }, tables: string): Promise<string[]> {
  // `one` and `other` are customers who are compared; a virtual table's walk is through what it was asked for.
  const walk = new RegExp(`^SCAN (${tables})\\b(?!.*VIRTUAL TABLE)`);
  const found: string[] = [];
  for (const { sql, parameters } of asked) {
    for (const row of await plain.all(`explain query plan ${sql}`, parameters)) {
      const step = String(row['detail']);
      if (walk.test(step)) found.push(`${step}: ${sql}`);
    }
  }
  return found;
}

it('answers lists, searches and changes in a large store without walking through it', async () => {
  const ids: CustomerId[] = [];
  const add = async (name: string): Promise<void> => {
    const fields = {
      full_name: name,
      email: `${name.replace(' ', '.')}@example.com`,
      phone: '+4989123456',
      city: name,
    };
    ids.push((await bench.ask('customers', 'add', { fields })).id);
  };
  for (let index = 0; index < 8; index += 1) await add(`Twin ${index % 4}`);
  await bench.ask('customers', 'findDuplicates', {});
  // Numbers this high belong to a large store.
  await bench.workbench.write((db) => db.driver.run("update sqlite_sequence set seq = 60000 where name = 'customers'"));
  await add('Last One');
  for (const sort of CustomerSort.options) await bench.ask('customers', 'list', { sort });
  await bench.ask('customers', 'facets', {});

  const { reader, writer } = bench.workbench.vault().store;
  const reading = listenTo(reader.driver);
  const writing = listenTo(writer.driver);
  for (const filter of [{}, { country: ['DE'] }, { text: 'twin' }, { text: 'tw' }])
    await bench.ask('customers', 'list', { filter });
  for (const text of ['twin', 'twin 1', 'tw', '+4989', 't 1']) await bench.ask('customers', 'search', { text });
  await bench.ask('customers', 'facets', { filter: { text: 'twin' } });
  await bench.ask('customers', 'duplicates', { of: ids[0] });
  await add('Anna Changed');
  const [one, two, three] = ids as [CustomerId, CustomerId, CustomerId];
  const { revision } = await bench.ask('customers', 'get', { id: one });
  await bench.ask('customers', 'edit', { id: one, revision, draft: { fields: { full_name: 'Zoe Edited' } } });
  await bench.ask('customers', 'tag', { selection: { ids: [two, three] }, add: ['planned'] });
  await bench.ask('customers', 'tag', { selection: { filter: { text: 'twin' } }, add: ['found'] });
  await bench.ask('customers', 'merge', { survivor: two, others: [three] });
  await bench.ask('customers', 'remove', { ids: [two] });

  expect(reading.asked.length).toBeGreaterThan(10);
  expect(writing.asked.some(({ sql }) => sql.includes('tag_changes'))).toBe(true);
  expect(await walks(reading, 'customers')).toEqual([]);
  expect(await walks(writing, 'customers|one|other|duplicate_\\w+|customer_changes|tag_changes')).toEqual([]);
});
