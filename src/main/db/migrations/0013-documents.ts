/** Documents: what the business says of itself, texts made of templates with hand edits, versions that never change, and who read them. */
import type { Migration } from './migration';

export const migration0013: Migration = {
  number: 13,
  name: 'documents',
  sql: `
    create table business_facts (
      name text primary key,
      value text not null,
      changed_at text not null
    ) strict, without rowid;

    create table documents (
      id text primary key,
      template text not null,
      language text not null check (language in ('en', 'de')),
      edition text not null,
      owner text,
      next_review_on text not null,
      withdrawn_at text,
      created_at text not null,
      changed_at text not null,
      revision integer not null default 1
    ) strict, without rowid;
    create unique index documents_one_each on documents (template, language) where withdrawn_at is null;

    create table document_sections (
      document text not null references documents (id),
      section text not null,
      position integer not null,
      generated text not null check (json_valid(generated)),
      facts text not null check (json_valid(facts)),
      edited text check (edited is null or json_valid(edited)),
      primary key (document, section)
    ) strict, without rowid;

    create table document_versions (
      document text not null references documents (id),
      number integer not null check (number > 0),
      title text not null,
      content text not null check (json_valid(content)),
      digest text not null,
      edition text not null,
      approved_by text not null,
      approved_at text not null,
      published_at text,
      primary key (document, number)
    ) strict, without rowid;
    create trigger document_versions_never_change
      before update of document, number, title, content, digest, edition, approved_by, approved_at on document_versions
      begin select raise(abort, 'an approved version never changes'); end;
    create trigger document_versions_are_published_once before update on document_versions when old.published_at is not null
      begin select raise(abort, 'a version is published once'); end;
    create trigger document_versions_stay before delete on document_versions
      begin select raise(abort, 'versions stay'); end;
    create trigger document_versions_are_new before insert on document_versions
      when exists (select 1 from document_versions where document = new.document and number = new.number)
      begin select raise(abort, 'this version exists'); end;

    create table document_readings (
      document text not null,
      version integer not null,
      person text not null,
      at text not null,
      primary key (document, version, person),
      foreign key (document, version) references document_versions (document, number)
    ) strict, without rowid;
    create trigger document_readings_never_change before update on document_readings
      begin select raise(abort, 'what was read stays read'); end;
    create trigger document_readings_stay before delete on document_readings
      begin select raise(abort, 'what was read stays read'); end;

    create table responsibilities (
      area text primary key,
      accountable text,
      responsible text,
      deputy text,
      consulted text not null default '[]' check (json_valid(consulted)),
      informed text not null default '[]' check (json_valid(informed)),
      changed_at text not null,
      revision integer not null default 1
    ) strict, without rowid;
  `,
};
