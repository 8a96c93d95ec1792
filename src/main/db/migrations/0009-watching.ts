/** Watching: how far the trail was looked at, each person's days as numbers, alerts, what was learned of them, and who is away. */
import type { Migration } from './migration';

export const migration0009: Migration = {
  number: 9,
  name: 'watching',
  sql: `
    create table watch_progress (
      id integer primary key check (id = 1),
      last integer not null,
      -- The moment of the last entry that was counted.
      before text,
      looked_at text not null
    ) strict;

    -- Counts, hours and peaks of one person's day; made of the trail and nothing else.
    create table watch_days (
      actor text not null,
      day text not null,
      features text not null check (json_valid(features)),
      primary key (actor, day)
    ) strict, without rowid;
    create index watch_days_by_day on watch_days (day);

    create table watch_firsts (
      actor text not null,
      event text not null,
      primary key (actor, event)
    ) strict, without rowid;

    create table alerts (
      id text primary key,
      actor text not null,
      kind text not null,
      day text not null,
      at text not null,
      entry integer not null,
      score real not null,
      numbers text not null check (json_valid(numbers)),
      state text not null default 'open' check (state in ('open', 'dismissed', 'incident')),
      revision integer not null default 1,
      decided_at text,
      decided_by text,
      reason text,
      raised_at text not null,
      unique (actor, day, kind)
    ) strict, without rowid;
    create index alerts_open on alerts (at) where state = 'open';

    -- What hands an alert over to whoever treats it as an incident.
    create table alert_reports (
      id text primary key,
      alert text not null unique references alerts (id),
      reported_at text not null,
      reported_by text not null,
      summary text not null check (json_valid(summary)),
      -- The incident that took it over.
      incident text
    ) strict, without rowid;

    create table alert_lessons (
      id text primary key,
      alert text not null references alerts (id),
      actor text not null,
      kind text not null,
      up_to real not null,
      until text not null,
      reason text not null,
      made_at text not null,
      made_by text not null,
      revoked_at text
    ) strict, without rowid;

    create table absences (
      id text primary key,
      actor text not null,
      from_day text not null,
      until_day text not null,
      made_at text not null,
      made_by text not null,
      check (from_day <= until_day)
    ) strict, without rowid;
  `,
};
