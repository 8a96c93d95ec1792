/** Several people in one vault: coming in, being let go, what needs two, and who looks at what. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from '#main/ipc/session';
import type { Caller } from '#main/ipc/context';
import type { PersonId, RoleId } from '#shared/domains/access/model';
import type { Day, Instant } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { testBench, testPassphrase, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
});
afterEach(() => bench.end());

const ownPassphrase = 'a passphrase of my own';

async function add(signInName: string, role: string, until: string | null = null) {
  return bench.ask('access', 'addPerson', {
    name: signInName.toUpperCase(),
    signInName,
    role: role as RoleId,
    until: until as Day | null,
  });
}

/** Adds somebody, lets them choose their passphrase, and signs the owner in again. */
async function addAndEnter(signInName: string, role: string): Promise<PersonId> {
  const { person, passphrase } = await add(signInName, role);
  await bench.ask('access', 'signIn', { person: person.id, passphrase });
  await bench.ask('access', 'chooseFirst', { current: passphrase, next: ownPassphrase });
  await signInOwner();
  return person.id;
}
const signInOwner = () => bench.ask('access', 'signIn', { person: 'owner' as PersonId, passphrase: testPassphrase });
const signIn = (person: PersonId) => bench.ask('access', 'signIn', { person, passphrase: ownPassphrase });
/** Whoever has signed in, as serve sees them. */
const here = (): Caller => callerOf(bench.workbench.session(), 'page', bench.workbench.clock.now());
const raw = (domain: string, operation: string, input: unknown, alone = false) =>
  bench.askRaw(domain, operation, input, here(), undefined, alone);
const events = async (): Promise<string[]> =>
  (await bench.ask('trail', 'list', { limit: 500 })).entries.map(({ event }) => event);

describe('a first person', () => {
  it('is the owner, signed in by making the vault', async () => {
    expect(await bench.ask('access', 'who', {})).toMatchObject({
      state: 'signed-in',
      person: { id: 'owner', name: 'Owner', role: 'owner' },
      approvers: 0,
    });
  });

  it('cannot be disabled, given another role or an end: somebody must remain who may do everything', async () => {
    const change = { id: 'owner' as PersonId, revision: 1, name: 'Owner' };
    for (const input of [
      { ...change, role: 'staff' as RoleId, until: null },
      { ...change, role: 'owner' as RoleId, until: '2027-01-01' as Day },
    ])
      expect(await failureOf(bench.ask('access', 'changePerson', input))).toMatchObject({ rule: 'access.last-owner' });
    expect(await failureOf(bench.ask('access', 'disablePerson', { id: 'owner' as PersonId }))).toMatchObject({
      rule: 'access.last-owner',
    });
  });
});

describe('a second person', () => {
  it('gets a first passphrase that must be replaced before anything else', async () => {
    const { person, passphrase } = await add('anna', 'staff');
    expect(passphrase.split(' ')).toHaveLength(6);
    expect(person.mustChange).toBe(true);
    expect(await bench.ask('access', 'signIn', { person: person.id, passphrase })).toMatchObject({
      state: 'change-passphrase',
    });
    // Not signed in yet: for serve nobody is there.
    expect(await raw('customers', 'count', {})).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(
      await failureOf(bench.ask('access', 'chooseFirst', { current: passphrase, next: passphrase })),
    ).toMatchObject({ rule: 'access.same-passphrase' });
    await bench.ask('access', 'chooseFirst', { current: passphrase, next: ownPassphrase });
    expect(await raw('customers', 'count', {})).toMatchObject({ ok: true });
    expect(await failureOf(bench.ask('access', 'signIn', { person: person.id, passphrase }))).toMatchObject({
      resource: 'wrong-secret',
    });
  });

  it('opens the locked vault by name, and so does the owner', async () => {
    const id = await addAndEnter('anna', 'staff');
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: ownPassphrase, name: 'Ánna' });
    expect(here().actor.id).toBe(id);
    await bench.workbench.lock();
    expect(await bench.askRaw('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase })).toMatchObject({
      ok: false,
    });
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase, name: 'owner' });
    expect(here().actor.id).toBe('owner');
  });

  it('cannot have a sign-in name that differs only in capitals or accents', async () => {
    await add('anna', 'staff');
    expect(await failureOf(add('ÁNNA', 'staff'))).toMatchObject({ rule: 'access.sign-in-name-taken' });
  });

  it('is out at once when disabled, also in the middle of their work, and does not leave the vault open', async () => {
    const id = await addAndEnter('anna', 'staff');
    await signIn(id);
    expect(here().actor.id).toBe(id);
    await bench.ask('access', 'disablePerson', { id });
    expect(here().actor.id).toBe('nobody');
    expect(await failureOf(signIn(id))).toMatchObject({ rule: 'access.not-any-more' });
    await bench.workbench.lock();
    expect(
      await bench.askRaw('vault', 'unlock', { with: 'passphrase', passphrase: ownPassphrase, name: 'anna' }),
    ).toMatchObject({ ok: false });
    expect(bench.workbench.opened()).toBeNull();
  });

  it('is out when their last day is over, without anybody doing anything', async () => {
    const { person, passphrase } = await add('aud', 'auditor', '2026-11-24');
    await bench.ask('access', 'signIn', { person: person.id, passphrase });
    await bench.ask('access', 'chooseFirst', { current: passphrase, next: ownPassphrase });
    expect(await raw('customers', 'count', {})).toMatchObject({ ok: true });
    bench.setNow('2026-11-25T12:00:00.000Z');
    expect(await raw('customers', 'count', {})).toEqual({ ok: false, failure: { code: 'locked' } });
    expect(await failureOf(signIn(person.id))).toMatchObject({ rule: 'access.not-any-more' });
  });

  it('is not looked at any more after ten wrong passphrases, until somebody with the right helps', async () => {
    const id = await addAndEnter('anna', 'staff');
    for (let guess = 0; guess < 10; guess += 1)
      expect(
        await failureOf(bench.ask('access', 'signIn', { person: id, passphrase: `guess ${guess}` })),
      ).toMatchObject({ resource: 'wrong-secret' });
    expect(await failureOf(signIn(id))).toMatchObject({ rule: 'vault.too-many-attempts' });
    await signInOwner();
    const failed = (await events()).filter((event) => event === 'access.sign-in-failed');
    expect(failed).toHaveLength(11);
    const { passphrase } = await bench.ask('access', 'resetPassphrase', { id });
    expect(await bench.ask('access', 'signIn', { person: id, passphrase })).toMatchObject({
      state: 'change-passphrase',
    });
  });
});

describe('a role of the business’s own', () => {
  it('allows exactly what its table says, at once for whoever is signed in', async () => {
    const role = await bench.ask('access', 'saveRole', {
      id: null,
      revision: 0,
      name: 'Front desk',
      grants: [{ domain: 'customers', rights: ['read'] }],
    });
    expect(role.id).toBe('own-front-desk');
    const id = await addAndEnter('flo', role.id);
    await signIn(id);
    expect(await raw('customers', 'count', {})).toMatchObject({ ok: true });
    expect(await raw('imports', 'list', {})).toMatchObject({
      failure: { code: 'forbidden', permission: 'imports.read' },
    });
    await bench.ask('access', 'saveRole', {
      id: role.id,
      revision: role.revision,
      name: 'Front desk',
      grants: [{ domain: 'imports', rights: ['read'] }],
    });
    expect(await raw('customers', 'count', {})).toMatchObject({ failure: { code: 'forbidden' } });
    expect(await raw('imports', 'list', {})).toMatchObject({ ok: true });
    expect(await failureOf(bench.ask('access', 'removeRole', { id: role.id }))).toMatchObject({
      rule: 'access.role-in-use',
    });
  });

  it('is not overwritten by a page that is behind, and never named like another', async () => {
    const draft = { id: null, revision: 0, name: 'Desk', grants: [{ domain: 'customers', rights: ['read'] }] } as const;
    const role = await bench.ask('access', 'saveRole', draft as never);
    expect(await failureOf(bench.ask('access', 'saveRole', { ...draft, name: 'désk' } as never))).toMatchObject({
      rule: 'access.role-name-taken',
    });
    const save = () => bench.ask('access', 'saveRole', { ...draft, id: role.id, revision: 1 } as never);
    await save();
    expect(await failureOf(save())).toMatchObject({ code: 'conflict' });
  });
});

describe('what is refused', () => {
  it('is in the trail with who asked for what, soon after', async () => {
    const id = await addAndEnter('anna', 'staff');
    await signIn(id);
    await raw('access', 'people', {});
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase, name: 'owner' });
    const { entries } = await bench.ask('trail', 'list', { event: 'access.refused' });
    expect(entries).toMatchObject([{ actor: id, facts: { operation: 'access.people' } }]);
  });
});

describe('looks', () => {
  it('at a customer and searches are in the trail, by number and count and never by what was typed', async () => {
    const customer = await bench.ask('customers', 'add', { fields: { full_name: 'Rosa Canary' } });
    await bench.ask('customers', 'get', { id: customer.id });
    await bench.ask('customers', 'search', { text: 'Canary' });
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
    const { entries } = await bench.ask('trail', 'list', {});
    expect(entries.find(({ event }) => event === 'customers.viewed')).toMatchObject({ about: [customer.id] });
    expect(entries.find(({ event }) => event === 'customers.searched')).toMatchObject({ facts: { results: 1 } });
    expect(JSON.stringify(entries)).not.toContain('Canary');
  });
});

describe('what needs two', () => {
  const rights = (id: PersonId, revision: number) => ({ id, revision, name: 'X', role: 'manager', until: null });

  it('is done by somebody alone only after they said so, and the trail keeps it', async () => {
    const { person } = await add('anna', 'staff');
    const input = rights(person.id, person.revision);
    expect(await raw('access', 'changePerson', input)).toMatchObject({
      failure: { rule: 'approvals.alone', facts: { kind: 'rights' } },
    });
    expect(await raw('access', 'changePerson', input, true)).toMatchObject({ ok: true });
    const { entries } = await bench.ask('trail', 'list', { event: 'access.person-changed' });
    expect(entries).toMatchObject([{ facts: { alone: true } }]);
  });

  it('waits for somebody else where there is one, is done once, and only as it was approved', async () => {
    const officer = await addAndEnter('pia', 'privacy-officer');
    const { person } = await (async () => {
      expect(
        await raw('access', 'addPerson', { name: 'A', signInName: 'anna', role: 'staff', until: null }),
      ).toMatchObject({ failure: { rule: 'approvals.waits' } });
      // Saying "alone" does not help where somebody else could approve.
      expect(
        await raw('access', 'addPerson', { name: 'A', signInName: 'anna', role: 'staff', until: null }, true),
      ).toMatchObject({ failure: { rule: 'approvals.waits' } });
      const { approvals } = await bench.ask('approvals', 'list', { open: true });
      expect(approvals).toHaveLength(1);
      const [{ id } = { id: '' }] = approvals;
      // Whoever asks never approves, not even the owner.
      expect(await raw('approvals', 'approve', { id })).toMatchObject({ failure: { rule: 'approvals.own-request' } });
      await signIn(officer);
      expect(await raw('approvals', 'approve', { id, note: 'known to me' })).toMatchObject({ ok: true });
      await signInOwner();
      expect(
        await raw('access', 'addPerson', { name: 'A', signInName: 'anna', role: 'owner', until: null }),
      ).toMatchObject({ failure: { rule: 'approvals.waits' } });
      const done = await raw('access', 'addPerson', { name: 'A', signInName: 'anna', role: 'staff', until: null });
      if (!done.ok) throw new Error(JSON.stringify(done.failure));
      return done.value as { person: { id: PersonId; revision: number } };
    })();
    expect(await raw('access', 'changePerson', rights(person.id, person.revision))).toMatchObject({
      failure: { rule: 'approvals.waits' },
    });
    const { approvals } = await bench.ask('approvals', 'list', {});
    expect(approvals.map(({ state }) => state).toSorted()).toEqual(['used', 'waiting', 'waiting']);
    // Everything that waited was taken back whole.
    expect((await bench.ask('access', 'people', {})).people.map(({ role }) => role).toSorted()).toEqual([
      'owner',
      'privacy-officer',
      'staff',
    ]);
    // Three different things; the first was asked for twice.
    expect((await events()).filter((event) => event === 'approvals.requested')).toHaveLength(4);
  });

  it('may be denied or withdrawn, and an approval runs out after a week', async () => {
    const officer = await addAndEnter('pia', 'privacy-officer');
    const ask = (name: string) => raw('access', 'addPerson', { name, signInName: name, role: 'staff', until: null });
    for (const name of ['a', 'b', 'c']) await ask(name);
    const { approvals } = await bench.ask('approvals', 'list', { open: true });
    const [a, b, c] = ['a', 'b', 'c'].map(
      (name) => approvals.find(({ input }) => (input as { name: string }).name === name)?.id ?? '',
    );
    await bench.ask('approvals', 'withdraw', { id: a as never });
    await signIn(officer);
    expect(await raw('approvals', 'withdraw', { id: b })).toMatchObject({ failure: { rule: 'approvals.not-yours' } });
    await raw('approvals', 'deny', { id: b });
    await raw('approvals', 'approve', { id: c });
    expect(await raw('approvals', 'approve', { id: b })).toMatchObject({ failure: { code: 'conflict' } });
    bench.setNow('2026-12-02T09:00:00.000Z');
    await signInOwner();
    expect(await ask('c')).toMatchObject({ failure: { rule: 'approvals.waits' } });
    expect((await bench.ask('approvals', 'list', {})).approvals.map(({ state }) => state).toSorted()).toEqual([
      'denied',
      'expired',
      'waiting',
      'withdrawn',
    ]);
  });
});

describe('a fresh proof', () => {
  it('is asked for where somebody only sits there, and counts for ten minutes', async () => {
    const unproven: Caller = { ...here(), provenAt: null };
    const add_ = { name: 'A', signInName: 'a', role: 'staff', until: null };
    expect(await bench.askRaw('access', 'addPerson', add_, unproven)).toMatchObject({
      failure: { rule: 'access.proof-needed' },
    });
    bench.setNow('2026-11-24T09:11:00.000Z');
    expect(await raw('access', 'addPerson', add_, true)).toMatchObject({ failure: { rule: 'access.proof-needed' } });
    expect(await raw('access', 'prove', { passphrase: 'wrong' })).toMatchObject({
      failure: { resource: 'wrong-secret' },
    });
    expect(await raw('access', 'prove', { passphrase: testPassphrase })).toMatchObject({ ok: true });
    expect(await raw('access', 'addPerson', add_, true)).toMatchObject({ ok: true });
  });
});

describe('an access review', () => {
  it('needs a decision for everybody, disables who is to go, and is due again after a quarter', async () => {
    const id = await addAndEnter('anna', 'staff');
    expect((await bench.ask('access', 'reviews', {})).nextOn).toBe('2027-02-23');
    const review = await bench.ask('access', 'startReview', {});
    expect(review.items.map(({ person }) => person).toSorted()).toEqual(['owner', id].toSorted());
    expect(await failureOf(bench.ask('access', 'startReview', {}))).toMatchObject({ rule: 'access.review-open' });
    expect(await failureOf(bench.ask('access', 'finishReview', { review: review.id }))).toMatchObject({
      rule: 'access.review-undecided',
    });
    const decide = (person: PersonId, decision: 'keep' | 'remove') =>
      bench.ask('access', 'decideReview', { review: review.id, person, decision, note: 'seen' });
    await decide('owner' as PersonId, 'keep');
    await decide(id, 'remove');
    bench.setNow('2026-11-30T09:00:00.000Z');
    const closed = await bench.ask('access', 'finishReview', { review: review.id, language: 'de' });
    expect(closed).toMatchObject({ finishedBy: 'owner', finishedAt: '2026-11-30T09:00:00.000Z' });
    const { people } = await bench.ask('access', 'people', {});
    expect(people.find((person) => person.id === id)?.disabledAt).toBe('2026-11-30T09:00:00.000Z' as Instant);
    expect(await failureOf(decide(id, 'keep'))).toMatchObject({ rule: 'access.review-finished' });
    await expect(
      bench.workbench.write((db) => db.driver.run("update access_reviews set items = '[]'")),
    ).rejects.toThrow();
    expect(await failureOf(signIn(id))).toMatchObject({ rule: 'access.not-any-more' });
    // The decisions are a file of evidence, by its content hash, for the measure that such reviews are.
    const [kept] = await bench.ask('evidence', 'list', {});
    expect(kept).toMatchObject({
      title: 'Rechteprüfung vom 2026-11-30',
      fileName: `${review.id}.txt`,
      targets: ['measure:access-control'],
    });
    const file = join(bench.folder, 'review.txt');
    await bench.ask('evidence', 'export', { id: kept?.id as never, file });
    const text = readFileSync(file, 'utf8');
    expect(createHash('sha256').update(text).digest('hex')).toBe(kept?.sha256);
    expect(text).toContain(`ANNA (${id})`);
    expect(text).toContain('ENTFERNEN, entschieden von Owner: seen');
    expect((await bench.ask('evidence', 'check', {})).damaged).toEqual([]);
  });
});

describe('whoever takes away the last other person who may approve', () => {
  it('is told that they will be alone, and the trail keeps that they knew', async () => {
    const staff = await addAndEnter('sam', 'staff');
    const officer = await addAndEnter('pia', 'privacy-officer');
    // Sam could not approve anything, so nothing changes with him.
    expect(await raw('access', 'disablePerson', { id: staff })).toMatchObject({ ok: true });
    expect(await raw('access', 'disablePerson', { id: officer })).toMatchObject({
      failure: { rule: 'approvals.alone', facts: { kind: 'alone-after' } },
    });
    expect((await bench.ask('access', 'people', {})).people.find(({ id }) => id === officer)?.disabledAt).toBeNull();
    expect(await raw('access', 'disablePerson', { id: officer }, true)).toMatchObject({ ok: true });
    const { entries } = await bench.ask('trail', 'list', {});
    const done = entries.filter(({ event, stage }) => event === 'access.person-disabled' && stage === 'finished');
    expect(done.map(({ about, facts }) => [about[0], facts['alone'] ?? false])).toEqual([
      [officer, true],
      [staff, false],
    ]);
  });
});
