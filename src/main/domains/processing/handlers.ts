/** Answers about the record of processing. */
import { wordsIn } from '#shared/content/words';
import type { Activity, ActivityDraft, ActivityId, KeptVersion, ProposedName } from '#shared/domains/processing/model';
import type { processing } from '#shared/domains/processing/operations';
import type { ProposedActivity, ProcessingContent } from '#shared/content/processing-data';
import type { Language } from '#shared/content/words';
import type { PurposeId } from '#shared/domains/fields/model';
import { draftOf } from '#shared/domains/processing/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { daysLater, type Instant, localDay } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb, WriteDb } from '../../db/handles';
import { insertVersion, versionsOf } from '../../db/versions';
import type { CommandContext, Handlers } from '../../ipc/context';
import { peopleWithGrants } from '../access/public';
import { listPurposes } from '../fields/public';
import { exportFlow, exportRecord } from './export';
import { activityOf, digestOf, type KeptActivity, listActivities, readRecord } from './gather';
import { makePurposes } from './purposes';
import { insertKept, keptBefore, listKept } from './store';

export const processingHandlers: Handlers<typeof processing> = {
  record: ({ db, workbench, now }) => readRecord(db, workbench.law.current(), localDay(now())),
  choices: async ({ db, workbench }, { trade, language }) => {
    const { processing: content, catalogue } = workbench.law.current();
    const usual = new Set(content.trades.find(({ name }) => name === trade)?.activities ?? []);
    const taken = new Set((await listActivities(db)).filter(({ ended }) => !ended).map(({ from }) => from as string));
    return {
      activities: content.activities.map((proposed) => ({
        name: proposed.name as ProposedName,
        title: wordsIn(proposed.title, language),
        role: proposed.role,
        purposes: purposesOf(content, proposed).map(({ name }) => wordsIn(name, language)),
        taken: taken.has(proposed.name),
        usual: usual.has(proposed.name),
      })),
      measures: content.measures.map(({ name, words }) => ({
        name: name as ProposedName,
        words: wordsIn(words, language),
      })),
      tools: content.tools.map(({ name, words, law, needsAssessment }) => ({
        name: name as ProposedName,
        words: wordsIn(words, language),
        cite: catalogue.citationIn(law.citation, language),
        needsAssessment,
      })),
    };
  },
  history: async ({ db }, { id }) => (await versionsOf<KeptActivity>(db, 'processing_activities', id)).map(activityOf),
  versions: ({ db }) => listKept(db),
  // The day is the person's: it ends where they are.
  asOf: ({ db }, { on }) => keptBefore(db, new Date(`${daysLater(on, 1)}T00:00:00`).toISOString()),
  take: async ({ db, workbench, now, newId, caller }, { names, language }) => {
    const { processing: content } = workbench.law.current();
    const there = new Set((await listActivities(db)).filter(({ ended }) => !ended).map(({ from }) => from as string));
    const wanted = [...new Set(names)].filter((name) => !there.has(name));
    const made: string[] = [];
    for (const name of wanted) {
      const proposed = content.activities.find((one) => one.name === name);
      if (proposed === undefined) throw notFound('activity');
      made.push(...(await makePurposes(db, content, proposed.purposes, language)));
      const id = newId('act');
      const version = { id, version: 1, at: now(), by: caller.actor.id, ended: false };
      await insertVersion(db, 'processing_activities', { ...version, content: activityFrom(proposed, language) });
    }
    const activities = (await listActivities(db)).filter(({ from }) => wanted.includes(from as ProposedName));
    return { activities, purposes: made };
  },
  add: async (context, draft) => {
    const id = context.newId('act') as ActivityId;
    await assertKnown(context, draft, null);
    return write(context, id, 1, { ...draft, from: null }, false);
  },
  change: async (context, { id, revision, activity }) => {
    const before = await one(context.db, id);
    await assertKnown(context, activity, before);
    return write(context, id, revision + 1, { ...activity, from: before.from }, before.ended);
  },
  end: async (context, { id, revision, ended }) => {
    const before = await one(context.db, id);
    return write(context, id, revision + 1, { ...draftOf(before), from: before.from }, ended);
  },
  keep: ({ db, workbench, now, caller }) => keepRecord(db, workbench.law.current(), now(), caller.actor.id),
  export: (context, input) => exportRecord(context, input, keepRecord),
  exportFlow: (context, input) => exportFlow(context, input),
};

/** Keeps the record as it stands; the newest version when it says exactly that already. */
async function keepRecord(db: WriteDb, law: Law, at: Instant, by: string): Promise<KeptVersion> {
  const { content, kept, changed } = await readRecord(db, law, localDay(at));
  if (kept !== null && !changed) return kept;
  const digest = digestOf(content);
  const next = { number: (kept?.number ?? 0) + 1, at, by, digest, entries: content.entries.length };
  await insertKept(db, { ...next, content });
  return next;
}

async function one(db: ReadDb, id: ActivityId): Promise<Activity> {
  const found = (await listActivities(db)).find((activity) => activity.id === id);
  if (found === undefined) throw notFound('activity');
  return found;
}

async function write(
  { db, now, caller }: CommandContext,
  id: ActivityId,
  version: number,
  content: KeptActivity,
  ended: boolean,
): Promise<Activity> {
  const next = { id, version, at: now(), by: caller.actor.id, ended, content };
  if (!(await insertVersion(db, 'processing_activities', next))) throw conflict('activity');
  return activityOf(next);
}

/** Purposes, measures, tools and the owner are ones that exist; who has left is not named anew. */
async function assertKnown({ db, workbench }: CommandContext, draft: ActivityDraft, before: Activity | null) {
  const known = new Set<string>((await listPurposes(db)).map(({ id }) => id));
  if (!draft.purposes.every((id) => known.has(id))) throw brokenRule('processing.unknown-purpose');
  const { measures, tools } = workbench.law.current().processing;
  const named = new Set([...measures, ...tools].map(({ name }) => name));
  const used = [...draft.measures, ...draft.recipients.flatMap(({ tool }) => (tool === null ? [] : [tool]))];
  // What an earlier edition called by a name that is gone may stay.
  const stays = new Set<string>([
    ...(before?.measures ?? []),
    ...(before?.recipients ?? []).flatMap(({ tool }) => (tool === null ? [] : [tool])),
  ]);
  if (!used.every((name) => named.has(name) || stays.has(name))) throw notFound('measure');
  if (draft.owner === null || draft.owner === before?.owner) return;
  const people = (await peopleWithGrants(db)).filter(({ person }) => person.disabledAt === null);
  if (!people.some(({ person }) => person.id === draft.owner)) throw brokenRule('processing.nobody-by-that-name');
}

const purposesOf = (content: ProcessingContent, { purposes }: ProposedActivity) =>
  content.purposes.filter(({ id }) => purposes.includes(id));

function activityFrom(proposed: ProposedActivity, language: Language): KeptActivity {
  const say = (words: { en: string; de: string }): string => wordsIn(words, language);
  return {
    from: proposed.name as ProposedName,
    title: say(proposed.title),
    role: proposed.role,
    partners: [],
    purposes: proposed.purposes as PurposeId[],
    otherData: proposed.otherData.map(({ people, data, sensitivity }) => ({
      people: say(people),
      data: say(data),
      sensitivity,
    })),
    systems: proposed.systems.map((name) => ({ name: say(name), country: null })),
    recipients: proposed.recipients.map((name) => ({ name: say(name), country: null, tool: null, vendor: null })),
    retention: proposed.retention === null ? '' : say(proposed.retention),
    measures: proposed.measures as ProposedName[],
    otherMeasures: '',
    owner: null,
    reviewOn: null,
  };
}
