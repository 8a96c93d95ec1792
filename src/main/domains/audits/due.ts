/** What is due of the audit programme: checks within sight of their day, and every open finding. */
import { dueState } from '#shared/domains/today/rules';
import type { DueSource } from '../../ipc/due-source';
import { readProgramme } from './programme';

export const dueAudits: DueSource = async (ask) => {
  const { checks, findings, people } = await readProgramme(ask.db, ask);
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null;
  return [
    ...checks
      // A whole year of checks would bury what is due now.
      .filter(({ dueOn }) => dueOn !== null && (ask.whole === true || dueState(ask.today, dueOn) !== 'later'))
      .map(({ name, title, dueOn, responsible, everyDays }) => ({
        id: `audit:${name}`,
        kind: 'audit-check-due' as const,
        title,
        on: dueOn,
        owner: nameOf(responsible),
        count: 1,
        about: name,
        everyDays,
      })),
    ...findings.map(({ id, words, dueOn, responsible }) => ({
      id: `finding:${id}`,
      kind: 'audit-finding-open' as const,
      title: words,
      on: dueOn,
      owner: nameOf(responsible),
      count: 1,
      about: id,
    })),
  ];
};
