/** People, their roles and second factors, things that need two people, and looks at masked data. */
import type { Migration } from './migration';

export const migration0008: Migration = {
  number: 8,
  name: 'people-approvals',
  sql: `
    create table people (
      id text primary key,
      name text not null,
      sign_in_name text not null,
      -- The same folded: two people whose names differ only in capitals or accents could not be told apart.
      sign_in_key text not null unique,
      role text not null,
      until text,
      disabled_at text,
      must_change integer not null default 0 check (must_change in (0, 1)),
      added_at text not null,
      last_sign_in_at text,
      revision integer not null default 1
    ) strict, without rowid;
    -- Whoever made the vault; earlier entries of the trail name them by this id.
    insert into people (id, name, sign_in_name, sign_in_key, role, added_at)
      values ('owner', 'Owner', 'owner', 'owner', 'owner', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));

    create table roles (
      id text primary key,
      name text not null,
      grants text not null check (json_valid(grants)),
      revision integer not null default 1
    ) strict, without rowid;

    create table second_factors (
      person text primary key references people (id) on delete cascade,
      secret text not null,
      -- Null until the first right code; until then nobody is asked for one.
      confirmed_at text,
      -- The time step of the last code that was used. No step counts twice, whatever the clock says.
      last_step integer not null default 0
    ) strict, without rowid;
    create table recovery_codes (
      person text not null references people (id) on delete cascade,
      hash text not null,
      used_at text,
      primary key (person, hash)
    ) strict, without rowid;

    create table approvals (
      id text primary key,
      kind text not null,
      domain text not null,
      operation text not null,
      input text not null check (json_valid(input)),
      digest text not null,
      facts text not null check (json_valid(facts)),
      requested_by text not null,
      requested_at text not null,
      state text not null check (state in ('waiting', 'approved', 'denied', 'withdrawn', 'used')),
      decided_by text,
      decided_at text,
      note text not null default '',
      -- Held by the store as well: nobody approves their own request.
      check (decided_by is null or state = 'withdrawn' or decided_by <> requested_by)
    ) strict, without rowid;
    create index approvals_by_digest on approvals (digest, requested_by);

    create table glass_breaks (
      id integer primary key autoincrement,
      person text not null,
      customer integer not null,
      reason text not null check (json_valid(reason)),
      at text not null,
      until text not null,
      reviewed_by text,
      reviewed_at text,
      verdict text,
      note text not null default ''
    ) strict;
    create index glass_breaks_by_person on glass_breaks (person, customer, until);

    create table access_reviews (
      id text primary key,
      started_at text not null,
      started_by text not null,
      finished_at text,
      finished_by text,
      items text not null check (json_valid(items))
    ) strict, without rowid;
    create trigger access_reviews_finished_never_change before update on access_reviews when old.finished_at is not null
      begin select raise(abort, 'finished reviews never change'); end;
  `,
};
