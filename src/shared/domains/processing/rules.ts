/** The record, made from what was decided about each activity and from what the store says of its fields; and what it lacks. */
import type { BusinessFacts } from '#shared/domains/business/model';
import type { Field, Purpose, RetentionClass } from '#shared/domains/fields/model';
import type { Activity, ActivityDraft, Gap, Lack, RecordContent, RecordEntry } from './model';
import { type Geography, transferNeed } from './transfers';

type Words = { readonly en: string; readonly de: string };

export type RecordSources = {
  readonly business: BusinessFacts | null;
  readonly activities: readonly Activity[];
  readonly fields: readonly Field[];
  readonly purposes: readonly Purpose[];
  readonly classes: readonly RetentionClass[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly measures: readonly { readonly name: string; readonly words: Words }[];
  readonly tools: readonly { readonly name: string; readonly words: Words }[];
  readonly geography: Geography;
};

/** Nothing of an entry's data, purposes and retention of the store is typed: the fields say it. */
export function recordOf(sources: RecordSources): RecordContent {
  const { business, activities, tools } = sources;
  const entries = activities.filter(({ ended }) => !ended).map((activity) => entryOf(activity, sources));
  const used = new Set(entries.flatMap(({ recipients }) => recipients.map(({ tool }) => tool)));
  return {
    business,
    entries,
    tools: tools.flatMap(({ name, words }) => {
      const tool = [...used].find((one) => one === name);
      return tool == null ? [] : [{ name: tool, ...words }];
    }),
  };
}

function entryOf(activity: Activity, { business, fields, purposes, classes, people, ...sources }: RecordSources) {
  const served = fields.filter(({ purpose }) => activity.purposes.includes(purpose));
  const kept = new Set<string>(served.map(({ retentionClass }) => retentionClass));
  const owner = people.find(({ id }) => id === activity.owner);
  const entry: RecordEntry = {
    id: activity.id,
    revision: activity.revision,
    title: activity.title,
    role: activity.role,
    partners: activity.partners,
    purposes: purposes
      .filter(({ id }) => activity.purposes.includes(id))
      .map(({ id, name, lawfulBasis }) => ({ id, name, lawfulBasis })),
    storeData: served.map(({ name, label, sensitivity }) => ({ name, label, sensitivity })),
    otherData: activity.otherData,
    systems: activity.systems,
    recipients: activity.recipients.map((recipient) => ({
      ...recipient,
      need: transferNeed(business?.country ?? null, recipient.country, sources.geography),
    })),
    storeRetention: classes.filter(({ id }) => kept.has(id)),
    retention: activity.retention,
    measures: activity.measures.map((name) => {
      const words = sources.measures.find((measure) => measure.name === name)?.words ?? { en: name, de: name };
      return { name, ...words };
    }),
    otherMeasures: activity.otherMeasures,
    owner: owner === undefined ? null : { id: owner.id, name: owner.name },
    reviewOn: activity.reviewOn,
  };
  return entry;
}

/** Purposes of the store that no activity has come first: there the record is silent about what is held. */
export function gapsOf(
  content: RecordContent,
  { fields, purposes }: Pick<RecordSources, 'fields' | 'purposes'>,
): readonly Gap[] {
  const { business, entries } = content;
  const recorded = new Set<string>(entries.flatMap((entry) => entry.purposes.map(({ id }) => id)));
  const silent = purposes
    .filter(({ id }) => !recorded.has(id))
    .map(({ id, name }) => ({
      kind: 'purpose' as const,
      purpose: { id, name },
      fields: fields.filter(({ purpose }) => purpose === id).map(({ name: field, label }) => ({ name: field, label })),
    }))
    .toSorted((a, b) => b.fields.length - a.fields.length);
  const unfinished = entries.flatMap((entry) => {
    const lacks = lacksOf(entry);
    return lacks.length === 0 ? [] : [{ kind: 'entry' as const, activity: entry.id, title: entry.title, lacks }];
  });
  const nobody = business === null || (business.email === '' && business.phone === '' && business.street === '');
  return [...(nobody ? [{ kind: 'business' as const }] : []), ...silent, ...unfinished];
}

export function lacksOf(entry: RecordEntry): Lack[] {
  const outside = entry.otherData.length > 0;
  return (
    [
      ['partners', entry.role !== 'controller' && entry.partners.length === 0],
      ['data', entry.storeData.length === 0 && !outside],
      ['systems', entry.systems.length === 0 && entry.storeData.length === 0],
      ['retention', outside && entry.retention === ''],
      ['measures', entry.measures.length === 0 && entry.otherMeasures === ''],
      ['transfer-tool', entry.recipients.some(({ need, tool }) => need === 'tool' && tool === null)],
      ['owner', entry.owner === null],
    ] as const
  ).flatMap(([lack, isLacking]) => (isLacking ? [lack] : []));
}

/** The half that is asked for: what the business decides about, alone or with others, or what it does for clients. */
export const partOf = (content: RecordContent, part: 'all' | 'controller' | 'processor'): RecordContent => ({
  ...content,
  entries: content.entries.filter(({ role }) => part === 'all' || (role === 'processor') === (part === 'processor')),
});

/** What can be decided about an activity, without what is kept beside it. */
export const draftOf = (activity: Activity): ActivityDraft => ({
  title: activity.title,
  role: activity.role,
  partners: activity.partners,
  purposes: activity.purposes,
  otherData: activity.otherData,
  systems: activity.systems,
  recipients: activity.recipients,
  retention: activity.retention,
  measures: activity.measures,
  otherMeasures: activity.otherMeasures,
  owner: activity.owner,
  reviewOn: activity.reviewOn,
});
