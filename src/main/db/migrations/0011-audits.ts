/** The audit programme: what the business decided about each check, records that never change, and findings until they are settled. */
import type { Migration } from './migration';

export const migration0011: Migration = {
  number: 11,
  name: 'audits',
  sql: `
    create table audit_checks (
      name text primary key,
      title text,
      how text,
      is_on integer not null check (is_on in (0, 1)),
      every_days integer not null check (every_days > 0),
      first_on text not null,
      responsible text,
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table audit_records (
      id text primary key,
      check_name text not null references audit_checks (name),
      on_day text not null,
      result text not null check (result in ('fine', 'findings', 'could-not')),
      words text not null,
      evidence text not null check (json_valid(evidence)),
      by text not null,
      at text not null
    ) strict, without rowid;
    create index audit_records_by_check on audit_records (check_name, on_day);
    create trigger audit_records_never_change before update on audit_records
      begin select raise(abort, 'records of checks never change'); end;
    create trigger audit_records_stay before delete on audit_records
      begin select raise(abort, 'records of checks stay'); end;
    create trigger audit_records_are_new before insert on audit_records
      when exists (select 1 from audit_records where id = new.id)
      begin select raise(abort, 'this record exists'); end;

    create table audit_findings (
      id text primary key,
      record text not null references audit_records (id),
      words text not null,
      severity text not null check (severity in ('low', 'middle', 'high')),
      responsible text,
      due_on text not null,
      state text not null default 'open' check (state in ('open', 'done')),
      closing text not null default '',
      closed_by text,
      closed_at text,
      revision integer not null default 1,
      check ((state = 'done') = (closed_by is not null and closed_at is not null and closing <> ''))
    ) strict, without rowid;
    create index audit_findings_open on audit_findings (state, due_on);
    create trigger audit_findings_stay before delete on audit_findings
      begin select raise(abort, 'findings stay'); end;
    create trigger audit_findings_keep_their_words before update of id, record, words, severity on audit_findings
      begin select raise(abort, 'what was found never changes'); end;
    create trigger audit_findings_end_once before update on audit_findings when old.state = 'done'
      begin select raise(abort, 'a settled finding never changes'); end;
    create trigger audit_findings_are_new before insert on audit_findings
      when exists (select 1 from audit_findings where id = new.id)
      begin select raise(abort, 'this finding exists'); end;
  `,
};
