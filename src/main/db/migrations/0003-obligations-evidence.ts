/** Which obligations apply, how far each one is, the evidence for it, and keys that live only inside the store. */
import type { Migration } from './migration';

export const migration0003: Migration = {
  number: 3,
  name: 'obligations-evidence',
  sql: `
    -- Answers are added, never edited: the newest of a question counts.
    create table applicability_answers (
      id integer primary key autoincrement,
      question text not null,
      answer text not null check (json_valid(answer)),
      at text not null,
      actor text not null,
      edition text not null
    ) strict;
    create index applicability_answers_by_question on applicability_answers (question, id);
    create trigger applicability_answers_never_change before update on applicability_answers
      begin select raise(abort, 'answers never change'); end;

    create table obligation_records (
      obligation text primary key,
      state text not null check (state in ('not-started', 'in-place', 'not-applicable')),
      owner text,
      due_on text,
      reviewed_on text,
      reason text,
      note text,
      edition text not null,
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table measure_records (
      measure text primary key,
      in_place integer not null check (in_place in (0, 1)),
      owner text,
      reviewed_on text,
      note text,
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table evidence (
      id text primary key,
      title text not null,
      file_name text not null,
      kind text not null,
      bytes integer not null,
      sha256 text not null check (length(sha256) = 64),
      -- The name of the encrypted file in the vault's evidence folder.
      stored_as text not null,
      added_at text not null,
      added_by text not null,
      expires_on text,
      -- The revision this one took the place of.
      replaces text references evidence (id),
      removed_at text
    ) strict, without rowid;

    create table evidence_links (
      evidence text not null references evidence (id) on delete cascade,
      -- An obligation's stable name, or measure:<name>.
      target text not null,
      primary key (evidence, target)
    ) strict, without rowid;
    create index evidence_links_by_target on evidence_links (target);

    create table vault_secrets (
      name text primary key,
      value text not null,
      made_at text not null
    ) strict, without rowid;
  `,
};
