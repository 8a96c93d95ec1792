/** Answers about how long things are kept, and the run that removes whoever can go. */
import { createHash } from 'node:crypto';
import { certificatePaper } from '#shared/domains/retention/certificate';
import type { HoldId, LegalHold, RetentionRule, RunId } from '#shared/domains/retention/model';
import type { retention } from '#shared/domains/retention/operations';
import { healthWords } from '#shared/domains/retention/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { savePaper } from '../../papers/save-paper';
import { recordErasures } from '../backups/public';
import { allCustomersChanged, eraseForGood } from '../customers/public';
import { paperMarks } from '../trail/public';
import { decidedPeople, type Rule, simulate } from './decide-store';
import { thoughts } from './review-store';
import { insertHold, insertRun, listHolds, listRules, listRuns, releaseHold, setRule } from './store';

/** So many people are removed in one step, between looks at whether somebody cancelled. */
const peoplePerStep = 2_500;

export const retentionHandlers: Handlers<typeof retention> = {
  rules: ({ db }) => listRules(db),
  setRule: async ({ db, now }, { class: id, revision, period }) => {
    const known = await ruleWith(db, id);
    if (known === undefined) throw notFound('retention-class');
    const fields = await dayFields(db);
    if (period?.starts.some((field) => !fields.has(field)) === true) throw brokenRule('retention.start-is-no-day');
    if (!(await setRule(db, id, revision, period, now()))) throw conflict('retention-rule');
    return (await ruleWith(db, id)) ?? known;
  },
  holds: ({ db }) => listHolds(db),
  addHold: async ({ db, caller, now, newId }, draft) => {
    const id = newId('hld') as HoldId;
    await insertHold(db, id, draft, caller.actor.id, now());
    return holdWith(db, id);
  },
  releaseHold: async ({ db, caller, now }, { id }) => {
    await holdWith(db, id);
    if (!(await releaseHold(db, id, caller.actor.id, now()))) throw conflict('legal-hold');
    return holdWith(db, id);
  },
  simulate: async ({ workbench, now }, { today = localDay(now()) }) => {
    const db = workbench.readBehind();
    return simulate(db, await rulesOf(db), await holdsOf(db), today);
  },
  list: async ({ db, now }, { canGo, after, limit, today = localDay(now()) }) =>
    decidedPeople(db, await rulesOf(db), await holdsOf(db), { today, canGo, after, limit }),
  run: async (context, { expected, today = localDay(context.now()) }) => {
    const at = context.now();
    // A clock that runs ahead must not remove people early.
    if (today > localDay(at)) throw brokenRule('retention.day-has-not-come');
    await context.permit('erasure', { people: expected });
    return context.finish(async (db) => {
      const rules = await rulesOf(db);
      const holds = await holdsOf(db);
      const { canGo, people } = await simulate(db, rules, holds, today);
      if (canGo !== expected) throw conflict('retention');
      const digest = createHash('sha256');
      let removed = 0;
      for (let after = 0; ;) {
        context.signal.throwIfAborted();
        const gone = await decidedPeople(db, rules, holds, { today, canGo: true, after, limit: peoplePerStep });
        const last = gone.at(-1);
        if (last === undefined) break;
        const numbers = gone.map(({ id }) => Number(id.slice(2)));
        removed += await eraseForGood(db, numbers, at);
        await recordErasures(
          db,
          gone.map(({ id }) => ({ kind: 'customer-erased', subject: id, what: 'retention', at })),
        );
        for (const { id } of gone) digest.update(`${id}\n`);
        after = Number(last.id.slice(2));
        context.progress({ stage: 'removing', done: removed, total: expected, unit: 'rows' });
      }
      if (removed !== expected) throw conflict('retention');
      // Words of removed people stay in the search index's blocks until these are written anew.
      await db.driver.run("insert into customers_search (customers_search) values ('optimize')");
      const named = await listRules(db);
      const run = {
        id: context.newId('rrn') as RunId,
        at,
        by: context.caller.actor.id,
        today,
        removed,
        stayed: people - removed,
        rules: rules.map((rule) => ({ ...rule, name: named.find((one) => one.class === rule.class)?.name ?? '' })),
        digest: digest.digest('hex'),
      };
      await insertRun(db, run);
      allCustomersChanged(context.workbench);
      return run;
    });
  },
  runs: ({ db }) => listRuns(db),
  certificate: async (context, { id, format, language, file }) => {
    const db = context.read();
    const run = (await listRuns(db)).find((one) => one.id === id);
    if (run === undefined) throw notFound('retention-run');
    const place = await context.fileToWrite(file, `${certificateNames[language]} ${run.today}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const paper = certificatePaper(run, language, await paperMarks(db, context.workbench, language));
    const { bytes } = await savePaper(paper, format, place, { madeAt: context.now(), signal: context.signal });
    return { file: place, bytes };
  },
  review: ({ workbench, now }, { today = localDay(now()) }) => thoughts(workbench.readBehind(), { today, healthWords }),
};

const certificateNames = { en: 'Deletion certificate', de: 'Löschprotokoll' } as const;

async function rulesOf(db: ReadDb): Promise<Rule[]> {
  return (await listRules(db)).flatMap(({ class: id, period }) => (period === null ? [] : [{ class: id, period }]));
}

const holdsOf = async (db: ReadDb): Promise<LegalHold[]> =>
  (await listHolds(db)).filter(({ releasedAt }) => releasedAt === null);

const ruleWith = async (db: ReadDb, id: string): Promise<RetentionRule | undefined> =>
  (await listRules(db)).find((rule) => rule.class === id);

async function holdWith(db: ReadDb, id: HoldId): Promise<LegalHold> {
  const found = (await listHolds(db)).find((hold) => hold.id === id);
  if (found === undefined) throw notFound('legal-hold');
  return found;
}

/** Fields that hold a day and say something about the relationship; a birth date begins no period. */
async function dayFields(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db.query.selectFrom('fields').select('name').where('kind', '=', 'day').execute();
  return new Set(['created', 'changed', ...rows.map(({ name }) => name)].filter((name) => name !== 'birth_date'));
}
