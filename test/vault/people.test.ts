/** Several people on one vault: each with a passphrase of their own, none told from the file, and slots of version 1. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#main/db/open';
import { noKeychain } from '#main/vault/keychain';
import { slotOf, slotOfPerson } from '#main/vault/slots';
import { readSlots, writeSlots } from '#main/vault/slots-file';
import { makeVault, openVault } from '#main/vault/vault';
import type { Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const passphrase = 'correct horse battery staple';
const cheap = { memory: 19_456, passes: 2, lanes: 1 };
let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-people-'));
  folder = join(root, 'vault');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const signIn = (given: string, name?: string) =>
  openVault(folder, noKeychain, { with: 'passphrase', passphrase: given, name });

async function makeForTwo(): Promise<void> {
  const { vault } = await makeVault(folder, noKeychain, { passphrase, useKeychain: false, now });
  await vault.renameSignIn('owner', 'Anna Maier');
  await vault.addPassphrase('per_ben', 'Ben', 'a passphrase for ben', now);
  await vault.close();
}

describe('a vault for two people', () => {
  it('opens for each with their own passphrase and says who it was', async () => {
    await makeForTwo();
    const ben = await signIn('a passphrase for ben', '  BEN ');
    expect([ben.openedBy(), ben.openedWith, ben.people()]).toEqual(['per_ben', 'passphrase', ['owner', 'per_ben']]);
    await ben.close();
    const anna = await signIn(passphrase, 'anna  maier');
    expect(anna.openedBy()).toBe('owner');
    await anna.close();
  });

  it('refuses the other one’s passphrase, an unknown name and no name with the same words', async () => {
    await makeForTwo();
    const refused = { code: 'unavailable', resource: 'wrong-secret', facts: { with: 'passphrase', keychain: 'off' } };
    expect(await failureOf(signIn(passphrase, 'Ben'))).toEqual(refused);
    expect(await failureOf(signIn(passphrase, 'Carla'))).toEqual(refused);
    expect(await failureOf(signIn(passphrase))).toEqual(refused);
  });

  it('does not name anybody in its files', async () => {
    await makeForTwo();
    await failureOf(signIn('no', 'Somebody Unknown'));
    for (const file of ['slots.json', 'slots.previous.json', 'attempts.json'])
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/anna|maier|"ben"|unknown /i);
  });

  it('lets nobody take a name or a place that is taken, and keeps the last passphrase', async () => {
    await makeForTwo();
    const vault = await signIn(passphrase, 'Anna Maier');
    expect(await failureOf(vault.addPassphrase('per_eve', 'ben', 'x', now))).toMatchObject({
      rule: 'vault.sign-in-name-taken',
    });
    expect(await failureOf(vault.addPassphrase('per_ben', 'benjamin', 'x', now))).toMatchObject({
      rule: 'vault.person-has-passphrase',
    });
    expect(await failureOf(vault.renameSignIn('per_ben', 'ANNA maier'))).toMatchObject({
      rule: 'vault.sign-in-name-taken',
    });
    expect(await failureOf(vault.provePassphrase('per_nobody', 'x'))).toMatchObject({ code: 'not-found' });
    await vault.removePerson('per_ben');
    expect(await failureOf(vault.removePerson('owner'))).toMatchObject({ rule: 'vault.last-passphrase' });
    await vault.close();
    await (await signIn(passphrase)).close();
  });

  it('removes somebody from both generations of the file', async () => {
    await makeForTwo();
    const vault = await signIn(passphrase, 'Anna Maier');
    await vault.removePerson('per_ben');
    await vault.close();
    rmSync(join(folder, 'slots.json'));
    expect(await failureOf(signIn('a passphrase for ben', 'Ben'))).toMatchObject({ resource: 'wrong-secret' });
    await (await signIn(passphrase)).close();
  });

  it('changes and resets a passphrase for one person only, and the old one opens nothing, not even from the file before', async () => {
    await makeForTwo();
    const vault = await signIn(passphrase, 'Anna Maier');
    await vault.changePassphrase('owner', passphrase, 'the next of anna', now);
    await vault.resetPassphrase('per_ben', 'the next of ben', now);
    await vault.provePassphrase('per_ben', 'the next of ben');
    await vault.close();
    rmSync(join(folder, 'slots.json'));
    expect(await failureOf(signIn(passphrase, 'Anna Maier'))).toMatchObject({ resource: 'wrong-secret' });
    expect(await failureOf(signIn('a passphrase for ben', 'Ben'))).toMatchObject({ resource: 'wrong-secret' });
    await (await signIn('the next of anna', 'Anna Maier')).close();
    await (await signIn('the next of ben', 'Ben')).close();
  });
});

describe('slots that somebody changed', () => {
  it('are refused when a slot is passed off as another person’s', async () => {
    await makeForTwo();
    const slots = await readSlots(folder);
    const swapped = slots.slots.map((slot) =>
      slot.kind === 'passphrase' ? { ...slot, person: slot.person === 'owner' ? 'per_ben' : 'owner' } : slot,
    );
    await writeSlots(folder, { ...slots, slots: swapped });
    expect(await failureOf(signIn('a passphrase for ben', 'Ben'))).toMatchObject({ resource: 'wrong-secret' });
  });

  it('are refused when a public key was exchanged, so that no later key is sealed to a stranger', async () => {
    await makeForTwo();
    const slots = await readSlots(folder);
    const [mine, other] = [slotOfPerson(slots, 'owner'), slotOf(slots, 'kit')];
    if (mine?.hold.form !== 'pair' || other?.hold.form !== 'pair') throw new Error('unexpected');
    const exchanged = { ...other, hold: { ...other.hold, publicKey: mine.hold.publicKey } };
    const damaged = { resource: 'vault-damaged', facts: { part: 'slots' } };
    for (const proof of [slots.proof, null]) {
      await writeSlots(folder, {
        ...slots,
        proof,
        slots: slots.slots.map((slot) => (slot === other ? exchanged : slot)),
      });
      expect(await failureOf(signIn(passphrase, 'Anna Maier'))).toMatchObject(damaged);
    }
    await writeSlots(folder, slots);
    await (await signIn(passphrase, 'Anna Maier')).close();
  });
});

describe('older slots', () => {
  const kit =
    'acoustic choose actress bring bacon argue half piano case course enrich fury cash orchard undo sight dust demise nation pass cube coach imitate wild';
  async function placeVersion1(): Promise<void> {
    mkdirSync(folder);
    copyFileSync(join(import.meta.dirname, 'fixtures/slots-version-1.json'), join(folder, 'slots.json'));
    const dataKey = new Uint8Array(32).map((_, index) => index * 5 + 1);
    await (await openStore(folder, dataKey, 'create')).close();
  }

  it('of version 1 open with passphrase and kit, and are written as version 2', async () => {
    await placeVersion1();
    expect(await failureOf(signIn('wrong'))).toMatchObject({ resource: 'wrong-secret' });
    const first = await signIn(passphrase);
    expect(first.openedBy()).toBe('owner');
    await first.close();
    expect(JSON.parse(readFileSync(join(folder, 'slots.json'), 'utf8'))).toMatchObject({ version: 2 });
    const byKit = await openVault(folder, noKeychain, { with: 'kit', words: kit });
    expect([byKit.openedBy(), byKit.openedWith]).toEqual([null, 'kit']);
    expect(byKit.slots().slots.map((slot) => slot.hold.form)).toEqual(['pair', 'pair']);
    expect(slotOf(byKit.slots(), 'kit')?.confirmedAt).toBe('2026-10-01T08:01:00.000Z');
    await byKit.close();
    await (await signIn(passphrase)).close();
  });

  it('whose passphrase cost less are wrapped at today’s cost when it is typed, in both generations', async () => {
    const { vault } = await makeVault(folder, noKeychain, { passphrase, useKeychain: false, now, cost: cheap });
    await vault.close();
    expect(slotOfPerson(await readSlots(folder), 'owner')?.kdf).toMatchObject(cheap);
    expect(await failureOf(signIn('wrong'))).toMatchObject({ resource: 'wrong-secret' });
    expect(slotOfPerson(await readSlots(folder), 'owner')?.kdf).toMatchObject(cheap);
    await (await signIn(passphrase)).close();
    for (const file of ['slots.json', 'slots.previous.json'])
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(/"memory": 65536,\s+"passes": 3/);
    await (await signIn(passphrase)).close();
  });

  it('that cost less than any Steward ever made are damaged', async () => {
    const { vault } = await makeVault(folder, noKeychain, { passphrase, useKeychain: false, now });
    await vault.close();
    rmSync(join(folder, 'slots.previous.json'), { force: true });
    const slots = await readSlots(folder);
    const weak = slots.slots.map((slot) =>
      slot.kind === 'passphrase' ? { ...slot, kdf: { ...slot.kdf, memory: 8_192 } } : slot,
    );
    await writeSlots(folder, { ...slots, slots: weak });
    rmSync(join(folder, 'slots.previous.json'));
    expect(await failureOf(readSlots(folder))).toMatchObject({ resource: 'vault-damaged' });
  });
});

describe('a derived key', () => {
  it('is the same at every opening, another for every purpose and every vault', async () => {
    const { vault } = await makeVault(folder, noKeychain, { passphrase, useKeychain: false, now });
    const first = vault.derive('trail');
    expect(first).toHaveLength(32);
    expect(vault.derive('other')).not.toEqual(first);
    await vault.close();
    const again = await signIn(passphrase);
    expect(again.derive('trail')).toEqual(first);
    await again.close();
    const other = await makeVault(join(root, 'other'), noKeychain, { passphrase, useKeychain: false, now });
    expect(other.vault.derive('trail')).not.toEqual(first);
    await other.vault.close();
  });
});
