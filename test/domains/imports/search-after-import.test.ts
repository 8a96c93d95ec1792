/** The search after large imports: whether it grew beside the store or in it, it holds exactly what the customers hold. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportBench, importBench } from './import-bench';

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.end());

/** Large enough for indexes and search to be put aside. */
const rows = 21_000;

/** Some rows repeat an address further up: with more to say (joined), under another name (kept apart), or once more in vain. */
function peopleFile(prefix: string): string {
  const lines = ['Name,E-mail,Notes'];
  for (let row = 0; row < rows; row += 1) {
    if (row % 500 === 499)
      lines.push(
        `${prefix} ${row - 400},${prefix}${row - 400}@x.example,wants ${prefix}offer${String(row).padStart(6, '0')}`,
      );
    else if (row % 500 === 498) lines.push(`Zoltan Separate${row},${prefix}${row - 400}@x.example,`);
    else lines.push(`${prefix} ${row},${prefix}${row}@x.example,`);
  }
  return lines.join('\n');
}

const found = async (text: string): Promise<number> =>
  (await bench.ask('customers', 'search', { text, limit: 100 })).rows.length;

async function expectWholeSearch(): Promise<void> {
  // FTS5 compares every entry with the table's texts, and throws at the first that differs.
  await bench.workbench.write(async (db) => {
    await db.driver.run("insert into customers_search (customers_search, rank) values ('integrity-check', 1)");
  });
  const [settings] = await bench.workbench
    .read()
    .driver.all(
      "select (select v from customers_search_config where k = 'automerge') as automerge, (select v from customers_search_config where k = 'crisismerge') as crisismerge",
    );
  // FTS5's own, whether they are written down or not.
  expect([null, 4]).toContain(settings?.['automerge']);
  expect([null, 16]).toContain(settings?.['crisismerge']);
  const triggers = await bench.workbench
    .read()
    .driver.all("select name from sqlite_master where type = 'trigger' and tbl_name = 'customers'");
  expect(triggers).toHaveLength(3);
}

test('the first large import, the next one, and what is typed afterwards', async () => {
  const first = await bench.run('first.csv', peopleFile('Anka'));
  expect(first).toMatchObject({ rows, merged: 42, imported: rows - 42 });
  await expectWholeSearch();
  expect(await found('ankaoffer000499')).toBe(1);
  expect(await found('separate498')).toBe(1);

  const second = await bench.run('second.csv', peopleFile('Bert'));
  expect(second).toMatchObject({ merged: 42, imported: rows - 42 });
  await expectWholeSearch();
  expect(await found('bertoffer000499')).toBe(1);

  await bench.ask('customers', 'add', { fields: { full_name: 'Quirin Late', email: 'quirin@x.example' } });
  expect(await found('quirin')).toBe(1);
  await bench.ask('imports', 'undo', { id: first.id });
  expect(await found('ankaoffer000499')).toBe(0);
  expect(await found('bertoffer000499')).toBe(1);
  await expectWholeSearch();
});
