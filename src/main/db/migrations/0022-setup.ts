/** Where the guided set-up stands, and what the business wants from customer data. */
import type { Migration } from './migration';

export const migration0022: Migration = {
  number: 22,
  name: 'setup',
  sql: `
    create table setup_steps (
      step text primary key,
      state text not null check (state in ('open', 'done', 'later')),
      at text not null,
      by text not null
    ) strict, without rowid;
    create table objectives (name text primary key, chosen_at text not null) strict, without rowid;
  `,
};
