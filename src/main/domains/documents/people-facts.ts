/** Who works with Steward, and who looks after what, as facts. */
import { wordsIn } from '#shared/content/words';
import { readResponsibilities } from '../responsibilities/public';
import type { FactSource } from './fact-source';

export const peopleSource: FactSource = {
  words: { 'people.responsibilities': { en: 'Who looks after what', de: 'Wer für was zuständig ist' } },
  read: async ({ db, law, language }) => {
    const assigned = await readResponsibilities(db);
    return {
      'people.responsibilities': law.areas.flatMap(({ name, title }) => {
        const one = assigned.get(name);
        return one?.accountable == null
          ? []
          : [{ area: wordsIn(title, language), who: one.accountable.name, deputy: one.deputy?.name ?? '–' }];
      }),
    };
  },
};
