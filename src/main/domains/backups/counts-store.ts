/** How many rows there are of what matters: said in each backup and counted again after a restore. */
import type { ReadDb } from '../../db/handles';

/** Tables whose rows people would miss. A table that a store does not have yet is left out. */
const counted = [
  'customers',
  'purposes',
  'fields',
  'evidence',
  'evidence_links',
  'obligation_records',
  'measure_records',
  'people',
  'devices',
  'audit_records',
  'trail_entries',
] as const;

export async function countRows(db: ReadDb): Promise<Record<string, number>> {
  const tables = await db.driver.all("select name from sqlite_master where type = 'table'");
  const there = new Set(tables.map(({ name }) => name));
  const counts: Record<string, number> = {};
  for (const table of counted) {
    if (!there.has(table)) continue;
    const [row] = await db.driver.all(`select count(*) as rows from ${table}`);
    counts[table] = Number(row?.['rows'] ?? 0);
  }
  return counts;
}
