/** People together with what their role allows. */
import type { Grant, Person } from '#shared/domains/access/model';
import { grantsOfBuiltIn } from '#shared/domains/access/rules';
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

export const signedIn = ({ person, grants }: PersonWithGrants): SignedIn => ({
  id: person.id,
  name: person.name,
  role: person.role,
  grants,
  until: person.until,
});
