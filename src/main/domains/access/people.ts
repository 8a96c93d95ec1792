/** People together with what their role allows. */
import type { Grant, Person } from '#shared/domains/access/model';
import { grantsOfBuiltIn, holdsSecondKey } from '#shared/domains/access/rules';
import type { ReadDb } from '../../db/handles';
import type { SignedIn } from '../../ipc/session';
import { listOwnRoles, listPeople } from './store';

export type PersonWithGrants = { readonly person: Person; readonly grants: readonly Grant[] };

export async function peopleWithGrants(db: ReadDb): Promise<PersonWithGrants[]> {
  const own = new Map((await listOwnRoles(db)).map((role) => [role.id, role.grants]));
  return (await listPeople(db)).map((person) => ({
    person,
    // A role that is gone allows nothing.
    grants: grantsOfBuiltIn(person.role) ?? own.get(person.role) ?? [],
  }));
}

/** Whose role holds the second key, of everybody who has not been disabled. */
export const secondKeyHolders = async (db: ReadDb): Promise<string[]> =>
  (await listPeople(db))
    .filter(({ role, disabledAt }) => holdsSecondKey(role) && disabledAt === null)
    .map(({ id }) => id);

export const signedIn = ({ person, grants }: PersonWithGrants): SignedIn => ({
  id: person.id,
  name: person.name,
  role: person.role,
  grants,
  until: person.until,
});
