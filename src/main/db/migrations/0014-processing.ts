/** Who the business is, the record of processing, and versions of it that were kept: all of it followed by newer rows, never changed. */
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

export const migration0014: Migration = {
  number: 14,
  name: 'processing',
  sql: `
    ${versioned('business_profiles', 'facts about the business')}
    ${versioned('processing_activities', 'activities of the record')}

    create table processing_versions (
      number integer primary key check (number > 0),
      at text not null,
      by text not null,
      digest text not null,
      entries integer not null,
      content text not null check (json_valid(content))
    ) strict;
    create trigger processing_versions_never_change before update on processing_versions
      begin select raise(abort, 'kept records never change'); end;
    create trigger processing_versions_stay before delete on processing_versions
      begin select raise(abort, 'kept records stay'); end;
    create trigger processing_versions_are_new before insert on processing_versions
      when exists (select 1 from processing_versions where number >= new.number)
      begin select raise(abort, 'this version exists'); end;
  `,
};
