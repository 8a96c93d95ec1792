/** Places for backups, what was done with them, what must not come back, and the business's other backups. */
import type { Migration } from './migration';

export const migration0019: Migration = {
  number: 19,
  name: 'backups',
  sql: `
    create table backup_places (
      id text primary key,
      name text not null,
      -- Where it is and how it is kept, as JSON. Passwords are not in it.
      address text not null,
      plan text not null,
      -- The login, sealed under a key that only this computer's keychain has; null where none is needed.
      login text,
      made_at text not null,
      removed_at text,
      revision integer not null default 1
    ) strict;

    -- Every backup, reading, drill, restore and pruning, with what came of it. Never changed once it has ended.
    create table backup_runs (
      id text primary key,
      place text not null,
      kind text not null check (kind in ('backup', 'check', 'drill', 'restore', 'prune')),
      started_at text not null,
      ended_at text not null,
      outcome text not null check (outcome in ('good', 'bad', 'failed', 'cancelled')),
      sequence integer,
      facts text not null,
      signature text
    ) strict;
    create index backup_runs_by_place on backup_runs (place, kind, ended_at);
    create trigger backup_runs_stay before update on backup_runs begin
      select raise(abort, 'what was done does not change');
    end;
    create trigger backup_runs_kept before delete on backup_runs begin
      select raise(abort, 'what was done does not change');
    end;

    create table backup_folders (
      name text primary key,
      folder text not null,
      added_at text not null
    ) strict;

    create table backup_targets (
      only_one integer primary key check (only_one = 1),
      lose_hours integer not null,
      restore_minutes integer not null
    ) strict;

    create table other_backups (
      id text primary key,
      what text not null,
      kept_where text not null,
      how_often text not null,
      tested_by text,
      tested_on text,
      test_every_days integer not null,
      note text,
      removed_at text,
      revision integer not null default 1
    ) strict;

    -- What was taken away for good. An older backup that is restored loses it again.
    create table erasure_ledger (
      id integer primary key,
      kind text not null check (kind in ('customer-erased', 'opted-out')),
      subject text not null,
      what text,
      at text not null
    ) strict;
    create trigger erasure_ledger_stays before update on erasure_ledger begin
      select raise(abort, 'what was erased stays erased');
    end;
    create trigger erasure_ledger_kept before delete on erasure_ledger begin
      select raise(abort, 'what was erased stays erased');
    end;
  `,
};
