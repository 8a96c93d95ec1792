/** What imports know of their customers goes on under the survivor when customers are joined. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportBench, importBench } from './import-bench';

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.end());

test('a corrected row leads to the survivor, and undoing its import leaves the survivor', async () => {
  const first = await bench.run('first.csv', 'Name,E-mail,City\nAnna Berg,anna@x.example,Ulm\n');
  const second = await bench.run(
    'second.csv',
    'Name,E-mail,City\nAnna Berg,not an address,Ulm\nBen,ben@x.example,Ulm\n',
  );
  const { rows } = await bench.ask('imports', 'quarantine', { id: second.id });
  const corrected = await bench.ask('imports', 'correct', {
    id: rows[0]?.id ?? 0,
    cells: ['Anna Berg', 'anna.berg@x.example', 'Ulm'],
  });
  const [survivor] = await bench.customers();
  expect(corrected).toMatchObject({ state: 'imported' });
  expect(corrected.customer).not.toBe(`C-${survivor?.['number']}`);

  await bench.ask('customers', 'merge', { survivor: 'C-1' as never, others: [corrected.customer as never] });
  const after = await bench.ask('imports', 'quarantine', { id: second.id, state: 'all' });
  expect(after.rows.map(({ state, customer }) => [state, customer])).toEqual([['imported', 'C-1']]);

  // The survivor came with the first import and was changed since: neither takes it away.
  expect(await bench.ask('imports', 'undo', { id: second.id })).toMatchObject({ removed: 1, keptBecauseChanged: 0 });
  expect(await bench.ask('imports', 'undo', { id: first.id })).toMatchObject({ removed: 0, keptBecauseChanged: 1 });
  expect((await bench.customers()).map((row) => [row['number'], row['email']])).toEqual([[1, 'anna@x.example']]);
});

test('a row that joined a customer keeps what undoing needs when that customer survives a merge', async () => {
  await bench.run('first.csv', 'Name,E-mail,City\nAnna Berg,anna@x.example,Ulm\nAnna Berg,second@x.example,Ulm\n');
  const second = await bench.run('second.csv', 'Name,E-mail,Notes\nAnna Berg,anna@x.example,wants an offer\n');
  expect(second).toMatchObject({ imported: 0, merged: 1 });
  await bench.ask('customers', 'merge', { survivor: 'C-1' as never, others: ['C-2' as never] });
  // It was changed after the import, so what people did stays, notes and all.
  expect(await bench.ask('imports', 'undo', { id: second.id })).toMatchObject({ restored: 0, keptBecauseChanged: 1 });
  expect((await bench.customers()).map((row) => [row['number'], row['notes']])).toEqual([[1, 'wants an offer']]);
});
