/** The record as it stands: activities from the store, everything else from where it is kept anyway. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type {
  Activity,
  ActivityDraft,
  ActivityId,
  ProcessingRecord,
  ProposedName,
} from '#shared/domains/processing/model';
import { gapsOf, recordOf, type RecordSources } from '#shared/domains/processing/rules';
import type { Geography } from '#shared/domains/processing/transfers';
import { assert } from '#shared/kernel/assert';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import { newestVersions, type Version } from '../../db/versions';
import { peopleWithGrants } from '../access/public';
import { readBusiness } from '../business/public';
import { listFields, listPurposes, listRetentionClasses } from '../fields/public';
import { listKept } from './store';

/** What is kept of an activity. */
export type KeptActivity = ActivityDraft & { readonly from: ProposedName | null };

export const activityOf = ({ id, version, at, by, ended, content }: Version<KeptActivity>): Activity => ({
  ...content,
  id: id as ActivityId,
  revision: version,
  ended,
  changedAt: at,
  changedBy: by,
});

export const listActivities = async (db: ReadDb): Promise<Activity[]> =>
  (await newestVersions<KeptActivity>(db, 'processing_activities')).map(activityOf);

/** Where data may go freely and which countries are adequate, as the packs say it on that day (`YYYY-MM-DD`). */
export function geographyOn(law: Law, day: string): Geography {
  const places = law.packs.flatMap((pack) => pack.calendars?.places ?? []);
  const area = places.filter(({ code, groups }) => /^[A-Z]{2}$/.test(code) && code !== 'EU' && groups.includes('eu'));
  return {
    area: new Set(area.map(({ code }) => code)),
    adequacyOf: (country) => {
      const value = law.catalogue.valueOn(`gdpr:adequacy-${country}`, day);
      return value?.value !== 'adequate' ? 'none' : value.note === undefined ? 'adequate' : 'partly';
    },
  };
}

/** Unanswered yet: whether somebody is still there does not matter for a name. */
async function gather(db: ReadDb, law: Law, day: string): Promise<RecordSources> {
  const [business, activities, fields, purposes, classes, people] = await Promise.all([
    readBusiness(db),
    listActivities(db),
    listFields(db),
    listPurposes(db),
    listRetentionClasses(db),
    peopleWithGrants(db),
  ]);
  return {
    business: business.facts,
    activities,
    fields,
    purposes,
    classes,
    people: people.map(({ person: { id, name } }) => ({ id, name })),
    measures: law.processing.measures,
    tools: law.processing.tools,
    geography: geographyOn(law, day),
  };
}

export async function readRecord(db: ReadDb, law: Law, day: string): Promise<ProcessingRecord> {
  const sources = await gather(db, law, day);
  const content = recordOf(sources);
  const [kept = null] = await listKept(db);
  return {
    content,
    gaps: [...gapsOf(content, sources)],
    activities: [...sources.activities],
    kept,
    changed: kept === null ? content.entries.length > 0 : kept.digest !== digestOf(content),
  };
}

/** SHA-256 over the canonical JSON (RFC 8785), hex. */
export function digestOf(content: unknown): string {
  const text = canonicalize(content);
  assert(text !== undefined, 'a record is JSON');
  return createHash('sha256').update(text).digest('hex');
}
