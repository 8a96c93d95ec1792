/** Who can go and who stays, decided in the store: every rule for every person in one pass. */
import type { LegalHold, RetentionPeriod, RetentionRow, Simulation, StartField } from '#shared/domains/retention/model';
import type { RetentionClassId } from '#shared/domains/fields/model';
import { assert } from '#shared/kernel/assert';
import type { Day } from '#shared/kernel/time';
import type { SqlValue } from '../../db/driver';
import { packedRows, type ReadDb } from '../../db/handles';

export type Rule = { readonly class: RetentionClassId; readonly period: RetentionPeriod };

const columnOf = (field: StartField): string => {
  if (field === 'created') return 'substr(c.created_at, 1, 10)';
  if (field === 'changed') return 'substr(c.changed_at, 1, 10)';
  // A field's name is checked by its schema: letters, digits and underscores.
  assert(/^[a-z][a-z0-9_]{0,60}$/.test(field), 'a field name is part of the statement');
  return field.startsWith('x_') ? `coalesce(c.custom ->> '${field}', '')` : `coalesce(c.${field}, '')`;
};

/**
 * The last day a rule keeps somebody, or an empty text. Where the last month has no such day the period ends as many days
 * later, never earlier: 31 January and a month is 3 March.
 */
function untilOf({ period: { starts, amount, unit, yearEnd } }: Rule): string {
  const days = starts.map(columnOf);
  const latest = days.length === 1 ? days.join('') : `max(${days.join(', ')})`;
  const start = yearEnd ? `(substr(${latest}, 1, 4) || '-12-31')` : latest;
  return `iif(${latest} = '', '', coalesce(date(${start}, '+${amount} ${unit}'), ''))`;
}

type Statement = { readonly sql: string; readonly values: SqlValue[] };

/** One row a person: number, name, hold, until of each rule; `where` narrows whom it looks at. */
function decided(rules: readonly Rule[], holds: readonly LegalHold[], today: Day, where: string): Statement {
  // In the order in which they stand in the statement: the day comes before what the inner select asks.
  const values: SqlValue[] = [today];
  const held = holds.map(({ people }) => {
    if ('ids' in people) {
      values.push(JSON.stringify(people.ids.map((id) => Number(id.slice(2)))));
      return `c.number in (select value from json_each(?))`;
    }
    const parts = Object.entries(people.filter).flatMap(([name, wanted]) => {
      if (wanted === undefined || wanted.length === 0) return [];
      if (name === 'tag') {
        values.push(JSON.stringify(wanted));
        return ['exists (select 1 from json_each(c.tags) t where t.value in (select value from json_each(?)))'];
      }
      if (name === 'import') {
        values.push(wanted as string);
        return ['c.import = ?'];
      }
      values.push(JSON.stringify(wanted));
      return [`coalesce(c.${name}, '') in (select value from json_each(?))`];
    });
    return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
  });
  const untils = rules.map((rule, at) => `${untilOf(rule)} as until_${at}`);
  const keep =
    rules.length === 0
      ? "''"
      : rules.length === 1
        ? 'until_0'
        : `max(${rules.map((_, at) => `until_${at}`).join(', ')})`;
  const longest = rules.map((rule, at) => `when keep = until_${at} then '${rule.class}'`).join(' ');
  return {
    sql: `select number, name, keep, case when held then 'hold' when keep = '' then 'no-start' when keep >= ? then case ${longest || "when false then ''"} end end as reason
      from (select *, ${keep} as keep from (
        select c.number, c.full_name as name, ${held.length === 0 ? 'false' : held.join(' or ')} as held${untils.length === 0 ? '' : `, ${untils.join(', ')}`}
          from customers c where ${where}))`,
    values,
  };
}

export async function simulate(
  db: ReadDb,
  rules: readonly Rule[],
  holds: readonly LegalHold[],
  today: Day,
): Promise<Simulation> {
  const { sql, values } = decided(rules, holds, today, 'true');
  type Row = { reason: string | null; people: number; from: Day | null; until: Day | null };
  const rows = await packedRows<Row>(
    db,
    `select json_object('reason', reason, 'people', count(*), 'from', nullif(min(keep), ''), 'until', nullif(max(keep), '')) as value
       from (${sql}) group by reason order by count(*) desc`,
    values,
  );
  const canGo = rows.find(({ reason }) => reason === null)?.people ?? 0;
  const stays = rows.flatMap(({ reason, ...row }) =>
    reason === null ? [] : [{ ...row, reason: reason as Simulation['stays'][number]['reason'] }],
  );
  return { today, people: rows.reduce((sum, { people }) => sum + people, 0), canGo, stays };
}

/** Lowest number first, after `after`. */
export async function decidedPeople(
  db: ReadDb,
  rules: readonly Rule[],
  holds: readonly LegalHold[],
  { today, canGo, after, limit }: { today: Day; canGo: boolean; after: number; limit: number },
): Promise<RetentionRow[]> {
  const { sql, values } = decided(rules, holds, today, `c.number > ${Number(after)}`);
  return packedRows<RetentionRow>(
    db,
    `select json_object('id', 'C-' || number, 'name', name, 'canGo', json(iif(reason is null, 'true', 'false')), 'reason', reason,
       'until', nullif(keep, '')) as value from (${sql}) where (reason is null) = ${canGo ? 1 : 0} order by number limit ${Number(limit)}`,
    values,
  );
}
