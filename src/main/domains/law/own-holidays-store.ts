/** The business's own changes to holiday calendars, in the store. */
import type { OwnHoliday } from '#shared/domains/law/model';
import type { Instant } from '#shared/kernel/time';
import type { HolidayEdit } from '../../content/holidays';
import type { ReadDb, WriteDb } from '../../db/handles';

export async function listOwnHolidays(db: ReadDb): Promise<OwnHoliday[]> {
  const rows = await db.query
    .selectFrom('own_holidays')
    .selectAll()
    .orderBy('calendar')
    .orderBy('month')
    .orderBy('day')
    .execute();
  return rows.map(({ id, calendar, month, day, year, name, strike }) => ({
    id: id as OwnHoliday['id'],
    calendar,
    month,
    day,
    year,
    name,
    strike: strike === 1,
  }));
}

export async function insertOwnHoliday(db: WriteDb, one: OwnHoliday, at: Instant): Promise<void> {
  await db.query
    .insertInto('own_holidays')
    .values({ ...one, strike: one.strike ? 1 : 0, added_at: at })
    .execute();
}

export async function deleteOwnHoliday(db: WriteDb, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.query.deleteFrom('own_holidays').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** As the holiday calendars take them. */
export const editsOf = (own: readonly OwnHoliday[]): HolidayEdit[] =>
  own.map(({ calendar, month, day, year, name, strike }) => ({
    calendar,
    rule: {
      on: 'date',
      month,
      day,
      name,
      ...(strike ? { strike } : {}),
      ...(year === null ? {} : { from: year, until: year }),
    },
  }));
