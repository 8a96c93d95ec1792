/** An index over the moments of the trail: the latest one is found at once, however many entries came after it. */
import type { Migration } from './migration';

export const migration0005: Migration = {
  number: 5,
  name: 'trail-latest-moment',
  sql: `create index trail_entries_by_moment on trail_entries (entry ->> 'at');`,
};
