/** Leaves proved alone, leaves of other kinds, checkpoints and what they are compared with, through serve on a real vault. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256, verifyEd25519 } from '#main/domains/trail/hashing';
import { nodesIn } from '#main/domains/trail/nodes-store';
import { appendLeaves, appendTrail } from '#main/domains/trail/public';
import { seePdf } from '#main/papers/see-pdf';
import { rootAt } from '#shared/domains/trail/proofs';
import { checkProof, type TrailProof } from '#shared/domains/trail/trail-proof';
import { base64Of, bytesOfBase64, hexOf } from '#shared/kernel/bytes';
import type { Instant } from '#shared/kernel/time';
import { testBench, type TestBench } from '#test/support/workbench';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const tools = { sha256, verify: verifyEd25519 };
const outside = mkdtempSync(join(tmpdir(), 'steward-outside-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const entry = (at: number) => ({
  at: now,
  actor: 'owner',
  origin: 'terminal' as const,
  event: 'customers.changed',
  about: [`C-${at}`],
  facts: { changed: at },
});
const grow = (count: number): Promise<void> =>
  bench.workbench.write((db) =>
    appendTrail(
      db,
      Array.from({ length: count }, (_, at) => entry(at + 1)),
    ),
  );

describe('a proof of one entry', () => {
  it('is checked without the vault, for entries all over a trail of several levels', async () => {
    await grow(700);
    const { entries } = await bench.ask('trail', 'verify', {});
    for (const number of [1, 2, 16, 17, 255, 256, 257, 511, 600, entries]) {
      const proof = await bench.ask('trail', 'prove', { number });
      const verdict = checkProof(tools, JSON.parse(JSON.stringify(proof)), proof.key);
      expect(verdict).toMatchObject({ holds: true, number, size: proof.size, entry: { number } });
    }
  });

  it('names what is wrong with a changed one', async () => {
    await grow(40);
    const proof = await bench.ask('trail', 'prove', { number: 20 });
    const faultOf = (change: Partial<TrailProof>): unknown => {
      const verdict = checkProof(tools, { ...proof, ...change });
      return verdict.holds ? 'holds' : verdict.fault;
    };
    const flip = (text: string): string => base64Of((bytesOfBase64(text) ?? expect.fail()).with(5, 7));
    const other = await testBench();
    const theirs = await other.ask('trail', 'prove', { number: 1 });
    await other.end();
    expect(faultOf({})).toBe('holds');
    expect(faultOf({ entry: proof.entry.replace('"C-', '"D-') })).toBe('not-in-the-tree');
    expect(faultOf({ entry: proof.entry.replace('"number":20', '"number":21') })).toBe('entry-elsewhere');
    expect(faultOf({ index: 20 })).toBe('entry-elsewhere');
    expect(faultOf({ index: 19.5 })).toBe('not-a-proof');
    expect(faultOf({ index: proof.size })).toBe('not-a-proof');
    expect(faultOf({ path: proof.path.slice(1) })).toBe('not-in-the-tree');
    expect(faultOf({ path: [...proof.path, proof.path[0] ?? ''] })).toBe('not-in-the-tree');
    expect(faultOf({ path: proof.path.with(2, flip(proof.path[2] ?? '')) })).toBe('not-in-the-tree');
    expect(faultOf({ path: proof.path.with(2, '%') })).toBe('not-a-proof');
    expect(faultOf({ size: proof.size + 1 })).toBe('size-differs');
    expect(faultOf({ checkpoint: proof.checkpoint.replace(`\n${proof.size}\n`, `\n${proof.size + 1}\n`) })).toBe(
      'checkpoint-forged',
    );
    expect(faultOf({ checkpoint: theirs.checkpoint })).toBe('checkpoint-other-key');
    expect(faultOf({ checkpoint: 'nothing' })).toBe('checkpoint-unreadable');
    expect(faultOf({ key: theirs.key })).toBe('checkpoint-other-key');
    expect(faultOf({ key: 'nothing' })).toBe('key-unreadable');
    expect(checkProof(tools, proof, theirs.key)).toEqual({ holds: false, fault: 'key-not-yours' });
    expect(checkProof(tools, theirs).holds).toBe(true);
    expect(checkProof(tools, null)).toEqual({ holds: false, fault: 'not-a-proof' });
  });

  it('of an entry that is not there is a plain no', async () => {
    expect(await bench.askRaw('trail', 'prove', { number: 9_999 })).toEqual({
      ok: false,
      failure: { code: 'not-found', what: 'trail entry' },
    });
  });

  it('is saved to a file', async () => {
    const file = join(outside, 'one.proof.json');
    await bench.ask('trail', 'saveProof', { number: 2, file });
    expect(checkProof(tools, JSON.parse(readFileSync(file, 'utf8')))).toMatchObject({ holds: true, number: 2 });
  });
});

describe('leaves of another kind', () => {
  it('stand in the same tree, are proved like entries, and keep the trail sound', async () => {
    const facts = { found: 'shorter', source: 'kept', expected: 12, size: 9 } as const;
    const leaf = { at: now, actor: 'steward', origin: 'itself', event: 'trail.found', about: [], facts } as const;
    await bench.workbench.write((db) => appendLeaves(db, 'finding', [leaf]));
    const { total, entries } = await bench.ask('trail', 'list', { limit: 1 });
    expect(entries[0]).toMatchObject({ kind: 'finding', event: 'trail.found', facts });
    const proof = await bench.ask('trail', 'prove', { number: total });
    expect(checkProof(tools, proof)).toMatchObject({ holds: true, entry: { kind: 'finding', facts } });
    expect(await bench.ask('trail', 'verify', {})).toMatchObject({ sound: true });
  });

  it('must have the shape of their kind', async () => {
    const wrong = { found: 'shorter', source: 'kept', size: 9, note: 'x' };
    const leaf = {
      at: now,
      actor: 'steward',
      origin: 'itself',
      event: 'trail.found',
      about: [],
      facts: wrong,
    } as const;
    await expect(bench.workbench.write((db) => appendLeaves(db, 'finding', [leaf as never]))).rejects.toThrow();
  });

  it('cost little when there are many: 20,000 in one transaction', async () => {
    const facts = { found: 'shorter', source: 'kept', size: 9 } as const;
    const leaf = { at: now, actor: 'steward', origin: 'itself', event: 'trail.found', about: ['C-1'], facts } as const;
    await bench.workbench.write((db) =>
      appendLeaves(
        db,
        'finding',
        Array.from({ length: 20_000 }, () => leaf),
      ),
    );
    const verdict = await bench.ask('trail', 'verify', {});
    expect(verdict).toMatchObject({ sound: true });
    expect(verdict.entries).toBeGreaterThan(20_000);
    expect(hexOf(await rootAt(sha256, nodesIn(bench.workbench.read()), verdict.entries))).toBe(verdict.root);
  });
});

describe('a checkpoint', () => {
  it('kept elsewhere is extended by the trail that goes on from it', async () => {
    const file = join(outside, 'one.checkpoint');
    const { checkpoint } = await bench.ask('trail', 'saveCheckpoint', { file });
    expect(readFileSync(file, 'utf8')).toBe(checkpoint.note);
    await grow(30);
    expect(await bench.ask('trail', 'verify', { checkpoint: checkpoint.note })).toMatchObject({
      sound: true,
      against: { result: 'extends', size: checkpoint.size },
    });
    const wrong = async (note: string) => (await bench.ask('trail', 'verify', { checkpoint: note })).against?.result;
    expect(await wrong(checkpoint.note.replace(/\n\d+\n/, '\n7\n'))).toBe('forged');
    expect(await wrong('')).toBe('unreadable');
    const other = await testBench();
    const theirs = await other.ask('trail', 'checkpoint', {});
    await other.end();
    expect(await wrong(theirs.note)).toBe('other-vault');
  });

  it('on a report is good for the same comparison: the text of its QR code', async () => {
    await grow(5);
    const { entries, root } = await bench.ask('trail', 'verify', {});
    const { storeId } = bench.workbench.vault().slots();
    await grow(20);
    const result = async (text: string) => (await bench.ask('trail', 'verify', { checkpoint: text })).against?.result;
    expect(await result(`STEWARD TRAIL ${storeId} ${entries} ${root}\n`)).toBe('extends');
    expect(await result(`STEWARD TRAIL ${storeId} ${entries - 1} ${root}`)).toBe('differs');
    expect(await result(`STEWARD TRAIL ${storeId} 9999 ${root}`)).toBe('shorter');
    expect(await result(`STEWARD TRAIL 00000000-00000000 ${entries} ${root}`)).toBe('other-vault');
    expect(await result(`STEWARD TRAIL ${storeId} ${entries}`)).toBe('unreadable');
  });

  it('is made when something is exported, when the vault is locked, and once a month', async () => {
    await bench.ask('customers', 'add', { fields: { full_name: 'Rosa' } });
    await bench.ask('customers', 'export', { selection: { filter: {} }, format: 'csv', file: join(outside, 'x.csv') });
    const reasons = async () => (await bench.ask('trail', 'checkpoints', {})).map(({ reason }) => reason);
    expect(await reasons()).toEqual(['export']);
    const workAndReopen = async () => {
      await bench.ask('customers', 'add', { fields: { full_name: 'Rosa' } });
      await bench.reopen();
    };
    await workAndReopen();
    expect(await reasons()).toEqual(['monthly', 'lock', 'export']);
    bench.setNow('2026-12-01T09:00:00.000Z');
    await workAndReopen();
    await workAndReopen();
    expect(await reasons()).toEqual(['lock', 'monthly', 'lock', 'monthly', 'lock', 'export']);
    // Nothing was added since the last one.
    await bench.workbench.lock();
  });

  it('is signed with the vault’s key under its origin, and nothing else of the vault is in it', async () => {
    const { note, size, root } = await bench.ask('trail', 'checkpoint', {});
    const { storeId } = bench.workbench.vault().slots();
    const [origin, length, hash, blank, signature, end] = note.split('\n');
    expect([origin, length, blank, end]).toEqual([`steward/vault/${storeId}`, String(size), '', '']);
    expect(hexOf(bytesOfBase64(hash ?? '') ?? expect.fail())).toBe(root);
    expect(signature).toMatch(new RegExp(`^— steward/vault/${storeId} [A-Za-z0-9+/]{91}=$`));
  });

  it('is printed on one page with everything that is needed to check', async () => {
    for (const language of ['en', 'de'] as const) {
      const file = join(outside, `sheet-${language}.pdf`);
      const { checkpoint } = await bench.ask('trail', 'anchorSheet', { language, file });
      const seen = await seePdf(readFileSync(file));
      expect(seen).toMatchObject({ pages: 1, tagged: true, language });
      expect(seen.text.replaceAll(/\s+/g, '')).toContain(checkpoint.note.replaceAll(/\s+/g, ''));
    }
    expect(await bench.ask('trail', 'standing', {})).toMatchObject({ sheetDue: false });
    bench.setNow('2026-12-01T00:00:00.000Z');
    expect(await bench.ask('trail', 'standing', {})).toMatchObject({ sheetDue: true });
  });
});
