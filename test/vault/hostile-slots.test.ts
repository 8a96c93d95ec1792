/** Slots files nobody of ours wrote: never a crash, never another key taken for the right one, never a new key where a store is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdFor, openSlot } from '#main/vault/hold';
import { noKeychain } from '#main/vault/keychain';
import { entropyOf, keyFromKit } from '#main/vault/kit';
import { emptySlots, newStoreId, type Slot, slotOf, type SlotKind, type Slots, withSlot } from '#main/vault/slots';
import { digestOf, readSlots } from '#main/vault/slots-file';
import { makeVault, openVault } from '#main/vault/vault';
import { AppError } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const cost = { memory: 19_456, passes: 2, lanes: 1 };
const root = mkdtempSync(join(tmpdir(), 'steward-hostile-'));
const folder = join(root, 'vault');
let words = '';
let whole = '';
let dataKey: Uint8Array;
let kitKey: Uint8Array;

beforeAll(async () => {
  const made = await makeVault(folder, noKeychain, { passphrase: 'correct horse', useKeychain: false, now, cost });
  await made.vault.renameSignIn('owner', 'Anna');
  await made.vault.addPassphrase('per_ben', 'Ben', 'a passphrase for ben', now);
  await made.vault.close();
  words = made.words.join(' ');
  whole = readFileSync(join(folder, 'slots.json'), 'utf8');
  rmSync(join(folder, 'slots.previous.json'));
  const slots = await readSlots(folder);
  kitKey = keyFromKit(entropyOf(words) ?? new Uint8Array(), slots.storeId);
  const held = openSlot(slots, slotOf(slots, 'kit') as Slot, kitKey);
  if (held === null) throw new Error('unexpected');
  dataKey = held.dataKey;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Place = { readonly of: Record<string, unknown>; readonly name: string };
/** Every value in a tree with where it is. */
const placesIn = (value: unknown): Place[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((name) => [
        { of: value as Record<string, unknown>, name },
        ...placesIn((value as Record<string, unknown>)[name]),
      ])
    : [];

const isAlike = (one: unknown, other: unknown): boolean =>
  typeof one === typeof other && (typeof one !== 'string' || one.length === (other as string).length);

/** A slots file changed in one to four places; with its digest made right again it passes for a whole one. */
const hostile = fc
  .record({
    changes: fc.array(
      fc.record({
        place: fc.nat(),
        other: fc.nat(),
        how: fc.constantFrom(
          'remove',
          'swap',
          'value',
          'character',
          'copy',
          'alike',
          'alike',
          'alike',
          'alike',
          'alike',
        ),
        value: fc.oneof(
          fc.jsonValue(),
          fc.string({ maxLength: 80 }),
          fc.base64String({ maxLength: 90 }),
          fc.constantFrom(
            '__proto__',
            'owner',
            'per_ben',
            'kit',
            'passphrase',
            'keychain',
            'escrow',
            'pair',
            'direct',
            1,
            2,
            null,
          ),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    isSealed: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    cut: fc.option(fc.nat({ max: 3_000 }), { freq: 12 }),
  })
  .map(({ changes, isSealed, cut }) => {
    const { digest, ...file } = JSON.parse(whole) as Record<string, unknown>;
    for (const { place, other, how, value } of changes) {
      const places = placesIn(file);
      const at = places[place % places.length];
      // The most cunning change: something of the same shape from elsewhere in the file, so that the file is still well formed.
      const alike = places.filter((one) => how !== 'alike' || isAlike(one.of[one.name], at?.of[at.name]));
      const second = alike[other % alike.length];
      if (at === undefined || second === undefined) continue;
      const before = at.of[at.name];
      if (how === 'remove') delete at.of[at.name];
      else if (how === 'swap') [at.of[at.name], second.of[second.name]] = [second.of[second.name], before];
      else if (how === 'copy' || how === 'alike') at.of[at.name] = structuredClone(second.of[second.name]);
      else if (how === 'character' && typeof before === 'string')
        at.of[at.name] =
          before.slice(0, other % (before.length + 1)) + 'A' + before.slice((other % (before.length + 1)) + 1);
      else at.of[at.name] = value;
    }
    let text: string;
    try {
      text = JSON.stringify({ ...file, digest: isSealed ? digestOf(file) : digest });
    } catch {
      // A swap may have put a part into itself.
      text = '{}';
    }
    return cut === null ? text : text.slice(0, cut);
  });

const sameKey = (key: Uint8Array | null | undefined): boolean => key == null || Buffer.from(key).equals(dataKey);

describe('a slots file somebody changed', () => {
  it('10,000 times is refused or gives the one right key', async () => {
    const tally = { refused: 0, opened: 0, closed: 0 };
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        writeFileSync(join(folder, 'slots.json'), text);
        let slots: Slots;
        try {
          slots = await readSlots(folder);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          tally.refused += 1;
          return;
        }
        for (const slot of slots.slots) {
          const held = openSlot(slots, slot, kitKey);
          expect(sameKey(held?.dataKey) && sameKey(held?.next)).toBe(true);
          expect(openSlot(slots, slot, new Uint8Array(32).fill(7))).toBeNull();
          tally[held === null ? 'closed' : 'opened'] += 1;
        }
      }),
      { numRuns: 10_000 },
    );
    // All three must happen, or the changes were all too coarse or all too fine.
    expect(Math.min(tally.refused, tally.opened, tally.closed)).toBeGreaterThan(100);
  }, 240_000);

  it('is answered with a named no, and no vault is made over it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        writeFileSync(join(folder, 'slots.json'), text);
        const store = readFileSync(join(folder, 'store.db'));
        const made = await failureOf(
          makeVault(folder, noKeychain, { passphrase: 'another', useKeychain: false, now, cost }),
        );
        expect(made).toMatchObject({ rule: 'vault.already-there' });
        try {
          const vault = await openVault(folder, noKeychain, { with: 'kit', words });
          expect(await vault.store.reader.driver.all('select count(*) as rows from customers')).toEqual([{ rows: 0 }]);
          await vault.close();
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect(readFileSync(join(folder, 'store.db')).equals(store)).toBe(true);
        }
        rmSync(join(folder, 'slots.previous.json'), { force: true });
      }),
      { numRuns: 400 },
    );
    writeFileSync(join(folder, 'slots.json'), whole);
    const vault = await openVault(folder, noKeychain, { with: 'kit', words });
    expect(vault.openedWith).toBe('kit');
    await vault.close();
  }, 240_000);
});

describe('a slot of another store', () => {
  it('does not open here, whatever its kind, even under the same secret', () => {
    const secret = new Uint8Array(32).fill(3);
    const kinds = ['keychain', 'kit', 'escrow'] as const satisfies readonly SlotKind[];
    for (let round = 0; round < 100; round += 1) {
      const key = new Uint8Array(32).fill(round);
      const [here, there] = [emptySlots(newStoreId(), key, now), emptySlots(newStoreId(), key, now)];
      for (const kind of kinds) {
        const named = { kind, id: 'the same id' };
        const slotIn = (slots: Slots, as: (typeof kinds)[number] = kind): Slot => {
          const common = { id: named.id, madeAt: now, hold: holdFor(slots.storeId, named, secret, key) };
          return as === 'kit' ? { kind: as, confirmedAt: null, ...common } : { kind: as, ...common };
        };
        const own = slotIn(here);
        expect(Buffer.from(key).equals(openSlot(withSlot(here, own), own, secret)?.dataKey ?? new Uint8Array())).toBe(
          true,
        );
        expect(openSlot(here, slotIn(there), secret)).toBeNull();
        for (const other of kinds) if (other !== kind) expect(openSlot(here, slotIn(here, other), secret)).toBeNull();
      }
    }
  });
});
