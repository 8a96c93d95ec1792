/** Facts, wordings and what holds now, in the store. */
import type {
  ConsentFact,
  ConsentId,
  Topic,
  TopicCount,
  Wording,
  WordingDraft,
  WordingId,
} from '#shared/domains/consents/model';
import type { Day } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptFact = ConsentFact & { readonly salt: string; readonly statement: string };

const asFact = `json_object('id', id, 'customer', 'C-' || customer, 'topic', topic, 'said', said, 'on', on_day,
  'recordedAt', recorded_at, 'by', by, 'how', how, 'wording', wording, 'evidence', json(evidence), 'note', note,
  'guardian', guardian, 'expiresOn', expires_on)`;
const asWording = `json_object('id', id, 'topic', topic, 'language', language, 'version', version, 'text', text,
  'since', since, 'addedBy', added_by)`;

export const listWordings = (db: ReadDb): Promise<Wording[]> =>
  packedRows<Wording>(db, `select ${asWording} as value from consent_wordings order by topic, language, version desc`);

export async function findWording(db: ReadDb, id: WordingId): Promise<Wording | null> {
  const [found] = await packedRows<Wording>(db, `select ${asWording} as value from consent_wordings where id = ?`, [
    id,
  ]);
  return found ?? null;
}

/** The next version of its topic and language. */
export async function insertWording(db: WriteDb, id: WordingId, draft: WordingDraft, by: string): Promise<void> {
  await db.driver.run(
    `insert into consent_wordings (id, topic, language, version, text, since, added_by)
     select ?1, ?2, ?3, coalesce(max(version), 0) + 1, ?4, ?5, ?6 from consent_wordings where topic = ?2 and language = ?3`,
    [id, draft.topic, draft.language, draft.text, draft.since, by],
  );
}

/** Newest first, as `isLater` orders them. */
export const factsOf = (db: ReadDb, customer: number): Promise<ConsentFact[]> =>
  packedRows<ConsentFact>(
    db,
    `select ${asFact} as value from consent_facts where customer = ? order by on_day desc, recorded_at desc, said, id`,
    [customer],
  );

export async function findFact(db: ReadDb, id: ConsentId): Promise<KeptFact | null> {
  const [found] = await packedRows<KeptFact>(
    db,
    `select json_patch(${asFact}, json_object('salt', salt, 'statement', statement)) as value from consent_facts where id = ?`,
    [id],
  );
  if (found === undefined) return null;
  // What a patch leaves out because it is null.
  return { ...found, wording: found.wording ?? null, expiresOn: found.expiresOn ?? null };
}

/** Enters facts of any number of people, and moves what holds for them. One call of the driver each, however many there are. */
export async function insertFacts(db: WriteDb, facts: readonly KeptFact[]): Promise<void> {
  const rows = facts.map((fact) => [
    fact.id,
    Number(fact.customer.slice(2)),
    fact.topic,
    fact.said,
    fact.on,
    fact.recordedAt,
    fact.by,
    fact.how,
    fact.wording,
    JSON.stringify(fact.evidence),
    fact.note,
    fact.guardian,
    fact.expiresOn,
    fact.salt,
    fact.statement,
  ]);
  const cells = Array.from({ length: 15 }, (_, at) => `value ->> ${at}`).join(', ');
  const packed = JSON.stringify(rows);
  await db.driver.run(
    `insert into consent_facts (id, customer, topic, said, on_day, recorded_at, by, how, wording, evidence, note, guardian,
       expires_on, salt, statement) select ${cells} from json_each(?1)`,
    [packed],
  );
  await renewStanding(db, [...new Set(rows.map(([, customer]) => customer as number))]);
}

/** Works out anew what holds for these people; the order is that of `isLater`. */
export async function renewStanding(db: WriteDb, customers: readonly number[]): Promise<void> {
  const list = JSON.stringify(customers);
  await db.driver.run('delete from consent_standing where customer in (select value from json_each(?1))', [list]);
  await db.driver.run(
    `insert into consent_standing (customer, topic, said, on_day, recorded_at, expires_on, fact)
     select customer, topic, said, on_day, recorded_at, expires_on, id from (
       select *, row_number() over (partition by customer, topic order by on_day desc, recorded_at desc, said, id) as place
         from consent_facts where customer in (select value from json_each(?1)))
      where place = 1`,
    [list],
  );
}

/** When two records of one person become one, what either said stays. */
export async function handOverFacts(db: WriteDb, survivor: number, others: readonly number[]): Promise<void> {
  const list = JSON.stringify(others);
  await db.driver.run('update consent_facts set customer = ?1 where customer in (select value from json_each(?2))', [
    survivor,
    list,
  ]);
  await renewStanding(db, [survivor, ...others]);
}

export async function countTopics(db: ReadDb, today: Day): Promise<TopicCount[]> {
  return packedRows<TopicCount>(
    db,
    `select json_object('topic', topic, 'yes', sum(said = 'yes' and (expires_on is null or expires_on >= ?1)),
       'no', sum(said = 'no'), 'expired', sum(said = 'yes' and expires_on < ?1)) as value
       from consent_standing group by topic order by topic`,
    [today],
  ).then((rows) => rows.map((row) => ({ ...row, expired: row.expired ?? 0 })));
}

export async function countEnding(db: ReadDb, from: Day, until: Day): Promise<number> {
  const [row] = await db.driver.all(
    "select count(*) as many from consent_standing where said = 'yes' and expires_on between ? and ?",
    [from, until],
  );
  return Number(row?.['many']);
}

/** People called subscribed by a list whose e-mail choice somebody has shown since, by import. */
export async function provenByImport(db: ReadDb): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db.driver.all(
    `select c.import as source, count(*) as many from consent_standing s join customers c on c.number = s.customer
      where s.topic = 'channel/email' and c.marketing = 'subscribed' group by 1`,
  );
  return new Map(rows.map((row) => [row['source'] as string | null, Number(row['many'])]));
}

/** The next people of a list of whom nothing is known about this topic, lowest number first. */
export async function nextUnproven(
  db: ReadDb,
  source: string | null,
  after: number,
  limit: number,
): Promise<{ number: number; name: string; email: string | null; phone: string | null }[]> {
  return packedRows(
    db,
    `select json_object('number', number, 'name', full_name, 'email', email, 'phone', coalesce(phone, mobile)) as value
       from customers c where number > ?1 and import is ?2 and marketing = 'subscribed'
        and not exists (select 1 from consent_standing s where s.customer = c.number and s.topic = 'channel/email')
      order by number limit ?3`,
    [after, source, limit],
  );
}
/** The number of the leaf that holds a fact. */
export async function leafOf(db: ReadDb, id: ConsentId): Promise<number | null> {
  const row = await db.query
    .selectFrom('trail_subjects')
    .select('number')
    .where('subject', '=', id)
    .orderBy('number')
    .executeTakeFirst();
  return row?.number ?? null;
}

export const isTopicOfPurpose = async (db: ReadDb, topics: readonly Topic[]): Promise<boolean> => {
  const purposes = topics.filter((topic) => topic.startsWith('purpose/')).map((topic) => topic.slice(8));
  if (purposes.length === 0) return true;
  const [row] = await db.driver.all(
    'select count(*) as many from purposes where id in (select value from json_each(?1))',
    [JSON.stringify([...new Set(purposes)])],
  );
  return Number(row?.['many']) === new Set(purposes).size;
};
