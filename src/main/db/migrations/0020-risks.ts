/** Risks with what is done about them, and assessments: a signed one never changes. */
import type { Migration } from './migration';

export const migration0020: Migration = {
  number: 20,
  name: 'risks',
  sql: `
    create table risks (
      id text primary key,
      draft text not null check (json_valid(draft)),
      state text not null default 'open' check (state in ('open', 'closed')),
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table risk_actions (
      id text primary key,
      about text not null,
      words text not null,
      owner text,
      due_on text not null,
      state text not null default 'open' check (state in ('open', 'done')),
      closing text not null default '',
      closed_by text,
      closed_at text,
      check ((state = 'done') = (closed_by is not null and closed_at is not null))
    ) strict, without rowid;
    create trigger risk_actions_end_once before update on risk_actions when old.state = 'done'
      begin select raise(abort, 'a finished action never changes'); end;

    create table assessments (
      id text primary key,
      template text not null,
      edition text not null,
      content text not null check (json_valid(content)),
      state text not null default 'draft' check (state in ('draft', 'signed')),
      author text not null,
      changed_at text not null,
      signed_by text,
      signed_at text,
      alone integer not null default 0,
      digest text,
      review_on text,
      replaces text references assessments (id),
      revision integer not null default 1,
      check ((state = 'signed') = (signed_by is not null and signed_at is not null and digest is not null))
    ) strict, without rowid;
    create trigger assessments_signed_never_change before update on assessments when old.state = 'signed'
      begin select raise(abort, 'a signed assessment never changes'); end;
    create trigger assessments_stay before delete on assessments
      begin select raise(abort, 'assessments stay'); end;
    create trigger assessments_are_new before insert on assessments
      when exists (select 1 from assessments where id = new.id)
      begin select raise(abort, 'this assessment exists'); end;
  `,
};
