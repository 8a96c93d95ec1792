/** What other domains may use of responsibilities: who was named for what, and what is due. */
import type { ReadDb } from '../../db/handles';
import { peopleWithGrants } from '../access/public';
import { listAssignments } from './store';

export { dueResponsibilities } from './due';

type Named = { readonly id: string; readonly name: string };

/** By area; names of people as they are called today. */
export async function readResponsibilities(
  db: ReadDb,
): Promise<ReadonlyMap<string, { readonly accountable: Named | null; readonly deputy: Named | null }>> {
  const names = new Map<string, string>((await peopleWithGrants(db)).map(({ person }) => [person.id, person.name]));
  const named = (id: string | null): Named | null => (id === null ? null : { id, name: names.get(id) ?? id });
  return new Map(
    (await listAssignments(db)).map(({ area, accountable, deputy }) => [
      area,
      { accountable: named(accountable), deputy: named(deputy) },
    ]),
  );
}
