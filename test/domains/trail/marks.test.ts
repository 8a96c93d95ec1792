/** What is outside the vault when it is opened: the mark beside it and checkpoints elsewhere, and what they show when the store is not the one they knew. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markFile } from '#main/domains/trail/mark';
import type { TrailFinding } from '#shared/domains/trail/model';
import { testBench, type TestBench } from '#test/support/workbench';

// Opening a vault costs a memory-hard passphrase each time, and some of these open it ten times.
vi.setConfig({ testTimeout: 120_000 });

let bench: TestBench;
let outside: string;
beforeEach(async () => {
  bench = await testBench();
  outside = mkdtempSync(join(tmpdir(), 'steward-marks-'));
});
afterEach(async () => {
  await bench.end();
  rmSync(outside, { recursive: true, force: true });
});

const work = async (count = 1): Promise<void> => {
  for (let done = 0; done < count; done += 1) await bench.ask('customers', 'add', { fields: { full_name: 'Rosa' } });
};
const findings = async (): Promise<Pick<TrailFinding, 'found' | 'source'>[]> =>
  (await bench.ask('trail', 'standing', {})).findings.map(({ found, source }) => ({ found, source }));
const store = (): string => join(bench.folder, 'store.db');
const lengthNow = async (): Promise<number> => (await bench.ask('trail', 'verify', {})).entries;

describe('the mark beside the store', () => {
  it('finds nothing where nothing happened, however often the vault is opened', async () => {
    for (let round = 0; round < 3; round += 1) {
      await work(2);
      await bench.reopen();
      expect(await findings()).toEqual([]);
      expect((await bench.ask('trail', 'standing', {})).compared).toMatchObject([{ source: 'mark' }]);
    }
  });

  it('shows that an older copy of the store was put back, until somebody has looked into it', async () => {
    await work(3);
    const old = join(outside, 'store.db');
    let size = 0;
    await bench.reopen(() => copyFileSync(store(), old));
    await work(4);
    size = await lengthNow();
    await bench.reopen(() => copyFileSync(old, store()));
    const { findings: found } = await bench.ask('trail', 'standing', {});
    expect(found).toMatchObject([{ found: 'shorter', source: 'mark', expected: size }]);
    expect(found[0]?.size).toBeLessThan(size);
    // It is in the trail as well, and the trail itself is sound: nothing inside could have told.
    const { entries } = await bench.ask('trail', 'list', { event: 'trail.found' });
    expect(entries[0]).toMatchObject({ kind: 'finding', facts: { found: 'shorter', expected: size } });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
    // It is still there after the next start.
    await bench.reopen();
    expect(await findings()).toEqual([{ found: 'shorter', source: 'mark' }]);
    expect(await bench.ask('trail', 'settleFinding', { id: found[0]?.id ?? 0 })).toEqual({ open: 0 });
    expect(await bench.askRaw('trail', 'settleFinding', { id: found[0]?.id ?? 0 })).toMatchObject({
      failure: { code: 'not-found' },
    });
    await bench.reopen();
    expect(await findings()).toEqual([]);
  });

  it('shows that another copy went on separately and took the place of this one', async () => {
    await work(2);
    const other = join(outside, 'store.db');
    await bench.reopen(() => copyFileSync(store(), other));
    await work(2);
    // The copy goes on longer than the original did.
    await bench.reopen(() => copyFileSync(store(), join(outside, 'original.db')));
    const mark = readFileSync(markFile(bench.folder));
    await bench.reopen(() => copyFileSync(other, store()));
    await work(9);
    await bench.reopen(() => writeFileSync(markFile(bench.folder), mark));
    expect(await findings()).toContainEqual({ found: 'differs', source: 'mark' });
  });

  it('shows that the write-ahead log lost committed work', async () => {
    await work(3);
    await bench.reopen();
    await work(3);
    const size = await lengthNow();
    // As after a power cut: everything that was committed is still in the log, and the mark has been written.
    await bench.markNow();
    const crashed = mkdtempSync(join(tmpdir(), 'steward-crashed-'));
    const folder = join(crashed, 'vault');
    cpSync(bench.folder, folder, { recursive: true });
    const log = join(folder, 'store.db-wal');
    expect(statSync(log).size).toBeGreaterThan(30_000);
    const bytes = readFileSync(log);
    // One bit in the middle: SQLite silently drops everything from there on.
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(log, bytes);
    const after = await testBench('none', folder);
    await after.ask('vault', 'unlock', { with: 'passphrase', passphrase: 'correct horse battery staple' });
    const { findings: found } = await after.ask('trail', 'standing', {});
    expect(found).toMatchObject([{ found: 'shorter', source: 'mark', expected: size }]);
    await after.end();
    rmSync(crashed, { recursive: true, force: true });
  });

  it('that is gone, damaged or forged is said to be so', async () => {
    await work();
    await bench.reopen(() => rmSync(markFile(bench.folder)));
    expect(await findings()).toEqual([{ found: 'mark-missing', source: 'mark' }]);
    const text = (): string => readFileSync(markFile(bench.folder), 'utf8');
    for (const change of [
      (mark: string) => mark.replace(/"size": \d+/, '"size": 1'),
      (mark: string) => mark.replace(/"root": "./, '"root": "0').replace(/"root": "0/, '"root": "f'),
      (mark: string) => mark.slice(0, 50),
      () => '',
    ]) {
      await bench.reopen(() => writeFileSync(markFile(bench.folder), change(text())));
      const [newest] = await findings();
      expect(newest).toEqual({ found: 'mark-unreadable', source: 'mark' });
      const { findings: all } = await bench.ask('trail', 'standing', {});
      for (const { id } of all) await bench.ask('trail', 'settleFinding', { id });
    }
  });

  it('holds nothing but a length and a hash, and is written again soon after each commit', async () => {
    await work();
    await bench.markNow();
    const { mark } = JSON.parse(readFileSync(markFile(bench.folder), 'utf8')) as { mark: Record<string, unknown> };
    const { entries, root } = await bench.ask('trail', 'verify', {});
    expect(mark).toMatchObject({ size: entries, root });
    expect(Object.keys(mark).toSorted()).toEqual(['at', 'format', 'key', 'origin', 'root', 'size']);
    await work();
    await expect
      .poll(() => (JSON.parse(readFileSync(markFile(bench.folder), 'utf8')) as { mark: { size: number } }).mark.size, {
        timeout: 15_000,
      })
      .toBe(await lengthNow());
  });
});

describe('a checkpoint kept elsewhere', () => {
  it('is found beside the place it was saved to, and shows an older copy of the whole folder', async () => {
    await work(2);
    const saved = join(outside, 'first.checkpoint');
    await bench.ask('trail', 'saveCheckpoint', { file: saved });
    const copy = join(outside, 'copy');
    await bench.reopen(() => cpSync(bench.folder, copy, { recursive: true }));
    await work(5);
    const later = await bench.ask('trail', 'saveCheckpoint', { file: join(outside, 'second.checkpoint') });
    await bench.reopen();
    expect((await bench.ask('trail', 'standing', {})).compared).toContainEqual({
      source: 'kept',
      size: later.checkpoint.size,
    });
    expect(await findings()).toEqual([]);
    // Store, slots and mark all go back in time together; only what lies elsewhere can tell.
    await bench.reopen(() => {
      for (const name of readdirSync(copy)) {
        if (existsSync(join(bench.folder, name)) && statSync(join(copy, name)).isFile() && name !== 'writer.lock')
          copyFileSync(join(copy, name), join(bench.folder, name));
      }
    });
    expect(await findings()).toEqual([{ found: 'shorter', source: 'kept' }]);
  });

  it('of another vault, or changed, says nothing', async () => {
    await bench.ask('trail', 'saveCheckpoint', { file: join(outside, 'own.checkpoint') });
    const { note } = await bench.ask('trail', 'checkpoint', {});
    writeFileSync(join(outside, 'longer.checkpoint'), note.replace(/\n\d+\n/, '\n9999\n'));
    writeFileSync(join(outside, 'large.checkpoint'), 'x'.repeat(100_000));
    const other = await testBench();
    await other.ask('trail', 'saveCheckpoint', { file: join(outside, 'other.checkpoint') });
    await other.end();
    await bench.reopen();
    await bench.ask('trail', 'standing', {});
    expect(await findings()).toEqual([]);
  });
});
