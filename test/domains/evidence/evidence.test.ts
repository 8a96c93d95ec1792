/** Evidence through serve on a real vault: revisions, removal, what a crash leaves behind, and hostile names. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '@fast-check/vitest';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '#main/ipc/context';
import { type EvidenceId, largestEvidence } from '#shared/domains/evidence/model';
import { testBench, testPassphrase, type TestBench } from '#test/support/workbench';

const files = mkdtempSync(join(tmpdir(), 'steward-evidence-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));
const write = (name: string, bytes: string | Uint8Array): string => {
  const file = join(files, name);
  writeFileSync(file, bytes);
  return file;
};

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());
const folder = (): string => join(bench.folder, 'evidence');
const add = (name: string, bytes: string | Uint8Array, more: object = {}) =>
  bench.ask('evidence', 'add', { file: write(name, bytes), ...more });
const failure = async (operation: string, input: unknown, caller?: Caller): Promise<unknown> => {
  const answer = await bench.askRaw('evidence', operation, input, caller);
  return answer.ok ? 'it worked' : answer.failure;
};

describe('evidence', () => {
  it('comes back byte for byte, whatever the text, also after the vault was locked', async () => {
    const texts = fc.sample(
      fc
        .string({ unit: 'grapheme', maxLength: 2_000 })
        .filter((text) => !/[\p{Cc}]/u.test(text) && !/^\s*(%PDF-|\{\\rtf|#!)/.test(text)),
      { numRuns: 15, seed: 7 },
    );
    const kept: [EvidenceId, string][] = [];
    for (const [index, text] of texts.entries()) kept.push([(await add(`note-${index}.txt`, text)).id, text]);
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    expect(await bench.ask('evidence', 'check', {})).toEqual({ checked: texts.length, damaged: [] });
    for (const [index, [id, text]] of kept.entries()) {
      const copy = join(files, `copy-${index}.txt`);
      await bench.ask('evidence', 'export', { id, file: copy });
      expect(readFileSync(copy, 'utf8')).toBe(text);
    }
  });

  it('shows every changed byte of a kept file', async () => {
    const { id } = await add('plan.txt', 'the plan');
    const [name = ''] = readdirSync(folder());
    const whole = readFileSync(join(folder(), name));
    for (let position = 0; position < whole.length; position += 1) {
      const changed = Buffer.from(whole);
      changed[position] = (changed[position] ?? 0) ^ 0x01;
      writeFileSync(join(folder(), name), changed);
      expect([position, (await bench.ask('evidence', 'check', {})).damaged]).toEqual([position, [id]]);
    }
    for (const cut of [0, 1, 20, whole.length - 1]) {
      writeFileSync(join(folder(), name), whole.subarray(0, cut));
      expect((await bench.ask('evidence', 'check', {})).damaged).toEqual([id]);
    }
    writeFileSync(join(folder(), name), whole);
    expect((await bench.ask('evidence', 'check', {})).damaged).toEqual([]);
  });

  it('has one line of revisions: what was replaced is not replaced a second time', async () => {
    const first = await add('plan.txt', 'one', { title: 'Plan' });
    const second = await add('plan.txt', 'two', { replaces: first.id });
    expect(await failure('add', { file: write('plan.txt', 'three'), replaces: first.id })).toEqual({
      code: 'conflict',
      what: 'evidence',
    });
    expect(readdirSync(folder())).toHaveLength(2);
    const third = await add('plan.txt', 'three', { replaces: second.id });
    for (const id of [first.id, second.id, third.id]) {
      expect((await bench.ask('evidence', 'revisions', { id })).map((one) => one.id)).toEqual([
        third.id,
        second.id,
        first.id,
      ]);
    }
    expect(await failure('revisions', { id: 'evi_00000000000000000000' })).toEqual({
      code: 'not-found',
      what: 'evidence',
    });
    // Without its newest revision the one before counts again; a gap in the middle does not break the line.
    await bench.ask('evidence', 'remove', { id: second.id });
    expect((await bench.ask('evidence', 'list', {})).map((one) => one.id)).toEqual([third.id]);
    expect((await bench.ask('evidence', 'revisions', { id: first.id })).map((one) => one.id)).toEqual([
      third.id,
      first.id,
    ]);
    await bench.ask('evidence', 'remove', { id: third.id });
    expect((await bench.ask('evidence', 'list', {})).map((one) => one.id)).toEqual([first.id]);
  });

  it('leaves nothing readable behind when removed: neither title nor name nor file', async () => {
    const { id } = await add('Karin Holz complaint.txt', 'canary', {
      title: 'Canary title',
      targets: ['measure:training'],
    });
    await bench.ask('evidence', 'remove', { id });
    expect(readdirSync(folder())).toEqual([]);
    const rows = JSON.stringify(await bench.workbench.read().driver.all('select * from evidence'));
    expect(rows).not.toMatch(/Karin|Canary/);
    expect(await failure('remove', { id })).toEqual({ code: 'not-found', what: 'evidence' });
    expect(await failure('link', { id, revision: 1, targets: [], expiresOn: null })).toEqual({
      code: 'not-found',
      what: 'evidence',
    });
  });

  it('clears away what a crash left: encrypted files that no record names', async () => {
    const { id } = await add('kept.txt', 'kept');
    writeFileSync(join(folder(), 'a'.repeat(40)), 'left over');
    writeFileSync(join(folder(), `.${'b'.repeat(40)}.0123456789ab.tmp`), 'half written');
    writeFileSync(join(folder(), 'mine.txt'), 'put there by somebody');
    expect(await bench.ask('evidence', 'check', {})).toEqual({ checked: 1, damaged: [] });
    const left = readdirSync(folder());
    expect(left).toContain('mine.txt');
    expect(left).toHaveLength(2);
    expect(await failure('export', { id, file: join(files, 'after.txt') })).toBe('it worked');
  });

  it('is refused when too large, missing, a folder, or from a page that names a file itself', async () => {
    const page: Caller = { actor: { id: 'owner', role: 'owner' }, origin: 'page' };
    expect(await failure('add', { file: write('large.txt', Buffer.alloc(largestEvidence + 1, 0x61)) })).toMatchObject({
      code: 'unavailable',
      resource: 'file-too-large',
    });
    expect(await failure('add', { file: join(files, 'none.txt') })).toMatchObject({ resource: 'file-missing' });
    expect(await failure('add', { file: files })).toMatchObject({ code: 'rule', rule: 'evidence.kind-not-taken' });
    expect(await failure('add', { file: join(files, 'none.txt') }, page)).toMatchObject({ code: 'forbidden' });
    expect(await failure('add', { file: write('a.txt', 'a'), targets: ['measure:no-such-thing'] })).toEqual({
      code: 'not-found',
      what: 'target',
    });
    expect(await failure('add', { file: write('a.txt', 'a'), targets: ['gdpr:art-999'] })).toEqual({
      code: 'not-found',
      what: 'target',
    });
    expect(await failure('add', { file: write('a.txt', 'a'), targets: ['__proto__'] })).toMatchObject({
      code: 'invalid',
    });
    expect(await failure('add', { file: write('a.txt', 'a'), expiresOn: '2026-02-30' })).toMatchObject({
      code: 'invalid',
    });
    expect(await bench.ask('evidence', 'list', {})).toEqual([]);
  });

  it('takes links to every obligation there is', async () => {
    const { id, ...added } = await add('all.txt', 'all');
    let { revision } = added;
    const rows = await bench.ask('obligations', 'list', {});
    expect(rows.length).toBeGreaterThan(300);
    for (let from = 0; from < rows.length; from += 50) {
      const targets = rows.slice(from, from + 50).map(({ name }) => name);
      const linked = await bench.ask('evidence', 'link', { id, revision, targets, expiresOn: null });
      expect(linked.targets.toSorted()).toEqual(targets.toSorted());
      ({ revision } = linked);
    }
  });

  it('keeps a page that is behind from overwriting what somebody else said meanwhile', async () => {
    const { id, revision } = await add('list.txt', 'list', { targets: ['measure:training'] });
    const change = { id, revision, targets: ['gdpr:art-30.1'], expiresOn: '2027-05-01' };
    expect(await bench.ask('evidence', 'link', change as never)).toMatchObject({ revision: revision + 1 });
    expect(await failure('link', { ...change, targets: [], expiresOn: null })).toEqual({
      code: 'conflict',
      what: 'evidence',
    });
    expect(await bench.ask('evidence', 'list', {})).toMatchObject([
      { id, revision: revision + 1, targets: ['gdpr:art-30.1'], expiresOn: '2027-05-01' },
    ]);
    const newer = await add('list.txt', 'list 2', { replaces: id });
    expect(newer).toMatchObject({ revision: 1, targets: ['gdpr:art-30.1'] });
  });
});
