/** Vendors, the connections to them, and questionnaires they were sent: versions and answers that never change. */
import type { Migration } from './migration';

const versioned = (table: string, words: string): string => `
    create table ${table} (
      id text not null,
      version integer not null check (version > 0),
      at text not null,
      by text not null,
      ended integer not null check (ended in (0, 1)),
      content text not null check (json_valid(content)),
      primary key (id, version)
    ) strict, without rowid;
    create trigger ${table}_never_change before update on ${table}
      begin select raise(abort, '${words} never change'); end;
    create trigger ${table}_stay before delete on ${table}
      begin select raise(abort, '${words} stay'); end;
    create trigger ${table}_are_new before insert on ${table}
      when exists (select 1 from ${table} where id = new.id and version >= new.version)
      begin select raise(abort, 'this version exists'); end;
`;

export const migration0017: Migration = {
  number: 17,
  name: 'vendors',
  sql: `
    ${versioned('vendors', 'versions of vendors')}
    ${versioned('integrations', 'versions of connections')}

    create table vendor_questionnaires (
      id text primary key,
      vendor text not null,
      language text not null,
      sent_at text not null,
      questions text not null check (json_valid(questions)),
      taken_at text,
      filled_in_by text not null default '',
      filled_in_on text,
      answers text not null default '{}' check (json_valid(answers))
    ) strict, without rowid;
    create index vendor_questionnaires_by_vendor on vendor_questionnaires (vendor, sent_at);
    create trigger vendor_questionnaires_stay before delete on vendor_questionnaires
      begin select raise(abort, 'questionnaires stay'); end;
    create trigger vendor_questionnaires_keep_questions before update of id, vendor, language, sent_at, questions on vendor_questionnaires
      begin select raise(abort, 'what was asked never changes'); end;
    create trigger vendor_questionnaires_answer_once before update on vendor_questionnaires when old.taken_at is not null
      begin select raise(abort, 'answers never change'); end;
  `,
};
