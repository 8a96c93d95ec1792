/** The second key for special-category fields: its public half, and what values are sealed under. */
import type { Migration } from './migration';

export const migration0018: Migration = {
  number: 18,
  name: 'vault-second-key',
  sql: `
    -- One row while there is a second key, none otherwise.
    create table second_key (
      only_one integer primary key check (only_one = 1),
      public_key text not null,
      made_at text not null
    ) strict;
    -- Keys for values, each sealed to the second key's public half. Only its private half, which is not in here, opens them.
    create table second_key_contents (
      id integer primary key autoincrement,
      box_from text not null,
      box_nonce text not null,
      box_sealed text not null,
      made_at text not null
    ) strict;
  `,
};
