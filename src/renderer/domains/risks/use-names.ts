/** Names of people as the pages about risks show them. */
import type { RiskPicture } from '#shared/domains/risks/model';
import { riskWords } from '#shared/domains/risks/words';
import { useLanguage, useWords } from '../../app/words';

export function useNames(people: RiskPicture['people']): (id: string | null) => string {
  const { nobody } = riskWords[useLanguage()];
  const { who } = useWords('trail');
  return (id) => (id === null ? nobody : (people.find((person) => person.id === id)?.name ?? who(id)));
}
