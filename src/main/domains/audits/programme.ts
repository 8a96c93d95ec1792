/** The programme as it stands: what the packs propose, what the business decided, and what was recorded. */
import { type Language, wordsIn } from '#shared/content/words';
import type { Check, CheckName, Programme } from '#shared/domains/audits/model';
import { firstDue, nextDue } from '#shared/domains/audits/rules';
import type { Day } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import { peopleWithGrants } from '../access/public';
import { doneDays, listChecks, newestRecords, openFindings } from './store';

/** So many results of each check are shown beside it. */
const shownResults = 5;

export type ProgrammeAsk = { readonly law: Law; readonly language: Language; readonly today: Day };

export async function readProgramme(db: ReadDb, { law, language, today }: ProgrammeAsk): Promise<Programme> {
  const [kept, newest, done, findings, people] = await Promise.all([
    listChecks(db),
    newestRecords(db, shownResults),
    doneDays(db),
    openFindings(db),
    peopleWithGrants(db),
  ]);
  const lastOf = Map.groupBy(newest, ({ check }) => check);
  const doneOf = Map.groupBy(done, ({ check }) => check);
  const decided = new Map(kept.map((one) => [one.name, one]));
  const proposed = new Map(law.checks.map((one) => [one.name as CheckName, one]));
  const names = [...new Set([...proposed.keys(), ...decided.keys()])];
  const checks = names.map((name): Check => {
    const words = proposed.get(name);
    const everyDays = words?.everyDays ?? 30;
    const choice = decided.get(name) ?? {
      on: false,
      everyDays,
      firstOn: firstDue(today, everyDays),
      responsible: null,
      words: null,
      revision: 0,
    };
    return {
      name,
      own: choice.words !== null,
      // A check that no edition in use names any longer keeps its stable name: its records stay readable.
      title: choice.words?.title ?? (words === undefined ? name : wordsIn(words.title, language)),
      how: choice.words?.how ?? (words === undefined ? '' : wordsIn(words.how, language)),
      keep: words === undefined ? '' : wordsIn(words.keep, language),
      on: choice.on,
      everyDays: choice.everyDays,
      firstOn: choice.firstOn,
      responsible: choice.responsible,
      revision: choice.revision,
      dueOn: nextDue(choice, doneOf.get(name) ?? [], today),
      last: lastOf.get(name) ?? [],
    };
  });
  return {
    today,
    checks: checks.toSorted(
      (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.title.localeCompare(b.title),
    ),
    findings,
    people: people.map(({ person }) => ({ id: person.id, name: person.name, active: person.disabledAt === null })),
  };
}
