/** Names of roles and people in the reader's language. */
import type { Role } from '#shared/domains/access/model';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';

/** What a role is called: the page's word for a built-in one, the business's own otherwise. */
export function useRoleNames(): (id: string) => string {
  const { builtIn } = useWords('access').roles;
  const own = useAsked('access', 'roles', {}).answer?.roles;
  return (id) => builtIn[id] ?? own?.find((role: Role) => role.id === id)?.name ?? id;
}

/** What a person is called; the id, or the word for it, of somebody who is none. */
export function usePersonNames(): (id: string | null) => string {
  const people = useAsked('access', 'names', {}).answer?.people;
  const { who } = useWords('trail');
  return (id) => (id === null ? '' : (people?.find((person) => person.id === id)?.name ?? who(id)));
}
