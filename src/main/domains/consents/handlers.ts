/** Answers about consents, choices and marketing segments. */
import type { ConsentFact, SegmentId, SegmentCount, Standing, Topic, WordingId } from '#shared/domains/consents/model';
import { channels, choices } from '#shared/domains/consents/model';
import type { consents } from '#shared/domains/consents/operations';
import { brokenBy, channelTopic, choiceTopic, holding, purposeTopic, stateOf } from '#shared/domains/consents/rules';
import { type CustomerId, customerNumberOf } from '#shared/domains/customers/model';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { type Day, daysLater, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import { writeCsv, countCsv } from '../../files/csv';
import { publish } from '../../files/publish';
import { countXlsxRows, writeXlsxRows } from '../../files/xlsx';
import type { Handlers } from '../../ipc/context';
import { customerOf, readCustomers } from '../customers/public';
import { endingDays } from './due';
import { recordFacts, sharedBy, type Speaker } from './facts';
import { unprovenLists } from './lists';
import { makeReceipt, saveReceipt } from './receipts';
import { decided, Tally } from './segments';
import { deleteSegment, findSegment, insertSegment, listSegments, updateSegment } from './segments-store';
import { countEnding, countTopics, factsOf, findWording, insertWording, listWordings, nextUnproven } from './store';

/** So many people of a list are entered in one step. */
const peoplePerStep = 2_000;

export const consentsHandlers: Handlers<typeof consents> = {
  of: async ({ db, now }, { customer, today = localDay(now()) }) => {
    const { marketing } = await speakerOf(db, customer);
    const facts = await factsOf(db, customerNumberOf(customer));
    return { standing: await standingOf(db, facts, marketing, today), facts };
  },
  overview: async ({ db, workbench, now }, { today = localDay(now()) }) => ({
    topics: await countTopics(db, today),
    unproven: await unprovenLists(db, workbench),
    ending: await countEnding(db, today, daysLater(today, endingDays)),
  }),
  wordings: ({ db }) => listWordings(db),
  addWording: async ({ db, caller, newId }, draft) => {
    const id = newId('wrd') as WordingId;
    await insertWording(db, id, draft, caller.actor.id);
    const added = await findWording(db, id);
    if (added === null) throw notFound('wording');
    return added;
  },
  record: async ({ db, caller, newId, now }, { customer, said, topics, proof, today = localDay(now()) }) => {
    const broken = brokenBy(said, proof, today);
    if (broken !== null) throw brokenRule(broken);
    const speaker = await speakerOf(db, customer);
    return recordFacts(db, { at: now(), newId, caller }, [speaker], await sharedBy(db, said, topics, proof));
  },
  proveList: async (context, { import: source, topics, proof, today = localDay(context.now()) }) => {
    const broken = brokenBy('yes', proof, today);
    if (broken !== null) throw brokenRule(broken);
    const all = [...new Set<Topic>([...topics, channelTopic('email')])];
    return context.finish(async (db) => {
      const shared = await sharedBy(db, 'yes', all, proof);
      let people = 0;
      let facts = 0;
      for (let after = 0; ;) {
        context.signal.throwIfAborted();
        const speakers = await nextUnproven(db, source, after, peoplePerStep);
        const last = speakers.at(-1);
        if (last === undefined) return { people, facts };
        facts += (
          await recordFacts(db, { at: context.now(), newId: context.newId, caller: context.caller }, speakers, shared)
        ).length;
        people += speakers.length;
        after = last.number;
        context.progress({ stage: 'recording', done: people, total: null, unit: 'rows' });
      }
    });
  },
  receipt: async (context, { id, format, language, file }) => {
    const place = await context.fileToWrite(file, `${id}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const receipt = await context.write((db) => makeReceipt(db, id, context.now()));
    await saveReceipt(receipt, { file: place, format, language, at: context.now() });
    return { file: place, entry: receipt.proof.index + 1, size: receipt.proof.size };
  },
  heldOn: async ({ db }, { customer, topic, on }) => {
    await speakerOf(db, customer);
    const facts = await factsOf(db, customerNumberOf(customer));
    return holding(facts.filter((fact) => fact.topic === topic && fact.on <= on));
  },
  segments: ({ db }) => listSegments(db),
  saveSegment: async ({ db, newId }, { id, revision, segment }) => {
    await assertPurpose(db, segment.purpose);
    const known = id ?? (newId('seg') as SegmentId);
    if (id === null) await insertSegment(db, known, segment);
    else if (!(await updateSegment(db, id, revision, segment))) throw conflict('segment');
    return segmentWith(db, known);
  },
  removeSegment: async ({ db }, { id, revision }) => {
    await segmentWith(db, id);
    if (!(await deleteSegment(db, id, revision))) throw conflict('segment');
    return {};
  },
  countSegment: async (context, { id, today = localDay(context.now()) }) => {
    const db = context.read();
    const tally = new Tally();
    for await (const people of decided(context, db, await segmentWith(db, id), today)) tally.add(people);
    return tally.counts;
  },
  exportSegment: async (context, { id, format, file, today = localDay(context.now()) }) => {
    const db = context.read();
    const segment = await segmentWith(db, id);
    const place = await context.fileToWrite(
      file,
      `${segment.name.replaceAll(/[^\p{L}\p{N} _-]/gu, ' ').trim() || 'Segment'}.${format}`,
      [{ name: format.toUpperCase(), extensions: [format] }],
    );
    const tally = new Tally();
    const headers = ['Customer number', 'Name', addressHeaders[segment.channel], 'Language'];
    async function* rows(): AsyncGenerator<string[][]> {
      for await (const people of decided(context, db, segment, today)) {
        tally.add(people);
        yield people
          .filter(({ reason }) => reason === null)
          .map(({ number, name, address, language }) => [`C-${number}`, name, address ?? '', language ?? '']);
      }
    }
    const { bytes } = await publish(
      place,
      (temporary) =>
        format === 'csv'
          ? writeCsv(temporary, headers, rows(), context.signal)
          : writeXlsxRows(temporary, 'Segment', headers, rows(), context.signal),
      async (temporary) => {
        const found = format === 'csv' ? await countCsv(temporary) : await countXlsxRows(temporary);
        const counts: SegmentCount = tally.counts;
        if (found !== counts.included)
          throw new Error(`The file holds ${found} people, the segment has ${counts.included}.`);
        return found;
      },
    );
    return { ...tally.counts, file: place, bytes };
  },
};

const addressHeaders = { email: 'E-mail', sms: 'Mobile', phone: 'Phone', post: 'Address' } as const;

async function speakerOf(db: ReadDb, id: CustomerId): Promise<Speaker & { readonly marketing: string | undefined }> {
  const [row] = await readCustomers(db, [customerNumberOf(id)]);
  if (row === undefined) throw notFound('customer');
  const { fields } = customerOf(row);
  return {
    number: row.number,
    name: fields.full_name ?? '',
    email: fields.email ?? null,
    phone: fields.phone ?? fields.mobile ?? null,
    marketing: fields.marketing,
  };
}

/** Every purpose that rests on consent, every channel and every choice, and whatever else something was said about. */
async function standingOf(
  db: ReadDb,
  facts: readonly ConsentFact[],
  marketing: string | undefined,
  today: Day,
): Promise<Standing[]> {
  const purposes = await db.query
    .selectFrom('purposes')
    .select('id')
    .where('lawful_basis', '=', 'consent')
    .orderBy('position')
    .execute();
  const topics = new Set<Topic>([
    ...purposes.map(({ id }) => purposeTopic(id)),
    ...channels.map(channelTopic),
    ...choices.map(choiceTopic),
    ...facts.map(({ topic }) => topic),
  ]);
  return [...topics].map((topic) => {
    const fact = holding(facts.filter((one) => one.topic === topic));
    const state = stateOf(fact, today);
    // What a list or a form says about marketing is not nothing, and not a yes either.
    if (fact === null && topic === channelTopic('email') && marketing === 'subscribed')
      return { topic, state: 'unproven' as const, fact };
    if (fact === null && topic === channelTopic('email') && (marketing === 'unsubscribed' || marketing === 'never'))
      return { topic, state: 'no' as const, fact };
    return { topic, state, fact };
  });
}

async function assertPurpose(db: ReadDb, id: string): Promise<void> {
  const found = await db.query.selectFrom('purposes').select('id').where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw notFound('purpose');
}

async function segmentWith(db: ReadDb, id: SegmentId) {
  const found = await findSegment(db, id);
  if (found === null) throw notFound('segment');
  return found;
}
