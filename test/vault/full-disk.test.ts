/** A disk that fills up: the step under way is taken back and named, what was there stays, and with room again the work goes on. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopifyExport } from '#test/support/people';
import { testBench, type TestBench } from '#test/support/workbench';

const root = mkdtempSync(join(tmpdir(), 'steward-full-'));
const disk = join(root, 'disk');
mkdirSync(disk);
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status === 0;

afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(root, { recursive: true, force: true });
});

describe.skipIf(!mounted)('a full disk', () => {
  let bench: TestBench;
  const ballast = join(disk, 'ballast');
  const fill = (): void => void spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k']);
  const makeRoom = (): void => rmSync(ballast, { force: true });

  beforeAll(async () => {
    bench = await testBench('open', join(disk, 'vault'));
    await bench.ask('customers', 'add', { fields: { full_name: 'First Person', email: 'first@example.com' } });
  });
  afterAll(async () => {
    makeRoom();
    await bench.end();
  });

  it('refuses an import too large for it, keeps what was there, and takes it once there is room', async () => {
    const file = join(root, 'large.csv');
    writeFileSync(file, shopifyExport(0, 30_000));
    expect(await bench.askRaw('imports', 'run', { file })).toMatchObject({
      ok: false,
      failure: { code: 'unavailable', resource: 'disk-full' },
    });
    expect(await bench.ask('customers', 'count', {})).toEqual({ total: 1 });
    expect(await bench.ask('imports', 'list', {})).toEqual([]);
    writeFileSync(file, shopifyExport(0, 500));
    expect(await bench.ask('imports', 'run', { file })).toMatchObject({ rows: 504 });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
  });

  it('takes a single change back and says why', async () => {
    const before = await bench.ask('customers', 'count', {});
    fill();
    const notes = 'x'.repeat(60_000);
    let refused: unknown;
    for (let tries = 0; tries < 200 && refused === undefined; tries += 1) {
      const answer = await bench.askRaw('customers', 'add', { fields: { full_name: `Person ${tries}`, notes } });
      if (!answer.ok) refused = answer.failure;
      else before.total += 1;
    }
    expect(refused).toEqual({ code: 'unavailable', resource: 'disk-full' });
    makeRoom();
    expect(await bench.ask('customers', 'count', {})).toEqual(before);
    await bench.ask('customers', 'add', { fields: { full_name: 'After' } });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
  });

  it('leaves no file behind when an export does not fit', async () => {
    const there = readdirSync(disk);
    fill();
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      const answer = await bench.askRaw('customers', 'export', {
        selection: { filter: {} },
        format,
        file: join(disk, `people.${format}`),
      });
      expect(answer).toMatchObject({ ok: false, failure: { code: 'unavailable', resource: 'disk-full' } });
    }
    makeRoom();
    expect(readdirSync(disk)).toEqual(there);
  });

  it('is said when a vault cannot be made on it, and nothing is left', async () => {
    fill();
    const other = await testBench('none', join(disk, 'other'));
    const answer = await other.askRaw('vault', 'create', { passphrase: 'long enough to be fine', useKeychain: false });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unavailable', resource: 'disk-full' } });
    makeRoom();
    expect(readdirSync(join(disk, 'other'))).toEqual([]);
  });
});
