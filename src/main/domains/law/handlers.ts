/** Answers about the law. The packs say what it is; nothing of it is known here. */
import type { Pack } from '#shared/content/pack';
import { type Language, wordsIn } from '#shared/content/words';
import type { EditionComparison, OwnHoliday } from '#shared/domains/law/model';
import type { law } from '#shared/domains/law/operations';
import { assert } from '#shared/kernel/assert';
import type { Day, Instant } from '#shared/kernel/time';
import { brokenRule, notFound } from '#shared/kernel/failures';
import type { Handlers } from '../../ipc/context';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { decide, decideUnder, newestAnswers } from '../applicability/public';
import { readRecords } from '../obligations/public';
import { changesFor, decisionsChanged } from './changes';
import { factsOfClock } from './clock-facts';
import { deleteOwnHoliday, editsOf, insertOwnHoliday, listOwnHolidays } from './own-holidays-store';

export const lawHandlers: Handlers<typeof law> = {
  ownHolidays: async ({ db, workbench }, { language }) => ({
    calendars: calendarsIn(workbench, language),
    days: await listOwnHolidays(db),
  }),
  addHoliday: async ({ db, workbench, newId, now }, draft) => {
    if (!calendarsIn(workbench, 'en').some(({ name }) => name === draft.calendar)) throw notFound('calendar');
    const one: OwnHoliday = { ...draft, id: newId('hol') as OwnHoliday['id'] };
    await insertOwnHoliday(db, one, now());
    await useHolidays(workbench, db);
    return one;
  },
  removeHoliday: async ({ db, workbench }, { id }) => {
    if (!(await deleteOwnHoliday(db, id))) throw notFound('holiday');
    await useHolidays(workbench, db);
    return {};
  },
  overview: async ({ workbench }, { language }) => {
    const { packs, refused } = workbench.law.current();
    return {
      regulations: packs.map(({ manifest, obligations, clocks }) => ({
        regulation: manifest.regulation,
        edition: manifest.edition,
        title: wordsIn(manifest.title, language),
        status: manifest.status,
        reviewedBy: typeof manifest.reviewer === 'string' ? null : manifest.reviewer.reviewedBy,
        reviewedOn: typeof manifest.reviewer === 'string' ? null : manifest.reviewer.reviewedOn,
        obligations: obligations.length,
        clocks: clocks.length,
        sources: manifest.sources.map(({ name, confidence }) => ({ name: wordsIn(name, language), confidence })),
        openPoints: manifest.openPoints.map((point) => wordsIn(point, language)),
      })),
      refused: refused.map(({ pack, reason, ...more }) => ({
        pack,
        reason,
        part: 'part' in more ? (more.part ?? null) : null,
      })),
    };
  },
  clocks: async ({ workbench }, { language }) => {
    const { clocks } = workbench.law.current();
    return clocks.clocks.map(({ clock, regulation }) => {
      const used = factsOfClock(clock);
      return {
        name: clock.name,
        title: wordsIn(clock.title, language),
        regulation,
        purpose: clock.purpose,
        start: wordsIn(clock.start, language),
        places: clocks.places
          .filter((place) => place.groups.some((group) => clock.places.includes(group)))
          .map(({ code, name }) => ({ code, name: wordsIn(name, language) })),
        facts: clocks.facts
          .filter((fact) => used.has(fact.name))
          .map((fact) => ({
            name: fact.name,
            title: wordsIn(fact.title, language),
            type: fact.type,
            choices: (fact.choices ?? []).map(({ name, words }) => ({ name, words: wordsIn(words, language) })),
          })),
      };
    });
  },
  compute: async ({ workbench }, { language, ...question }) => {
    const { safe, because, ...answer } = workbench.law.current().clocks.answer(question, language);
    return { ...answer, safe: safe ?? null, because: because.map(({ step, date, cite }) => ({ step, date, cite })) };
  },
  changes: async ({ db, workbench, now }, { regulation, language }) => {
    const law = workbench.law.current();
    const pack = law.packs.find(({ manifest }) => manifest.regulation === regulation);
    if (pack === undefined) throw notFound('regulation');
    const before = workbench.law.before(pack);
    if (before === null) return { edition: nameOf(pack), before: null, changes: [], decisions: [] };
    return compared(before, pack, { db, workbench, language, now: now() });
  },
  olderRecords: async ({ db, workbench }, { language }) => {
    const { packs, catalogue } = workbench.law.current();
    const inUse = new Map(packs.map((pack) => [pack.manifest.regulation, nameOf(pack)]));
    const questions = new Map(packs.flatMap((pack) => pack.questionnaire.map((one) => [one.name, one.words] as const)));
    const records = [...(await readRecords(db))].map(([name, { edition, changedAt }]) => ({
      kind: 'obligation' as const,
      name,
      title: catalogue.obligation(name)?.title,
      edition,
      at: changedAt,
    }));
    const answers = [...(await newestAnswers(db)).values()].map(({ question, edition, at }) => ({
      kind: 'answer' as const,
      name: question,
      title: questions.get(question),
      edition,
      at,
    }));
    return [...records, ...answers]
      .map(({ title, ...one }) => ({
        ...one,
        title: title === undefined ? one.name : wordsIn(title, language),
        now: inUse.get(one.edition.split('/')[0] ?? '') ?? null,
      }))
      .filter(({ edition, now }) => edition !== now)
      .toSorted((a, b) => b.at.localeCompare(a.at) || a.name.localeCompare(b.name));
  },
  install: async (context, { file, language }) => {
    const { law: source } = context.workbench;
    const place = await context.fileToRead(file, [
      { name: 'Steward content', extensions: ['json', 'steward-content'] },
    ]);
    const { packs } = source.current();
    const installed = await source.install(place);
    if ('refusal' in installed) {
      throw brokenRule(`law.edition-${installed.refusal.reason}`, { pack: installed.refusal.pack });
    }
    const { pack } = installed;
    const before = packs.find((one) => one.manifest.regulation === pack.manifest.regulation);
    assert(before !== undefined, 'an edition of an unknown regulation is refused');
    const { workbench } = context;
    return compared(before, pack, { db: context.read(), workbench, language, now: context.now() });
  },
};

async function compared(
  before: Pack,
  after: Pack,
  ask: { readonly db: ReadDb; readonly workbench: Workbench; readonly language: Language; readonly now: Instant },
): Promise<EditionComparison & { before: string }> {
  const { db, workbench, language } = ask;
  const decided = await decide(db, workbench);
  const comparing = { law: workbench.law.current(), decided, language, today: ask.now.slice(0, 10) as Day };
  return {
    edition: nameOf(after),
    before: nameOf(before),
    changes: changesFor(before, after, comparing),
    decisions: decisionsChanged(await decideUnder(before, db, workbench), { before, after }, comparing),
  };
}

const nameOf = ({ manifest }: Pack): string => `${manifest.regulation}/${manifest.edition}`;

/** From the commit on every date is computed with the days that are in the store then. */
async function useHolidays(workbench: Workbench, db: ReadDb): Promise<void> {
  const edits = editsOf(await listOwnHolidays(db));
  workbench.afterCommit(() => workbench.law.withHolidays(edits));
}

/** Every calendar a place uses, by the first such place's name. */
function calendarsIn(workbench: Workbench, language: Language): { name: string; title: string }[] {
  const titles = new Map<string, string>();
  for (const place of workbench.law.current().clocks.places)
    if (place.calendar !== null && !titles.has(place.calendar))
      titles.set(place.calendar, wordsIn(place.name, language));
  return [...titles]
    .map(([name, title]) => ({ name, title }))
    .toSorted((one, other) => one.title.localeCompare(other.title, language));
}
