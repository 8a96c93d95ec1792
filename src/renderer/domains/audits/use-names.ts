/** Names of people as this page shows them. */
import type { Programme } from '#shared/domains/audits/model';
import { useWords } from '../../app/words';

export function useNames(people: Programme['people']): (id: string | null) => string {
  const w = useWords('audits');
  const { who } = useWords('trail');
  return (id) => {
    if (id === null) return w.nobody;
    const found = people.find((person) => person.id === id);
    if (found === undefined) return who(id);
    return found.active ? found.name : w.gone(found.name);
  };
}
