/** Where less would do, counted: empty and rare fields, whole birth dates, health words in notes, records nobody touched. */
import { standardFields } from '#shared/domains/fields/defaults';
import type { Thought } from '#shared/domains/retention/model';
import type { FieldName } from '#shared/domains/fields/model';
import type { Day } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';

/** A field that fewer than one in so many people have may not be worth having. */
const rare = 200;
/** Fewer people than these say nothing about a field. */
const fewest = 20;

export async function thoughts(
  db: ReadDb,
  { today, healthWords }: { readonly today: Day; readonly healthWords: readonly string[] },
): Promise<Thought[]> {
  const own = await db.query.selectFrom('fields').select('name').where('custom', '=', 1).orderBy('position').execute();
  const names = [...standardFields.map(({ name }) => name as string), ...own.map(({ name }) => name)];
  const filled = names.map((name, at) =>
    name.startsWith('x_') ? `count(custom ->> '${name}') as f${at}` : `count(${name}) as f${at}`,
  );
  const health = healthWords.map(() => `instr(search_text, ?) > 0`).join(' or ');
  const [row] = await db.driver.all(
    `select count(*) as people, ${filled.join(', ')}, sum(notes is not null and (${health || 'false'})) as health,
       sum(max(coalesce(last_activity, ''), coalesce(customer_since, ''), substr(changed_at, 1, 10)) < date(?, '-5 years')) as stale
       from customers`,
    [...healthWords, today],
  );
  const people = Number(row?.['people'] ?? 0);
  if (people < fewest) return [];
  const found: Thought[] = [];
  for (const [at, name] of names.entries()) {
    const count = Number(row?.[`f${at}`]);
    const field = name as FieldName;
    if (name.startsWith('x_') && count === 0) found.push({ kind: 'empty-field', field, people: 0, of: people });
    else if (count > 0 && count * rare < people) found.push({ kind: 'rare-field', field, people: count, of: people });
    if (name === 'birth_date' && count > 0) found.push({ kind: 'birth-date', field, people: count, of: people });
  }
  const health_ = Number(row?.['health'] ?? 0);
  if (health_ > 0) found.push({ kind: 'health-words', field: 'notes' as FieldName, people: health_, of: people });
  const stale = Number(row?.['stale'] ?? 0);
  if (stale > 0) found.push({ kind: 'stale', field: null, people: stale, of: people });
  return found;
}
