/** What proofs, checkpoints and outside marks of the trail need, and the keys behind its keyed hashes. */
import type { Migration } from './migration';

export const migration0007: Migration = {
  number: 7,
  name: 'trail-tree',
  sql: `
    -- Perfect subtrees of 16, 256, 4096 … leaves: every fourth level, so that a proof reads a handful of rows and an
    -- entry costs a sixteenth of one. Level 0 is trail_entries.leaf; the levels between follow from the one below.
    create table trail_nodes (
      level integer not null,
      position integer not null,
      hash blob not null check (length(hash) = 32),
      primary key (level, position)
    ) strict, without rowid;
    create trigger trail_nodes_never_change before update on trail_nodes
      begin select raise(abort, 'trail entries never change'); end;
    create trigger trail_nodes_never_go before delete on trail_nodes
      begin select raise(abort, 'trail entries never go'); end;

    -- Whose trail this is: the origin of its checkpoints and the key that signs them, as they were at the start.
    create table trail_identity (
      only_one integer primary key check (only_one = 1),
      origin text not null,
      public_key text not null
    ) strict;

    create table trail_checkpoints (
      id integer primary key autoincrement,
      size integer not null,
      root text not null check (length(root) = 64),
      -- The signed note (c2sp.org/tlog-checkpoint).
      note text not null,
      made_at text not null,
      reason text not null check (reason in ('lock', 'export', 'asked', 'sheet', 'monthly'))
    ) strict;
    create index trail_checkpoints_by_size on trail_checkpoints (size);
    create trigger trail_checkpoints_never_change before update on trail_checkpoints
      begin select raise(abort, 'checkpoints never change'); end;
    create trigger trail_checkpoints_never_go before delete on trail_checkpoints
      begin select raise(abort, 'checkpoints never go'); end;

    -- Files outside the vault that checkpoints were written to: looked at when the vault is opened.
    create table trail_places (
      file text primary key,
      kept_at text not null
    ) strict, without rowid;

    -- What did not fit when the vault was opened. It stays until somebody says that they have looked into it.
    create table trail_findings (
      id integer primary key autoincrement,
      at text not null,
      found text not null,
      source text not null check (source in ('mark', 'kept')),
      expected integer,
      size integer not null,
      settled_at text,
      settled_by text
    ) strict;

    -- One key for each subject; without it the hashes in the trail say nothing about anybody any more.
    create table trail_subject_keys (
      subject text primary key,
      key blob check (key is null or length(key) = 32),
      made_at text not null,
      destroyed_at text
    ) strict, without rowid;
  `,
};
