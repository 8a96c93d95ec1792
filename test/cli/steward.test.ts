/** The terminal as a person or a script uses it: the built program in a process of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seePdf } from '#main/papers/see-pdf';
import { shopifyExport } from '#test/support/people';

const program = join(process.cwd(), 'out/cli/index.js');
const root = mkdtempSync(join(tmpdir(), 'steward-cli-'));
const vault = join(root, 'vault');
const passphrase = 'terminal passphrase of a test';
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Ran = { code: number | null; out: string; err: string };
function steward(
  args: string[],
  { input = '', secret = passphrase }: { input?: string; secret?: string | null } = {},
): Ran {
  const env: Record<string, string | undefined> = {
    ...process.env,
    INIT_CWD: root,
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  };
  if (secret === null) delete env['STEWARD_PASSPHRASE'];
  else env['STEWARD_PASSPHRASE'] = secret;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env,
    input,
    encoding: 'utf8',
    cwd: process.cwd(),
  });
  return { code: status, out: stdout, err: stderr };
}
const said = <T>(ran: Ran): T => {
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  return JSON.parse(ran.out) as T;
};

beforeAll(() => {
  writeFileSync(join(root, 'customers_export.csv'), shopifyExport(0, 800));
});

describe('the terminal', () => {
  it('makes a vault, imports, searches, counts, shows, exports, reports and verifies', async () => {
    const made = said<{ storeId: string; kit: string[] }>(steward(['init', '--vault', 'vault', '--json']));
    expect(made.kit).toHaveLength(24);
    const report = said<Record<string, unknown>>(
      steward(['import', 'customers_export.csv', '--vault', vault, '--json']),
    );
    expect(report).toMatchObject({ profile: 'shopify-customers', encoding: 'utf-8', delimiter: ',' });
    const { rows, imported, merged, quarantined, skipped } = report as Record<string, number>;
    expect(Object.keys(report).toSorted()).toEqual(
      ['rows', 'imported', 'merged', 'quarantined', 'skipped', 'profile', 'encoding', 'delimiter', 'dropped']
        .concat('warnings', 'id')
        .toSorted(),
    );
    expect(rows).toBe(806);
    expect(imported! + merged! + quarantined! + skipped!).toBe(rows);
    expect(said<{ total: number }>(steward(['customers', 'count', '--vault', vault, '--json'])).total).toBe(imported);
    const found = said<{ rows: { id: string; name: string }[] }>(
      steward(['search', 'muller', '--vault', vault, '--limit', '3', '--json']),
    );
    expect(found.rows).toHaveLength(3);
    expect(found.rows[0]?.name).toContain('Müller');
    const shown = said<{ id: string }>(steward(['customers', 'show', found.rows[0]!.id, '--vault', vault, '--json']));
    expect(shown.id).toBe(found.rows[0]?.id);
    for (const file of ['people.csv', 'people.xlsx', 'people.json']) {
      expect(
        said<{ rows: number }>(steward(['customers', 'export', '--out', file, '--vault', vault, '--json'])).rows,
      ).toBe(imported);
      expect(existsSync(join(root, file))).toBe(true);
    }
    for (const file of ['held.pdf', 'held.html', 'held.csv', 'held.xlsx', 'held.json']) {
      expect(
        said<{ people: number }>(steward(['report', 'holdings', '--vault', vault, '--out', file, '--json'])).people,
      ).toBe(imported);
    }
    const pdf = await seePdf(readFileSync(join(root, 'held.pdf')));
    expect(pdf).toMatchObject({ tagged: true, language: 'en' });
    expect(said<{ sound: boolean }>(steward(['audit', 'verify', '--vault', vault, '--json'])).sound).toBe(true);
    expect(
      said<{ findings: { what: string }[] }>(steward(['doctor', '--vault', vault, '--json'])).findings.map(
        ({ what }) => what,
      ),
    ).toContain('sqlcipher');
  }, 60_000);

  it('says no with 1 and a reason on stderr, and nothing on stdout', () => {
    for (const [args, secret, resource] of [
      [['search', 'x', '--vault', vault, '--json'], 'wrong passphrase', 'wrong-secret'],
      [['search', 'x', '--vault', join(root, 'nowhere'), '--json'], passphrase, 'vault-missing'],
      [['import', 'no-such-file.csv', '--vault', vault, '--json'], passphrase, 'file-missing'],
    ] as const) {
      const ran = steward([...args], { secret });
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect((JSON.parse(ran.err) as { error: { resource: string } }).error.resource).toBe(resource);
      expect(ran.err).not.toContain(secret);
    }
    expect(steward(['init', '--vault', vault])).toMatchObject({ code: 1, out: '' });
    writeFileSync(join(root, 'empty.csv'), '');
    expect(steward(['import', 'empty.csv', '--vault', vault]).err).toContain('has nothing in it');
    const unknown = steward(['customers', 'show', 'C-999999', '--vault', vault]);
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toContain('no such customer');
  });

  it('makes no vault where its kit cannot be written, or no folder can be', () => {
    const noKit = steward(['init', '--vault', 'other', '--kit', 'nowhere/kit.txt']);
    expect(noKit).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(root, 'other'))).toBe(false);
    const places = ['customers_export.csv', 'customers_export.csv/inside'];
    // There is nothing to make there; Node would try for ever.
    if (process.platform === 'linux') places.push('/proc/nothing/vault');
    for (const place of places) {
      const ran = steward(['init', '--vault', place, '--json']);
      expect([place, ran.code, (JSON.parse(ran.err) as { error: { resource: string } }).error.resource]).toEqual([
        place,
        1,
        'folder-read-only',
      ]);
      expect(steward(['search', 'x', '--vault', place, '--json']).err).toContain('vault-missing');
    }
    expect(existsSync(join(root, 'kit.txt'))).toBe(false);
    expect(said(steward(['init', '--vault', 'deep/in/there', '--kit', 'kit.txt', '--json']))).not.toHaveProperty('kit');
    expect(readFileSync(join(root, 'kit.txt'), 'utf8').match(/^ ?\d+ [a-z]+$/gm)).toHaveLength(24);
  }, 60_000);

  it('says how a command is said with 2', () => {
    for (const args of [
      [],
      ['nonsense'],
      ['import', '--vault', vault],
      ['search', 'x'],
      ['search', 'x', '--vault'],
      ['search', 'x', '--limit', 'ten', '--vault', vault],
      ['import', 'customers_export.csv', '--vault', vault, '--profile', 'excel'],
      ['toString', '--vault', vault],
      ['report', 'everything', '--vault', vault, '--out', 'x.pdf'],
      ['customers', 'show', 'five', '--vault', vault],
      ['search', 'x', '--vault', vault, '--passphrase', 'secret'],
      // What would be left out in silence is refused.
      ['import', 'customers_export.csv', 'another.csv', '--vault', vault],
      ['customers', 'count', 'everybody', '--vault', vault],
      ['obligations', 'show', 'gdpr:art-30.1', 'twice', '--vault', vault],
      ['doctor', 'house'],
      ['search', 'x', '--limit', '0', '--vault', vault],
      ['search', 'x', '--limit', '501', '--vault', vault],
      ['import', 'customers_export.csv', '--vault', vault, '--country', 'germany'],
      ['customers', 'export', '--vault', vault, '--out', 'people'],
      ['init', '--vault', 'other', '--kit', 'customers_export.csv'],
      ['init', '--vault', 'other', '--kit', 'other/kit.txt'],
    ]) {
      expect(steward(args).code, args.join(' ')).toBe(2);
    }
    expect(steward(['search', 'x', '--vault', vault], { secret: null })).toMatchObject({ code: 2, out: '' });
    expect(steward(['help'])).toMatchObject({ code: 0, err: '' });
  }, 60_000);

  it('finds what is said wrongly before it opens a vault', () => {
    const day = 'must be a day such as 2026-11-24';
    const evidence = 'evi_0123456789abcdefghjk';
    for (const [args, words] of [
      [['customers', 'everybody'], 'Say: customers count'],
      [['search', 'x', '--limit', 'ten'], '--limit must be a whole number'],
      [['import', 'x.csv', '--profile', 'excel'], '--profile must be one of'],
      [['report', 'everything'], 'There is one report so far'],
      [['users', 'add', 'Ada', '--role', 'king'], '--role is owner'],
      [['users', 'add', 'Ada', '--until', 'soon'], '--until takes a day'],
      [['obligations', 'record', 'gdpr:art-30.1', '--due', 'soon'], `--due ${day}`],
      [['obligations', 'record', 'gdpr:art-30.1', '--state', 'good'], '--state must be one of'],
      [['evidence', 'link', evidence, '--expires', 'soon'], `--expires ${day}`],
      [['evidence', 'link', evidence, '--for', '../x'], '--for names an obligation'],
      [['alerts', 'everything'], 'Say: alerts'],
      [['alerts', 'dismiss', 'one'], 'An ID of an alert'],
      [['alerts', '--state', 'shut'], '--state must be one of'],
      [['audit', 'sheet', '--out', 'x.pdf', '--language', 'fr'], '--language must be one of'],
      [['keys', 'lose'], 'Say: keys slots'],
      [['devices', 'lose'], 'Say: devices list'],
      [['law', 'older-records', 'gdpr'], '"gdpr" is one word too many'],
      [['today', 'tomorrow'], 'Say: today'],
    ] as const) {
      // Where there is no vault, opening one would be the first thing to fail.
      const ran = steward([...args, '--vault', 'nowhere'], { secret: 'wrong passphrase' });
      expect([args, ran.code, ran.out]).toEqual([args, 2, '']);
      expect(ran.err).toContain(words);
    }
  }, 60_000);

  it('refuses options that a command would not look at', () => {
    for (const [args, words] of [
      [['customers', 'count', '--limit', '3'], '"customers count" does not use --limit.'],
      [['search', 'x', '--text', 'y'], '"search" does not use --text.'],
      [['init', '--user', 'ada'], '"init" does not use --user.'],
      [['today', '--out', 'due.ics'], '"today list" does not use --out.'],
      [['audit', 'verify', '--limit', '3'], '"audit verify" does not use --limit.'],
      [['audit', 'check', 'x.json', '--out', 'y'], '"audit check" does not use --out.'],
      [['evidence', 'remove', 'evi_1', '--for', 'measure:training'], '"evidence remove" does not use --for.'],
      [['keys', 'rotate', '--keychain'], '"keys" does not use --keychain.'],
      [['doctor', '--user', 'ada'], '"doctor" does not use --user.'],
      [['clock', '--out', 'x'], '"clock" does not use --out.'],
    ] as const) {
      const ran = steward([...args, '--vault', 'nowhere']);
      expect([args, ran.code, ran.out]).toEqual([args, 2, '']);
      expect(ran.err).toContain(words);
    }
    expect(existsSync(join(root, 'nowhere'))).toBe(false);
  }, 60_000);

  it('answers clocks line by line without a vault or a passphrase', () => {
    const lines = [
      '{"id":1,"clock":"gdpr.request.respond","place":"IE","start":"2026-03-05","facts":{"right":"access"}}',
      'rubbish',
      '',
      '{"id":2,"clock":"no.such.clock","place":"IE","start":"2026-03-05"}',
    ];
    const ran = steward(['clock'], { input: lines.join('\n'), secret: null });
    const answers = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; due?: string; error?: { code: string } });
    expect(ran.code).toBe(0);
    expect(answers.map(({ id, due, error }) => [id, due ?? error?.code])).toEqual([
      [1, '2026-04-07'],
      [null, 'bad-line'],
      [2, 'unknown-clock'],
    ]);
  });
});
