/** Adding, changing and ending people. The last owner always stays, and nobody else ever knows a person's passphrase. */
import { randomBytes } from 'node:crypto';
import type { Person, PersonId, RoleId } from '#shared/domains/access/model';
import { builtInRoles } from '#shared/domains/access/model';
import { holdsSecondKey } from '#shared/domains/access/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import type { Day } from '#shared/kernel/time';
import type { ChecklistId } from '#shared/domains/training/model';
import type { ReadDb, WriteDb } from '../../db/handles';
import type { CommandContext, TaskContext } from '../../ipc/context';
import { traceOf } from '../../ipc/local-log';
import type { Workbench } from '../../ipc/workbench';
import { wordsOf } from '../../vault/kit';
import { beginChecklist } from '../joining/public';
import { secondKeyHolders } from './people';
import { refreshSession } from './sign-in';
import {
  findPerson,
  insertPerson,
  listOwnRoles,
  listPeople,
  removeSecondFactor,
  setDisabled,
  setMustChange,
  signInKey,
  updatePerson,
} from './store';

/** Six words of the kit's list: 66 random bits, easy to read out. */
const firstPassphrase = (): string => wordsOf(randomBytes(32)).slice(0, 6).join(' ');

export async function addPerson(
  context: TaskContext,
  draft: { name: string; signInName: string; role: RoleId; until: Day | null },
): Promise<{ person: Person; passphrase: string }> {
  const { workbench, now, finish, permit, read } = context;
  const people = await listPeople(read());
  if (people.some((person) => signInKey(person.signInName) === signInKey(draft.signInName)))
    throw brokenRule('access.sign-in-name-taken');
  await assertRole(read(), draft.role);
  await permit('rights', { change: 'person-added', role: draft.role });
  const id = context.newId('per') as PersonId;
  const passphrase = firstPassphrase();
  const vault = workbench.vault();
  // Whoever was alone had no name at the door; from now on there are two to tell apart.
  const open = new Set(vault.people());
  for (const person of people) if (open.has(person.id)) await vault.renameSignIn(person.id, person.signInName);
  await vault.addPassphrase(id, draft.signInName, passphrase, now(), secondKeyOf(draft.role));
  try {
    return await finish(async (db) => {
      await insertPerson(db, { ...draft, id, at: now() });
      await beginFor(context, db, { id, name: draft.name }, 'joining');
      return { person: await personWith(db, id), passphrase };
    });
  } catch (error) {
    await vault.removePerson(id).catch(() => undefined);
    throw error;
  }
}

export async function changePerson(
  { db, permit, workbench }: CommandContext,
  change: { id: PersonId; revision: number; name: string; role: RoleId; until: Day | null },
): Promise<Person> {
  const before = await personWith(db, change.id);
  if (before.revision !== change.revision) throw conflict('person');
  await assertRole(db, change.role);
  const { name, role, until } = change;
  assertOwnerRemains(await listPeople(db), { ...before, role, until });
  if (role !== before.role || until !== before.until)
    await permit('rights', { change: 'person-changed', person: change.id, role });
  if (!(await updatePerson(db, change.id, change.revision, { name, role, until }))) throw conflict('person');
  await refreshSession(workbench, db);
  if (holdsSecondKey(role) !== holdsSecondKey(before.role))
    workbench.afterCommit(() => void followRole(workbench, change.id, role));
  return personWith(db, change.id);
}

/** Whose role holds the second key gets it from whoever gives the role and holds it; see the page of keys for later. */
const secondKeyOf = (role: RoleId): 'with-second-key' | undefined =>
  holdsSecondKey(role) ? 'with-second-key' : undefined;

/** Given and taken away with the role. What goes wrong here is put right when somebody next signs in, or by hand. */
async function followRole(workbench: Workbench, person: PersonId, role: RoleId): Promise<void> {
  try {
    const { second } = workbench.vault();
    if (second.inUse() === null) return;
    if (!holdsSecondKey(role)) await second.leaveTo(await secondKeyHolders(workbench.read()));
    else if (second.isHeld()) await second.give(person);
  } catch (error) {
    workbench.log.write({ at: workbench.clock.now(), event: 'second-key-not-moved', facts: traceOf(error) });
  }
}

/** Takes the person's way of opening the vault away, too. A copy of the key they made before stays theirs: see `keys rotate`. */
export async function disablePerson(context: TaskContext, id: PersonId): Promise<Person> {
  const { workbench, now, finish, read, knowsAlone } = context;
  const person = await personWith(read(), id);
  assertOwnerRemains(await listPeople(read()), { ...person, disabledAt: now() });
  // Disabling must be possible at once, so nobody is asked to approve it.
  await knowsAlone([id]);
  const done = await finish(async (db) => {
    await setDisabled(db, id, now());
    await beginFor(context, db, person, 'leaving');
    await refreshSession(workbench, db);
    return personWith(db, id);
  });
  if (workbench.vault().people().includes(id)) await workbench.vault().removePerson(id);
  return done;
}

/** Whoever comes or goes has a list of what is to be done; the same transaction begins it, so that it cannot be forgotten. */
async function beginFor(
  { workbench, now, newId, caller }: TaskContext,
  db: WriteDb,
  { id, name }: Pick<Person, 'id' | 'name'>,
  kind: 'joining' | 'leaving',
): Promise<void> {
  const beginning = { id: newId('jlc') as ChecklistId, kind, member: id, name, by: caller.actor.id, at: now() };
  await beginChecklist(db, beginning, workbench.law.current().routines);
}

/** A way back for somebody who forgot, tried too often, lost the telephone or had been disabled. */
export async function resetPassphrase(
  context: TaskContext,
  id: PersonId,
): Promise<{ person: Person; passphrase: string }> {
  const { workbench, finish, permit, read, now } = context;
  const { signInName, role } = await personWith(read(), id);
  // Whoever can set a passphrase can sign in as that person, so two people must want it.
  await permit('rights', { change: 'passphrase-reset', person: id });
  const passphrase = firstPassphrase();
  const vault = workbench.vault();
  if (vault.people().includes(id)) await vault.resetPassphrase(id, passphrase, now(), secondKeyOf(role));
  else await vault.addPassphrase(id, signInName, passphrase, now(), secondKeyOf(role));
  return finish(async (db) => {
    await setDisabled(db, id, null);
    await setMustChange(db, id, true);
    await removeSecondFactor(db, id);
    return { person: await personWith(db, id), passphrase };
  });
}

export async function personWith(db: ReadDb, id: string): Promise<Person> {
  const found = await findPerson(db, id);
  if (found === null) throw notFound('person');
  return found;
}

/** Throws when after the change nobody would be left who may do everything without an end date. */
export function assertOwnerRemains(people: readonly Person[], changed: Person): void {
  const after = people.map((person) => (person.id === changed.id ? changed : person));
  const remains = after.some(
    ({ role, disabledAt, until }) => role === 'owner' && disabledAt === null && until === null,
  );
  if (!remains) throw brokenRule('access.last-owner');
}

async function assertRole(db: ReadDb, role: RoleId): Promise<void> {
  const known = [...builtInRoles, ...(await listOwnRoles(db)).map(({ id }) => id)] as readonly string[];
  if (!known.includes(role)) throw notFound('role');
}
