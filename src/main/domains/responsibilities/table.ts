/** The table of responsibilities as it stands: the areas the laws ask for, who was named, and what is missing. */
import { holds, type Standing } from '#shared/content/condition';
import { type Language, wordsIn } from '#shared/content/words';
import { mayBeHere } from '#shared/domains/access/rules';
import type { AreaName, Responsibilities } from '#shared/domains/responsibilities/model';
import { gapsOf } from '#shared/domains/responsibilities/rules';
import type { Day } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import { peopleWithGrants } from '../access/public';
import { listAssignments } from './store';

export type TableAsk = {
  readonly law: Law;
  readonly standing: Standing;
  readonly language: Language;
  readonly today: Day;
};

const nobody = { accountable: null, responsible: null, deputy: null, consulted: [], informed: [], revision: 0 };

export async function readTable(db: ReadDb, { law, standing, language, today }: TableAsk): Promise<Responsibilities> {
  const [kept, people] = [await listAssignments(db), await peopleWithGrants(db)];
  const active = new Set<string>(
    people.filter(({ person }) => mayBeHere(person, today)).map(({ person }) => person.id),
  );
  return {
    areas: law.areas
      // What somebody was named for stays in sight, whatever the laws ask today.
      .filter(
        ({ name, when }) => holds(when, standing, () => false) === 'yes' || kept.some(({ area }) => area === name),
      )
      .map(({ name, title, duties }) => {
        const { area: _area, ...assignment } = kept.find(({ area }) => area === name) ?? { area: name, ...nobody };
        return {
          name: name as AreaName,
          title: wordsIn(title, language),
          duties: wordsIn(duties, language),
          ...assignment,
          gaps: gapsOf(assignment, active),
        };
      }),
    people: people.map(({ person }) => ({ id: person.id, name: person.name, active: active.has(person.id) })),
  };
}
