/** The trail from a terminal: listed, checked, signed, proved, and a proof checked where there is no vault at all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrailProof } from '#shared/domains/trail/trail-proof';

const program = join(process.cwd(), 'out/cli/index.js');
const root = mkdtempSync(join(tmpdir(), 'steward-cli-audit-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function steward(args: readonly string[], secret?: string) {
  const env: Record<string, string | undefined> = {
    ...process.env,
    INIT_CWD: root,
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  };
  delete env['STEWARD_PASSPHRASE'];
  if (secret !== undefined) env['STEWARD_PASSPHRASE'] = secret;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
const inVault = (...args: string[]) => steward([...args, '--vault', 'vault'], 'terminal passphrase of a test');
const done = (...args: string[]): string => {
  const ran = inVault(...args);
  expect([args, ran.err, ran.code]).toEqual([args, '', 0]);
  return ran.out;
};

beforeAll(() => {
  done('init', '--kit', 'kit.txt');
});

describe('audit', () => {
  it('saves a checkpoint that a later trail extends, and says what that proves', () => {
    expect(done('audit', 'checkpoint', '--out', 'first.checkpoint')).toContain('Keep it away from this computer.');
    expect(readFileSync(join(root, 'first.checkpoint'), 'utf8')).toMatch(/^steward\/vault\/[^\n]+\n\d+\n[^\n]+\n\n— /);
    const said = done('audit', 'verify', '--checkpoint', 'first.checkpoint');
    expect(said).toContain('The trail extends the checkpoint');
    expect(said).toContain('not even with every key');
    expect(done('audit', 'verify')).toContain('It does not show');
    const page = JSON.parse(done('audit', 'list', '--limit', '2', '--json')) as { total: number; entries: unknown[] };
    expect(page.entries).toHaveLength(2);
    expect(page.total).toBeGreaterThan(2);
  });

  it('ends with 1 when the checkpoint is of another trail, changed, or none', () => {
    const note = readFileSync(join(root, 'first.checkpoint'), 'utf8');
    writeFileSync(join(root, 'changed.checkpoint'), note.replace(/\n(\d+)\n/, '\n9$1\n'));
    const ran = inVault('audit', 'verify', '--checkpoint', 'changed.checkpoint', '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ sound: false, fault: null, against: { result: 'forged' } });
    writeFileSync(join(root, 'none.checkpoint'), 'hello');
    expect(inVault('audit', 'verify', '--checkpoint', 'none.checkpoint')).toMatchObject({ code: 1 });
    expect(inVault('audit', 'verify', '--checkpoint', 'not-there.checkpoint')).toMatchObject({ code: 1, out: '' });
  });

  it('proves an entry to somebody without the vault, who sees every change', () => {
    done('audit', 'prove', '2', '--out', 'two.proof.json');
    const proof = JSON.parse(readFileSync(join(root, 'two.proof.json'), 'utf8')) as TrailProof;
    const good = steward(['audit', 'check', 'two.proof.json']);
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toContain('entry 2 is in the trail');
    expect(steward(['audit', 'check', 'two.proof.json', '--key', proof.key])).toMatchObject({ code: 0 });
    writeFileSync(
      join(root, 'bad.json'),
      JSON.stringify({ ...proof, entry: proof.entry.replace('"owner"', '"staff"') }),
    );
    const bad = steward(['audit', 'check', 'bad.json', '--json']);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toEqual({ holds: false, fault: 'not-in-the-tree' });
    expect(steward(['audit', 'check', 'two.proof.json', '--key', 'x+y+z'])).toMatchObject({ code: 1 });
    expect(steward(['audit', 'check', 'not-there.json'])).toMatchObject({ code: 1 });
    expect(inVault('audit', 'prove', '9999')).toMatchObject({ code: 1, out: '' });
  });

  it('makes the sheet to print', () => {
    done('audit', 'sheet', '--out', 'anchor.pdf', '--language', 'de');
    expect(existsSync(join(root, 'anchor.pdf'))).toBe(true);
  });

  it('ends with 2 when it is said wrongly', () => {
    for (const args of [
      ['audit'],
      ['audit', 'prove'],
      ['audit', 'prove', '0'],
      ['audit', 'prove', '1', '2'],
      ['audit', 'sheet'],
    ])
      expect([args, inVault(...args).code]).toEqual([args, 2]);
    expect(steward(['audit', 'check'])).toMatchObject({ code: 2 });
  });
}, 120_000);
