/** Rules of how long things are kept, legal holds, and what was removed by rule. */
import type { Migration } from './migration';

export const migration0021: Migration = {
  number: 21,
  name: 'retention',
  sql: `
    create table retention_rules (
      class text primary key references retention_classes (id),
      period text check (json_valid(period)),
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table legal_holds (
      id text primary key,
      name text not null,
      reason text not null,
      people text not null check (json_valid(people)),
      since text not null,
      by text not null,
      released_at text,
      released_by text,
      check ((released_at is null) = (released_by is null))
    ) strict, without rowid;
    create trigger legal_holds_stay before delete on legal_holds
      begin select raise(abort, 'legal holds stay'); end;
    create trigger legal_holds_end_once before update on legal_holds
      when old.released_at is not null or new.name <> old.name or new.reason <> old.reason or new.people <> old.people
      begin select raise(abort, 'a legal hold is released once and never changed'); end;

    create table retention_runs (
      id text primary key,
      at text not null,
      by text not null,
      today text not null,
      removed integer not null,
      stayed integer not null,
      rules text not null check (json_valid(rules)),
      digest text not null
    ) strict, without rowid;
    create trigger retention_runs_never_change before update on retention_runs
      begin select raise(abort, 'what was removed never changes'); end;
    create trigger retention_runs_stay before delete on retention_runs
      begin select raise(abort, 'what was removed stays written'); end;
  `,
};
