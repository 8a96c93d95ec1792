/** How somebody comes to sit in front of the open vault: by keychain, passphrase, kit, and a code where they have one. */
import type { PersonId } from '#shared/domains/access/model';
import { mayBeHere } from '#shared/domains/access/rules';
import { brokenRule, notFound, unavailable } from '#shared/kernel/failures';
import { localDay } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import type { Origin } from '../../ipc/context';
import type { Step } from '../../ipc/session';
import type { Workbench } from '../../ipc/workbench';
import { appendLeaves, type LeafDraft } from '../trail/public';
import { type PersonWithGrants, peopleWithGrants, secondKeyHolders, signedIn } from './people';
import { hasSecondFactor, useCode } from './second-factor';
import { noteSignIn, setMustChange } from './store';

type Door = { readonly workbench: Workbench; readonly origin: Origin };

/** By what somebody showed that they are who they are; `keychain` shows only that this computer may open the vault. */
export type Shown = 'passphrase' | 'kit' | 'escrow' | 'keychain';

/**
 * After the vault was opened. With the keychain alone a single person without a second factor is signed in, unproven;
 * several people are asked who it is. Kit and escrow are the owner's way back: they stand for passphrase and code.
 * Throws when the person may not be here; the caller then closes the vault again.
 */
export async function arriveThrough({ workbench, origin }: Door, shown: Shown, openedBy: string | null): Promise<void> {
  const people = await peopleWithGrants(workbench.read());
  const here = people.filter(({ person }) => mayBeHere(person, localDay(workbench.clock.now())));
  if (shown === 'keychain') {
    const [only] = here;
    const alone = here.length === 1 && only !== undefined && !only.person.secondFactor && !only.person.mustChange;
    if (!alone) return workbench.arrive({ state: 'nobody' });
    return letIn({ workbench, origin }, only, { proven: false });
  }
  const back =
    shown === 'passphrase' ? openedBy : (here.find(({ person }) => person.role === 'owner')?.person.id ?? null);
  const who = here.find(({ person }) => person.id === back);
  if (who === undefined) throw brokenRule('access.not-any-more');
  if (shown === 'passphrase' && who.person.secondFactor) return awaits(workbench, who, 'code');
  if (shown === 'passphrase' && who.person.mustChange) return awaits(workbench, who, 'change-passphrase');
  return letIn({ workbench, origin }, who, { proven: true });
}

/** The passphrase of a person while the vault is open. */
export async function signInWith(door: Door, id: string, passphrase: string): Promise<void> {
  const { workbench } = door;
  const who = await hereNow(workbench, id);
  await provePassphrase(door, id, passphrase);
  workbench.arrive({ state: 'nobody' });
  await next(door, who, false);
}

/** The second step of somebody whose passphrase was right. */
export async function confirmCode(door: Door, code: string): Promise<void> {
  const { workbench } = door;
  const session = workbench.session();
  if (session.state !== 'awaiting' || session.step !== 'code') throw brokenRule('access.no-code-awaited');
  const who = await hereNow(workbench, session.person.id);
  await proveCode(door, session.person.id, code);
  await next(door, who, true);
}

/** Whoever got a first passphrase from somebody else chooses their own before anything else. */
export async function chooseFirst(door: Door, current: string, chosen: string): Promise<void> {
  const { workbench } = door;
  const session = workbench.session();
  if (session.state !== 'awaiting' || session.step !== 'change-passphrase')
    throw brokenRule('access.no-change-awaited');
  const { id } = session.person;
  if (chosen === current) throw brokenRule('access.same-passphrase');
  await workbench.vault().changePassphrase(id, current, chosen, workbench.clock.now());
  await workbench.write(async (db) => {
    await setMustChange(db, id as PersonId, false);
    await appendLeaves(db, 'sign-in', [draft(door, id, 'access.first-passphrase-replaced', {})]);
  });
  await letIn(door, await hereNow(workbench, id), { proven: true, records: 'passphrase' });
}

/** Shows once more who it is. Throws `wrong-secret`, or the rule that says how many attempts are left. */
export async function prove(door: Door, id: string, passphrase: string, code: string | undefined): Promise<void> {
  const { workbench } = door;
  await provePassphrase(door, id, passphrase);
  if (await hasSecondFactor(workbench.read(), id)) {
    if (code === undefined) throw brokenRule('access.code-needed');
    await proveCode(door, id, code);
  }
  await workbench.vault().clearAttempts(id);
  const session = workbench.session();
  if (session.state === 'signed-in' && session.person.id === id) {
    workbench.vault().second.takeUp(id);
    workbench.arrive({ ...session, provenAt: workbench.clock.now() });
  }
}

/**
 * What changed for whoever is here now: another role, or an end. Read in the transaction that changes people or roles,
 * and true from its commit on.
 */
export async function refreshSession(workbench: Workbench, db: WriteDb): Promise<void> {
  const session = workbench.session();
  if (session.state !== 'signed-in') return;
  const who = (await peopleWithGrants(db)).find(({ person }) => person.id === session.person.id);
  const stays = who !== undefined && mayBeHere(who.person, localDay(workbench.clock.now()));
  workbench.afterCommit(() => workbench.arrive(stays ? { ...session, person: signedIn(who) } : { state: 'nobody' }));
}

async function next(door: Door, who: PersonWithGrants, codeShown: boolean): Promise<void> {
  const { workbench } = door;
  if (!codeShown && who.person.secondFactor) return awaits(workbench, who, 'code');
  if (who.person.mustChange) return awaits(workbench, who, 'change-passphrase');
  return letIn(door, who, { proven: true, records: 'passphrase' });
}

const awaits = (workbench: Workbench, who: PersonWithGrants, step: Step): void =>
  workbench.arrive({ state: 'awaiting', person: signedIn(who), step });

/** `records` is by what they showed who they are, where no other entry of the trail says so. */
async function letIn(
  door: Door,
  who: PersonWithGrants,
  { proven, records }: { readonly proven: boolean; readonly records?: Shown },
): Promise<void> {
  const { workbench } = door;
  const now = workbench.clock.now();
  const { id } = who.person;
  if (proven) await workbench.vault().clearAttempts(id);
  await workbench.write(async (db) => {
    await noteSignIn(db, id, now);
    if (records !== undefined)
      await appendLeaves(db, 'sign-in', [draft(door, id, 'access.signed-in', { with: records })]);
  });
  const { second } = workbench.vault();
  // Somebody whose role changed while the key was not at hand.
  if (second.inUse() !== null) await second.leaveTo(await secondKeyHolders(workbench.read()));
  second.takeUp(id);
  workbench.arrive({ state: 'signed-in', person: signedIn(who), provenAt: proven ? now : null });
}

async function hereNow(workbench: Workbench, id: string): Promise<PersonWithGrants> {
  const who = (await peopleWithGrants(workbench.read())).find(({ person }) => person.id === id);
  if (who === undefined) throw notFound('person');
  if (!mayBeHere(who.person, localDay(workbench.clock.now()))) throw brokenRule('access.not-any-more');
  return who;
}

/** Every guess is counted before it is looked at, so that pulling the plug gives no free one. */
async function provePassphrase(door: Door, id: string, passphrase: string): Promise<void> {
  try {
    await door.workbench.vault().provePassphrase(id, passphrase);
  } catch (error) {
    await noteFailure(door, id, 'passphrase');
    throw error;
  }
}

async function proveCode(door: Door, id: string, code: string): Promise<void> {
  const { workbench } = door;
  await workbench.vault().countFailure(id);
  const by = await workbench.write((db) => useCode(db, id, code, workbench.clock.now()));
  if (by === null) {
    await noteFailure(door, id, 'code');
    throw unavailable('wrong-secret', { with: 'code' });
  }
}

const noteFailure = (door: Door, id: string, shown: 'passphrase' | 'code'): Promise<void> =>
  door.workbench.writeLast((db) =>
    appendLeaves(db, 'sign-in', [draft(door, id, 'access.sign-in-failed', { with: shown })]),
  );

const draft = (
  { workbench, origin }: Door,
  person: string,
  event: LeafDraft<'sign-in'>['event'],
  facts: LeafDraft<'sign-in'>['facts'],
): LeafDraft<'sign-in'> => ({ at: workbench.clock.now(), actor: person, origin, event, about: [person], facts });
