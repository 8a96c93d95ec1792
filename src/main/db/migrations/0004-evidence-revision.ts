/** A revision on every piece of evidence, so that a page that is behind cannot overwrite what somebody else linked. */
import type { Migration } from './migration';

export const migration0004: Migration = {
  number: 4,
  name: 'evidence-revision',
  sql: `alter table evidence add column revision integer not null default 1;`,
};
