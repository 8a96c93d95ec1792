/** A customer field without a purpose cannot come to be: not by an operation, not by an import, not from a terminal, not by SQL. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const declaration = { purpose: 'serve-customers', sensitivity: 'ordinary', retentionClass: 'short-lived' };
const nameOf = ({ name }: { readonly name: string }): string => name;
const fieldNames = async (): Promise<string[]> => (await bench.ask('fields', 'list', {})).map(nameOf);

it('cannot be asked for by any operation', async () => {
  const before = await fieldNames();
  const { purpose: _left, ...without } = declaration;
  for (const wrong of [without, { ...declaration, purpose: null }, { ...declaration, purpose: '' }, undefined, null]) {
    const answer = await bench.askRaw('fields', 'add', { label: 'Shoe size', kind: 'text', declaration: wrong });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  }
  const unknown = { ...declaration, purpose: 'just-in-case' };
  expect(await bench.askRaw('fields', 'add', { label: 'Shoe size', kind: 'text', declaration: unknown })).toMatchObject(
    { ok: false, failure: { code: 'rule', rule: 'fields.purpose-required' } },
  );
  for (const wrong of [without, { ...declaration, purpose: null }])
    expect(await bench.askRaw('fields', 'declare', { name: 'tags', revision: 1, declaration: wrong })).toMatchObject({
      failure: { code: 'invalid' },
    });
  expect(await bench.askRaw('fields', 'declare', { name: 'tags', revision: 1, declaration: unknown })).toMatchObject({
    failure: { rule: 'fields.purpose-required' },
  });
  expect(await fieldNames()).toEqual(before);
  expect((await bench.ask('fields', 'list', {})).every(({ purpose }) => purpose !== '')).toBe(true);
});

it('cannot come in with a customer or a file', async () => {
  const before = await fieldNames();
  const stranger = { fields: { full_name: 'Rosa' }, custom: { x_shoe_size: '41' } };
  expect(await failureOf(bench.ask('customers', 'add', stranger))).toMatchObject({
    code: expect.any(String) as string,
  });
  const file = join(bench.folder, '..', 'shoes.csv');
  writeFileSync(file, 'Name,Shoe size\nRosa,41\n');
  const columns = [
    { index: 0, field: 'full_name' },
    { index: 1, field: 'x_shoe_size' },
  ];
  expect(await bench.askRaw('imports', 'run', { file, options: {}, columns })).toMatchObject({ ok: false });
  await bench.ask('imports', 'run', { file, options: {} });
  expect(await fieldNames()).toEqual(before);
  const [row] = await bench.workbench.read().driver.all('select custom from customers');
  expect(row?.['custom'] ?? null).toBeNull();
});

it('cannot be written by SQL, whichever way', async () => {
  const columns = 'name, label, custom, kind, purpose, sensitivity, retention_class, position';
  const values = (purpose: string): string =>
    `'x_shoe', 'Shoe size', 1, 'text', ${purpose}, 'ordinary', 'short-lived', 99`;
  for (const sql of [
    `insert into fields (${columns}) values (${values('null')})`,
    `insert into fields (${columns}) values (${values("''")})`,
    `insert into fields (${columns}) values (${values("'just-in-case'")})`,
    `insert or replace into fields (${columns}) values (${values("'just-in-case'")})`,
    "update fields set purpose = null where name = 'tags'",
    "update fields set purpose = '' where name = 'tags'",
    "delete from purposes where id = 'serve-customers'",
  ])
    await expect(
      bench.workbench.write((db) => db.driver.exec(sql)),
      sql,
    ).rejects.toThrow();
  // The same words with a purpose that is there go in: it is the purpose that was missing.
  await bench.workbench.write((db) =>
    db.driver.exec(`insert into fields (${columns}) values (${values("'keep-books'")})`),
  );
  expect(await fieldNames()).toContain('x_shoe');
});

it('has no command in the terminal: fields are added where a purpose is chosen', () => {
  const shown = spawnSync(
    process.execPath,
    ['--no-warnings', '--import', './scripts/run-typescript.mjs', 'src/cli/index.ts', 'help'],
    { encoding: 'utf8', cwd: join(import.meta.dirname, '../../..') },
  );
  expect(shown.stdout).toContain('audits');
  expect(shown.stdout).not.toMatch(/^\s*fields /m);
});
