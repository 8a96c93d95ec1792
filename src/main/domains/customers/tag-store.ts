/** Giving tags to many people and taking them away. */
import { brokenRule } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type WriteDb } from '../../db/handles';
import type { Condition } from './selection';

export type TagChange = { readonly add: readonly string[]; readonly remove: readonly string[] };

/** As many as a customer may have. */
const mostTags = 100;

/** How many people have different tags now, and who; null when they are more than were to be named. */
export type Retagged = { readonly changed: number; readonly numbers: number[] | null };

/**
 * Changes the tags of a batch of people in one statement: lists of tags are few, so each is worked out once and not once
 * for each person. Throws `customers.too-many-tags` when somebody would have more than there may be.
 */
export async function retag(
  db: WriteDb,
  people: Condition,
  change: TagChange,
  at: Instant,
  mostNamed: number,
): Promise<Retagged> {
  const lists = await packedRows<string>(
    db,
    `select json_quote(tags) as value from (select distinct coalesce(tags, '') as tags from customers where true${people.sql})`,
    people.values,
  );
  const different = lists.flatMap((list) => {
    const next = retagged(list, change);
    return next === list ? [] : [[list, next]];
  });
  if (different.length === 0) return { changed: 0, numbers: [] };
  await db.driver.exec(
    'create temp table if not exists tag_changes (before text primary key, next text not null) without rowid; delete from temp.tag_changes',
  );
  await db.driver.run('insert into temp.tag_changes (before, next) select value ->> 0, value ->> 1 from json_each(?)', [
    JSON.stringify(different),
  ]);
  const concerned = `tag_changes.before = coalesce(customers.tags, '')${people.sql}`;
  const named = await packedRows<number>(
    db,
    `select customers.number as value from customers cross join temp.tag_changes where ${concerned} order by customers.number limit ?`,
    [...people.values, mostNamed + 1],
  );
  const { changes: changed } = await db.driver.run(
    `update customers set tags = nullif(tag_changes.next, ''), revision = revision + 1, changed_at = ?
       from temp.tag_changes where ${concerned}`,
    [at, ...people.values],
  );
  return { changed, numbers: named.length > mostNamed ? null : named };
}

/** A list of tags as it is stored, changed. A tag that is both taken away and given is given. */
function retagged(list: string, { add, remove }: TagChange): string {
  const tags = list === '' ? [] : (JSON.parse(list) as string[]);
  const gone = new Set(remove.filter((tag) => !add.includes(tag)));
  const next = [...new Set([...tags.filter((tag) => !gone.has(tag)), ...add])];
  if (next.length > mostTags) throw brokenRule('customers.too-many-tags');
  if (next.length === tags.length && next.every((tag, index) => tag === tags[index])) return list;
  return next.length === 0 ? '' : JSON.stringify(next);
}

/** One history entry for each of a few people. */
export async function insertTagChanges(
  db: WriteDb,
  numbers: readonly number[],
  { add, remove }: TagChange,
  at: Instant,
  actor: string,
): Promise<void> {
  const changes = JSON.stringify({ tags: [remove.join(', ') || null, add.join(', ') || null] });
  await db.driver.run(
    `insert into customer_changes (customer, at, actor, event, changes) select value, ?2, ?3, 'tagged', ?4 from json_each(?1)`,
    [JSON.stringify(numbers), at, actor, changes],
  );
}
