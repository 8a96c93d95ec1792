/** Training: courses as chosen, people without a sign-in, attempts, results that never change, and lists for joining and leaving. */
import type { Migration } from './migration';

export const migration0016: Migration = {
  number: 16,
  name: 'training',
  sql: `
    create table training_courses (
      name text primary key,
      is_on integer not null check (is_on in (0, 1)),
      roles text not null check (json_valid(roles)),
      every_days integer not null check (every_days > 0),
      first_on text not null,
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table training_members (
      id text primary key,
      name text not null,
      role text not null,
      since text not null,
      left_on text,
      revision integer not null default 1,
      added_at text not null
    ) strict, without rowid;

    create table training_pins (
      member text primary key,
      kdf text not null check (json_valid(kdf)),
      hash text not null,
      failures integer not null default 0,
      set_by text not null,
      set_at text not null
    ) strict, without rowid;

    create table training_assignments (
      member text not null,
      course text not null,
      due_on text not null,
      set_on text not null,
      by text not null,
      at text not null,
      primary key (member, course)
    ) strict, without rowid;

    create table training_attempts (
      id text primary key,
      member text not null,
      course text not null,
      edition text not null,
      started_by text not null,
      started_at text not null
    ) strict, without rowid;

    create table training_results (
      id text primary key,
      member text not null,
      course text,
      title text not null,
      way text not null check (way in ('screen', 'shared', 'paper', 'outside')),
      on_day text not null,
      right_answers integer not null check (right_answers >= 0 and right_answers <= out_of),
      out_of integer not null,
      passed integer not null check (passed in (0, 1)),
      edition text not null,
      attempt text unique references training_attempts (id),
      answers text not null check (json_valid(answers)),
      provider text not null,
      evidence text,
      by text not null,
      at text not null
    ) strict, without rowid;
    create index training_results_by_member on training_results (member, course, on_day);
    create trigger training_results_never_change before update on training_results
      begin select raise(abort, 'results never change'); end;
    create trigger training_results_stay before delete on training_results
      begin select raise(abort, 'results stay'); end;
    create trigger training_results_are_new before insert on training_results
      when exists (select 1 from training_results where id = new.id)
      begin select raise(abort, 'this result exists'); end;

    create table attendance_refused (
      id text primary key,
      file_name text not null,
      row integer not null,
      cells text not null check (json_valid(cells)),
      problem text not null,
      by text not null,
      at text not null,
      settled_by text,
      settled_at text
    ) strict, without rowid;

    create table checklists (
      id text primary key,
      kind text not null check (kind in ('joining', 'leaving')),
      member text not null,
      name text not null,
      started_by text not null,
      started_at text not null,
      finished_at text
    ) strict, without rowid;
    create index checklists_open on checklists (finished_at, member);

    create table checklist_items (
      checklist text not null references checklists (id),
      name text not null,
      place integer not null,
      words text not null check (json_valid(words)),
      about text not null,
      due_on text not null,
      state text not null default 'open' check (state in ('open', 'done', 'not-needed')),
      note text not null default '',
      by text,
      at text,
      primary key (checklist, name),
      check ((state = 'open') = (by is null and at is null))
    ) strict, without rowid;
  `,
};
