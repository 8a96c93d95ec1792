/** What is due of risks: looks at them, actions, assessments that wait for a signature or another look. */
import { wordsIn } from '#shared/content/words';
import type { DueSource } from '../../ipc/due-source';
import { peopleWithGrants } from '../access/public';
import { listActions, listAssessments, listRisks } from './store';

export const dueRisks: DueSource = async ({ db, law, language }) => {
  const names = new Map<string, string>((await peopleWithGrants(db)).map(({ person }) => [person.id, person.name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const titleOf = (name: string): string => {
    const template = law.assessments.find((one) => one.name === name);
    return template === undefined ? name : wordsIn(template.title, language);
  };
  return [
    ...(await listRisks(db))
      .filter(({ state }) => state === 'open')
      .map(({ id, title, reviewOn, owner }) => ({
        id: `risk:${id}`,
        kind: 'risk-review' as const,
        title,
        on: reviewOn,
        owner: nameOf(owner),
        count: 1,
        about: id,
      })),
    ...(await listActions(db))
      .filter(({ state }) => state === 'open')
      .map(({ id, words, dueOn, owner }) => ({
        id: `risk-action:${id}`,
        kind: 'risk-action' as const,
        title: words,
        on: dueOn,
        owner: nameOf(owner),
        count: 1,
        about: id,
      })),
    ...(await listAssessments(db))
      .filter(({ replaced, state, reviewOn }) => !replaced && (state === 'draft' || reviewOn !== null))
      .map(({ id, template, state, reviewOn, content }) => ({
        id: `assessment:${id}`,
        kind: state === 'draft' ? ('assessment-open' as const) : ('assessment-review' as const),
        title: `${titleOf(template)}: ${content.title}`,
        on: state === 'draft' ? null : reviewOn,
        owner: null,
        count: 1,
        about: id,
      })),
  ];
};
