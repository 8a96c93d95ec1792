/** Segments, and who of the people a filter finds may be written to: decided in the store for a whole batch at once. */
import type { Channel, LeftOutReason, Segment, SegmentDraft, SegmentId } from '#shared/domains/consents/model';
import type { LawfulBasis } from '#shared/domains/fields/model';
import type { Day } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

const asSegment = `json_object('id', id, 'name', name, 'purpose', purpose, 'channel', channel, 'filter', json(filter), 'revision', revision)`;

export const listSegments = (db: ReadDb): Promise<Segment[]> =>
  packedRows<Segment>(db, `select ${asSegment} as value from segments order by name, id`);

export async function findSegment(db: ReadDb, id: SegmentId): Promise<Segment | null> {
  const [found] = await packedRows<Segment>(db, `select ${asSegment} as value from segments where id = ?`, [id]);
  return found ?? null;
}

export const insertSegment = (db: WriteDb, id: SegmentId, { filter, ...draft }: SegmentDraft) =>
  db.query
    .insertInto('segments')
    .values({ id, ...draft, filter: JSON.stringify(filter) })
    .execute();

/** False when it is not at `revision` any more. */
export async function updateSegment(
  db: WriteDb,
  id: SegmentId,
  revision: number,
  { filter, ...draft }: SegmentDraft,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('segments')
    .set({ ...draft, filter: JSON.stringify(filter), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function deleteSegment(db: WriteDb, id: SegmentId, revision: number): Promise<boolean> {
  const { numDeletedRows } = await db.query
    .deleteFrom('segments')
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

const addressOf: Readonly<Record<Channel, string>> = {
  email: 'c.email',
  sms: 'coalesce(c.mobile, c.phone)',
  phone: 'coalesce(c.phone, c.mobile)',
  post: "iif(c.street is not null and (c.city is not null or c.postal_code is not null), trim(c.street || ', ' || coalesce(c.postal_code || ' ', '') || coalesce(c.city, '') || coalesce(', ' || c.country, '')), null)",
};

export type Decided = {
  readonly number: number;
  readonly name: string;
  readonly address: string | null;
  readonly language: string | null;
  /** Null for whoever may be written to. */
  readonly reason: LeftOutReason | null;
};

export type SegmentRule = {
  readonly purpose: string;
  readonly lawfulBasis: LawfulBasis;
  readonly channel: Channel;
  /** Whether the segment picks people by what is known of them. */
  readonly picks: boolean;
  readonly today: Day;
};

/**
 * Decides about each of these people, in the order of `leftOutReasons`:
 * whoever said no to the purpose or the channel, unsubscribed, or objects to profiling where the segment picks people by
 * what is known of them, is out whatever the basis. Where the basis is
 * consent, a yes to the purpose is needed that has not run out; what only a list says is no yes. On another basis,
 * electronic messages go to people who said yes to the channel or who are customers already; post and calls to whoever
 * has not objected.
 */
export function decide(db: ReadDb, numbers: readonly number[], rule: SegmentRule): Promise<Decided[]> {
  const consent = rule.lawfulBasis === 'consent';
  const electronic = rule.channel === 'email' || rule.channel === 'sms';
  const needsYes = consent
    ? `when p.said is null and c.marketing = 'subscribed' then 'no-proof'
       when p.said is null then 'never-asked'`
    : electronic
      ? `when ch.said = 'yes' and ch.expires_on < ?4 and c.customer_since is null then 'expired'
         when ch.said is null and p.said is null and c.customer_since is null then 'not-a-customer'`
      : '';
  return packedRows<Decided>(
    db,
    `select json_object('number', c.number, 'name', c.full_name, 'address', ${addressOf[rule.channel]}, 'language', c.language,
       'reason', case
         when p.said = 'no' then 'said-no'
         when ch.said = 'no' then 'opted-out-of-channel'
         when c.marketing = 'never' or (c.marketing = 'unsubscribed' and coalesce(ch.said, '') <> 'yes') then 'unsubscribed'
         ${rule.picks ? "when pr.said = 'no' then 'objects-to-profiling'" : ''}
         when ${addressOf[rule.channel]} is null then 'no-address'
         when p.said = 'yes' and p.expires_on < ?4 then 'expired'
         ${needsYes}
       end) as value
       from customers c
       left join consent_standing p on p.customer = c.number and p.topic = ?2
       left join consent_standing ch on ch.customer = c.number and ch.topic = ?3
       left join consent_standing pr on pr.customer = c.number and pr.topic = 'choice/profiling'
      where c.number in (select value from json_each(?1)) order by c.number`,
    [JSON.stringify(numbers), `purpose/${rule.purpose}`, `channel/${rule.channel}`, rule.today],
  );
}
