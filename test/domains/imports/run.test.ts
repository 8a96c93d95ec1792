/** Imports through serve on a real encrypted store: the account balances, duplicates join, everything can be taken back. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf, type ImportBench, importBench } from './import-bench';

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.end());

const query = (sql: string, parameters: readonly (string | number)[] = []) =>
  bench.workbench.read().driver.all(sql, parameters);
const searchFor = async (text: string): Promise<string[]> =>
  (await bench.ask('customers', 'search', { text })).rows.map(({ name }) => name);

describe('the account', () => {
  test('good, bad and blank rows each have their place, with the reason', async () => {
    const report = await bench.run(
      'mixed.csv',
      [
        'Name,E-mail,Phone,City',
        'Anna,anna@x.example,,Ulm',
        'Ben,not an address,,Ulm',
        ',,,Ulm',
        '',
        'Cy,cy@x.example,,Ulm,extra',
        'Dora',
        '"Eve"x,eve@x.example,,Ulm',
        'F\u0000,f@x.example,,Ulm',
        'Gus,gus@x.example',
        `${'x'.repeat(401)},h@x.example,,Ulm`,
        ' , ,',
        '',
      ].join('\n'),
    );
    expect(accountOf(report)).toEqual({ rows: 11, imported: 2, merged: 0, quarantined: 7, skipped: 2 });
    const { open, rows } = await bench.ask('imports', 'quarantine', { id: report.id });
    expect(open).toBe(7);
    expect(rows.map(({ row, problems }) => [row, problems.map(({ code }) => code).join()])).toEqual([
      [3, 'email-invalid'],
      [4, 'nothing-to-identify'],
      [6, 'too-many-cells'],
      [7, 'too-few-cells'],
      [8, 'quote-broken'],
      [9, 'unstorable-characters'],
      [11, 'too-long'],
    ]);
    expect(rows[0]?.cells).toEqual([
      ['Name', 'Ben'],
      ['E-mail', 'not an address'],
      ['Phone', ''],
      ['City', 'Ulm'],
    ]);
    expect(rows[0]?.problems).toEqual([{ column: 'E-mail', code: 'email-invalid' }]);
  });

  test('whatever is in a file, rows = imported + merged + quarantined + skipped, and the store agrees', async () => {
    const cell = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('Anna', 'Ben Müller', 'a@x.example', 'b@x.example', '+49 30 1234567', '', ' '),
      },
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('"', '""', 'x"y', '\u0000', '\ud800', 'a,b', 'l\nm', '=1+1', '日本'),
    );
    const line = fc.oneof(
      fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(',')),
      fc.array(cell, { maxLength: 4 }).map((cells) => cells.map((text) => `"${text}"`).join(',')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), async (lines, newline) => {
        const before = Number((await query('select count(*) as there from customers'))[0]?.['there']);
        const { id, ...report } = await bench.run('messy.csv', ['Name,E-mail,Phone,City', ...lines].join(newline), {
          delimiter: ',',
        });
        expect(report.rows).toBe(report.imported + report.merged + report.quarantined + report.skipped);
        const after = Number((await query('select count(*) as there from customers'))[0]?.['there']);
        expect(after - before).toBe(report.imported);
        const kept = Number(
          (await query('select count(*) as kept from import_quarantine where import = ?1', [id]))[0]?.['kept'],
        );
        expect(kept).toBe(report.quarantined);
      }),
      { numRuns: 25 },
    );
    await bench.workbench.write((db) =>
      db.driver.run("insert into customers_search (customers_search, rank) values ('integrity-check', 1)"),
    );
  }, 120_000);
});

describe('duplicates by e-mail', () => {
  const file = [
    'Name,E-mail,Phone,Tags,Newsletter',
    'Anna Müller,Anna@x.example,,a,yes',
    'A. Müller,anna@X.example,+49 30 1234567,b,unsubscribed',
    'Ben Müller,anna@x.example,,c,yes',
    'Ben Müller,anna@x.example,+49 30 7654321,,',
  ].join('\n');

  test('one person joins, another with the same address stays apart and is offered as a cluster', async () => {
    const report = await bench.run('family.csv', file);
    expect(accountOf(report)).toEqual({ rows: 4, imported: 2, merged: 2, quarantined: 0, skipped: 0 });
    expect(report.warnings).toEqual({ 'same-email-other-name': 1 });
    const [anna, ben] = await bench.customers();
    expect(anna).toMatchObject({
      full_name: 'Anna Müller',
      email: 'Anna@x.example',
      phone: '+49301234567',
      tags: '["a","b"]',
      marketing: 'unsubscribed',
      revision: 1,
    });
    expect(ben).toMatchObject({ full_name: 'Ben Müller', phone: '+49307654321', marketing: 'subscribed' });
    const { clusters } = await bench.ask('customers', 'duplicates', {});
    expect(clusters.map(({ reason, members }) => [reason, members.map(({ fields }) => fields.full_name)])).toEqual([
      ['email', ['Anna Müller', 'Ben Müller']],
    ]);
  });

  test('joined all the same when the owner says so', async () => {
    expect(accountOf(await bench.run('family.csv', file, { sameEmailOtherName: 'merge' }))).toMatchObject({
      imported: 1,
      merged: 3,
    });
  });

  test('the same file again changes nothing', async () => {
    await bench.run('family.csv', file);
    const before = await bench.customers();
    const again = await bench.run('family.csv', file);
    expect(accountOf(again)).toEqual({ rows: 4, imported: 0, merged: 4, quarantined: 0, skipped: 0 });
    expect(await bench.customers()).toEqual(before);
    expect((await bench.ask('customers', 'duplicates', {})).open).toBe(1);
  });

  test('an opt-out file stops the mail of people we hold, and undoing brings every byte back', async () => {
    await bench.run(
      'subscribed_members_export.csv',
      'Email Address,First Name,MEMBER_RATING,EUID,TAGS\na@x.example,Anna,4,e1,\nb@x.example,Ben,4,e2,\n',
    );
    const before = await bench.customers();
    bench.setNow('2026-11-25T10:00:00.000Z');
    const report = await bench.run(
      'unsubscribed_members_export.csv',
      'Email Address,First Name,Last Name,MEMBER_RATING,EUID,UNSUB_TIME\na@x.example,Anna,Ott,1,e1,2025-01-02 10:00:00\nc@x.example,Cy,Noll,1,e3,\n',
    );
    expect(accountOf(report)).toMatchObject({ imported: 1, merged: 1 });
    const [anna] = await bench.customers();
    expect(anna).toMatchObject({
      marketing: 'unsubscribed',
      marketing_on: '2025-01-02',
      family_name: 'Ott',
      revision: 2,
      changed_at: '2026-11-25T10:00:00.000Z',
    });
    expect(await searchFor('anna')).toEqual(['Anna']);
    const undone = await bench.ask('imports', 'undo', { id: report.id });
    expect(undone).toEqual({ removed: 1, restored: 1, keptBecauseChanged: 0 });
    expect(await bench.customers()).toEqual(before);
    const history = await bench.ask('customers', 'history', { id: 'C-1' as never });
    expect(history.map(({ event }) => event).toSorted()).toEqual(['import-merged', 'import-undone']);
    expect(history.find(({ event }) => event === 'import-undone')?.changes['marketing']).toEqual([
      'unsubscribed',
      'subscribed',
    ]);
  });
});

describe('undo', () => {
  test('customers changed by hand since then stay and are counted; the rest goes, and the search with it', async () => {
    const report = await bench.run('two.csv', 'Name,E-mail\nAnna Adler,a@x.example\nBen Bussard,b@x.example\n');
    const anna = await bench.ask('customers', 'get', { id: 'C-1' as never });
    await bench.ask('customers', 'edit', {
      id: anna.id,
      revision: anna.revision,
      draft: { fields: { ...anna.fields, city: 'Ulm' } },
    });
    expect(await bench.ask('imports', 'undo', { id: report.id })).toEqual({
      removed: 1,
      restored: 0,
      keptBecauseChanged: 1,
    });
    expect((await bench.customers()).map((row) => row['full_name'])).toEqual(['Anna Adler']);
    expect(await searchFor('bussard')).toEqual([]);
    expect(await searchFor('adler')).toEqual(['Anna Adler']);
    expect((await bench.ask('imports', 'get', { id: report.id })).undoneAt).not.toBeNull();
    expect(await bench.askRaw('imports', 'undo', { id: report.id })).toMatchObject({
      ok: false,
      failure: { code: 'rule', rule: 'imports.undone' },
    });
  });

  test('numbers are never used twice', async () => {
    const report = await bench.run('one.csv', 'Name\nAnna\n');
    await bench.ask('imports', 'undo', { id: report.id });
    await bench.run('two.csv', 'Name\nBen\n');
    expect((await bench.customers()).map((row) => row['number'])).toEqual([2]);
  });
});

describe('quarantine', () => {
  test('a corrected row goes where it belongs, one that still fails stays with the new reason', async () => {
    const report = await bench.run(
      'bad.csv',
      'Name,E-mail,Phone\nAnna,anna@x.example,\nBen,ben at x,\nAnna,nope,+49 30 1234567\nCy,cy@x,\n',
    );
    expect(accountOf(report)).toMatchObject({ imported: 1, quarantined: 3 });
    const { rows } = await bench.ask('imports', 'quarantine', { id: report.id });
    const [ben, anna, cy] = rows;
    expect(await bench.ask('imports', 'correct', { id: ben?.id ?? 0, cells: ['Ben', 'ben at y', ''] })).toMatchObject({
      state: 'open',
      problems: [{ code: 'email-invalid' }],
    });
    expect(
      await bench.ask('imports', 'correct', { id: ben?.id ?? 0, cells: ['Ben', 'ben@x.example', ''] }),
    ).toMatchObject({ state: 'imported', problems: [], customer: 'C-2' });
    expect(
      await bench.ask('imports', 'correct', { id: anna?.id ?? 0, cells: ['Anna', 'anna@x.example', '+49 30 1234567'] }),
    ).toMatchObject({ state: 'merged', customer: 'C-1' });
    expect(await bench.ask('imports', 'discard', { ids: [cy?.id ?? 0, ben?.id ?? 0] })).toEqual({ discarded: 1 });
    expect(accountOf(await bench.ask('imports', 'get', { id: report.id }))).toEqual({
      rows: 4,
      imported: 2,
      merged: 1,
      quarantined: 0,
      skipped: 1,
    });
    expect(await searchFor('ben@x')).toEqual(['Ben']);
    expect(await searchFor('301234567')).toEqual(['Anna']);
    expect(await bench.askRaw('imports', 'correct', { id: ben?.id ?? 0, cells: ['Ben'] })).toMatchObject({
      ok: false,
      failure: { code: 'rule', rule: 'imports.row-settled' },
    });
  });
});

describe('likely duplicates', () => {
  test('one phone and a fitting name, or nearly one name at one house; not a switchboard, not strangers', async () => {
    const switchboard = Array.from(
      { length: 20 },
      (_, index) => `Clerk Number${'abcdefghijklmnopqrst'[index]},clerk${index}@x.example,+49 30 1111111,,`,
    );
    await bench.run(
      'people.csv',
      [
        'Name,E-mail,Phone,Street,Postal code',
        'Anna Müller,a1@x.example,+49 30 1234567,,',
        'A. Müller,a2@x.example,030 1234567,,',
        'Otto Fremd,o@x.example,+49 30 1234567,,',
        'Josef Huber,j1@x.example,,Hauptstraße 5,80331',
        'Joseph Huber,j2@x.example,,Hauptstrasse 5,80331',
        'Josef Huber,j3@x.example,,Hauptstraße 6,80331',
        ...switchboard,
      ].join('\n'),
      { defaultCountry: 'DE' },
    );
    const { clusters } = await bench.ask('customers', 'duplicates', {});
    expect(clusters.map(({ reason, members }) => [reason, ...members.map(({ fields }) => fields.email)])).toEqual([
      ['phone', 'a1@x.example', 'a2@x.example'],
      ['name', 'j1@x.example', 'j2@x.example'],
    ]);
    expect(clusters.every(({ likeness }) => likeness >= 0.88 && likeness <= 1)).toBe(true);
  });
});

describe('columns', () => {
  test('each goes where it is told; an unknown field is refused', async () => {
    const file = bench.write('c.csv', 'Who,Mail,Colour\nAnna,a@x.example,red\n');
    const columns = [
      { index: 0, field: 'full_name' },
      { index: 1, field: 'email' },
      { index: 2, field: 'notes' },
    ];
    const report = await bench.ask('imports', 'run', { file, columns, options: {} });
    expect(report.dropped).toEqual([]);
    expect((await bench.customers())[0]).toMatchObject({ full_name: 'Anna', notes: 'red' });
    expect(
      await bench.askRaw('imports', 'run', { file, columns: [{ index: 0, field: 'x_nothing' }], options: {} }),
    ).toMatchObject({ ok: false, failure: { code: 'invalid', problems: [{ code: 'unknown_field' }] } });
    expect(
      await bench.askRaw('imports', 'run', {
        file,
        columns: [
          { index: 0, field: null },
          { index: 1, field: null },
          { index: 2, field: null },
        ],
        options: {},
      }),
    ).toMatchObject({ ok: false, failure: { rule: 'imports.nothing-mapped' } });
  });
  test('a field of the business takes a column', async () => {
    const field = await bench.ask('fields', 'add', {
      label: 'Colour',
      kind: 'text',
      declaration: { purpose: 'serve-customers', sensitivity: 'ordinary', retentionClass: 'short-lived' } as never,
    });
    const file = bench.write('c.csv', 'Name,Colour\nAnna,red\n');
    await bench.ask('imports', 'run', {
      file,
      columns: [
        { index: 0, field: 'full_name' },
        { index: 1, field: field.name },
      ],
      options: {},
    });
    expect((await bench.ask('customers', 'get', { id: 'C-1' as never })).custom).toEqual({ [field.name]: 'red' });
  });
  test('slashed dates are read by their column, the ambiguous stay as typed', async () => {
    const report = await bench.run(
      'd.csv',
      'Name,Customer since,Last contact\nAnna,3/4/2020,3/4/2020\nBen,25/12/2020,5/6/2020\n',
    );
    expect(report.warnings).toEqual({ 'date-not-understood': 2 });
    expect((await bench.customers()).map((row) => [row['customer_since'], row['last_activity']])).toEqual([
      ['2020-04-03', '3/4/2020'],
      ['2020-12-25', '5/6/2020'],
    ]);
  });
});

test('naughty strings survive byte for byte', async () => {
  const naughty = [
    '=HYPERLINK("http://x")',
    "Robert'); DROP TABLE customers;--",
    '<script>alert(1)</script>',
    '‮evil',
    'Ω≈ç√∫˜µ≤',
    '田中さん',
    '👩‍👩‍👧‍👦',
    '﷽',
    '__proto__',
    'null',
    'undefined',
    '{{7*7}}',
    '\u200bzero',
    'a\tb',
    '%00',
    '../../etc/passwd',
    'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟',
    '\\',
    '"',
    "''",
    '--',
    'NaN',
    '1e309',
  ];
  await bench.run(
    'naughty.csv',
    [
      'Name,Notes',
      ...naughty.map((text, index) => `Person ${'abcdefghijklmnopqrstuvwxyz'[index]},"${text.replaceAll('"', '""')}"`),
    ].join('\n'),
  );
  expect((await bench.customers()).map((row) => row['notes'])).toEqual(naughty);
});

test('cancelling leaves nothing', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `Person ${index},p${index}@x.example,Ulm`);
  const file = bench.write('long.csv', ['Name,E-mail,City', ...rows].join('\n'));
  const before = await bench.customers();
  const answer = bench.askRaw('imports', 'run', { file, options: {} }, undefined, 'long-task');
  const moved = setInterval(() => {
    if (bench.told.some(({ topic, value }) => topic === 'progress' && (value as { stage: string }).stage === 'rows'))
      bench.workbench.cancelTask('long-task');
  }, 1);
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'unavailable', resource: 'cancelled' } });
  clearInterval(moved);
  expect(await bench.customers()).toEqual(before);
  expect(await query('select count(*) as imports from imports')).toEqual([{ imports: 0 }]);
  expect(
    (
      await query(
        "select name from sqlite_master where type in ('index', 'trigger') and tbl_name = 'customers' and sql is not null",
      )
    ).length,
  ).toBe(5);
  // The store is whole and usable afterwards.
  expect(accountOf(await bench.run('after.csv', 'Name\nAnna\n'))).toMatchObject({ imported: 1 });
}, 60_000);

test('a large file is indexed and searchable, also where it joined customers that were there', async () => {
  await bench.run('before.csv', 'Name,E-mail\nZacharias Zimt,p7@x.example\n');
  const rows = Array.from(
    { length: 25_000 },
    (_, index) =>
      `${index === 7 ? 'Zacharias Zimt' : `Person ${index}`},p${index}@x.example,${index === 7 ? 'Zuckerbäckerei' : 'Firma'}`,
  );
  const report = await bench.run('large.csv', ['Name,E-mail,Company', ...rows].join('\n'));
  expect(accountOf(report)).toEqual({ rows: 25_000, imported: 24_999, merged: 1, quarantined: 0, skipped: 0 });
  expect(await searchFor('zuckerback')).toEqual(['Zacharias Zimt']);
  expect(await searchFor('p24999@')).toEqual(['Person 24999']);
  await bench.workbench.write((db) =>
    db.driver.run("insert into customers_search (customers_search, rank) values ('integrity-check', 1)"),
  );
  const plan = await query("explain query plan select number from customers where email_key = 'x'");
  expect(String(plan[0]?.['detail'])).toContain('customers_by_email');
  expect(await bench.ask('imports', 'undo', { id: report.id })).toEqual({
    removed: 24_999,
    restored: 1,
    keptBecauseChanged: 0,
  });
  expect(await searchFor('zuckerback')).toEqual([]);
  expect(await searchFor('zacharias')).toEqual(['Zacharias Zimt']);
  await bench.workbench.write((db) =>
    db.driver.run("insert into customers_search (customers_search, rank) values ('integrity-check', 1)"),
  );
}, 120_000);

test('the trail knows the import by its counts, never by its people', async () => {
  await bench.run('canary.csv', 'Name,E-mail\nKanarienvogel,kanarie@x.example\nBen,bad\n');
  const entries = JSON.stringify(await query('select entry from trail_entries'));
  expect(entries).toContain('imports.imported');
  expect(entries).not.toMatch(/kanarie/i);
  expect(JSON.stringify(bench.logged)).not.toMatch(/kanarie/i);
});
