/** Days that the business adds to a holiday calendar, or strikes from it. */
import type { Migration } from './migration';

export const migration0012: Migration = {
  number: 12,
  name: 'own-holidays',
  sql: `
    create table own_holidays (
      id text primary key,
      calendar text not null,
      month integer not null check (month between 1 and 12),
      day integer not null check (day between 1 and 31),
      -- Null for every year.
      year integer,
      name text not null,
      strike integer not null check (strike in (0, 1)),
      added_at text not null
    ) strict, without rowid;
  `,
};
