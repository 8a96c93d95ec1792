/** The keychain opens the vault and says nothing of who sits there. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Keychain } from '#main/vault/keychain';
import { callerOf } from '#main/ipc/session';
import type { RoleId } from '#shared/domains/access/model';
import { codeAt } from '#test/support/totp';
import { testBench, testPassphrase, type TestBench } from '#test/support/workbench';

/** A keychain that remembers, as the system's does while somebody is signed in to the computer. */
function remembering(): Keychain {
  const kept = new Map<string, Uint8Array>();
  return {
    read: async (storeId) => {
      const value = kept.get(storeId);
      return value === undefined ? { state: 'missing' } : { state: 'ok', value };
    },
    write: async (storeId, value) => {
      kept.set(storeId, value);
      return 'ok';
    },
    forget: async (storeId) => void kept.delete(storeId),
    hanging: () => false,
  };
}

let first: TestBench;
let again: TestBench | null = null;
const keychain = remembering();
beforeEach(async () => {
  first = await testBench('open', undefined, keychain);
});
afterEach(async () => {
  await again?.end();
  again = null;
  await first.end();
});

/** Starts Steward anew on the same computer and lets the keychain open the vault. */
async function startAgain(): Promise<TestBench> {
  await first.workbench.lock();
  again = await testBench('none', first.folder, keychain);
  await again.ask('vault', 'unlock', { with: 'keychain' });
  return again;
}

it('lets a single person in, who has shown nothing yet', async () => {
  const bench = await startAgain();
  const caller = callerOf(bench.workbench.session(), 'page', bench.workbench.clock.now());
  expect(caller).toMatchObject({ actor: { id: 'owner' }, provenAt: null });
  expect(
    await bench.askRaw('access', 'addPerson', { name: 'A', signInName: 'a', role: 'staff' }, caller),
  ).toMatchObject({ failure: { rule: 'access.proof-needed' } });
});

it('asks who it is where there are several', async () => {
  await first.ask('access', 'addPerson', { name: 'Anna', signInName: 'anna', role: 'staff' as RoleId });
  const bench = await startAgain();
  const who = await bench.ask('access', 'who', {});
  expect(who).toMatchObject({ state: 'pick', person: null, rights: [] });
  expect(who.people.map(({ name }) => name).toSorted()).toEqual(['Anna', 'Owner']);
  expect(callerOf(bench.workbench.session(), 'page', bench.workbench.clock.now()).actor.id).toBe('nobody');
});

it('asks for the passphrase of somebody who has a second factor', async () => {
  const { secret } = await first.ask('access', 'startSecondFactor', {});
  await first.ask('access', 'confirmSecondFactor', { code: codeAt(secret, first.workbench.clock.now()) });
  const bench = await startAgain();
  expect((await bench.ask('access', 'who', {})).state).toBe('pick');
  expect((await bench.ask('access', 'signIn', { person: 'owner' as never, passphrase: testPassphrase })).state).toBe(
    'code',
  );
});
