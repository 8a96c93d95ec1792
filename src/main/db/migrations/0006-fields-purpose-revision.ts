/** A revision on every purpose, so that a page that is behind cannot overwrite what somebody else decided. */
import type { Migration } from './migration';

export const migration0006: Migration = {
  number: 6,
  name: 'fields-purpose-revision',
  sql: `alter table purposes add column revision integer not null default 1;`,
};
