/** What people said about the use of their data, the wordings they were shown, and marketing segments. */
import type { Migration } from './migration';

export const migration0015: Migration = {
  number: 15,
  name: 'consents',
  sql: `
    create table consent_wordings (
      id text primary key,
      topic text not null,
      language text not null,
      version integer not null,
      text text not null,
      since text not null,
      added_by text not null,
      unique (topic, language, version)
    ) strict, without rowid;
    create trigger consent_wordings_never_change before update on consent_wordings
      begin select raise(abort, 'what people were shown never changes'); end;
    create trigger consent_wordings_stay before delete on consent_wordings
      begin select raise(abort, 'what people were shown stays'); end;

    -- The statement holds personal data and goes with the customer; the trail keeps only its salted digest.
    create table consent_facts (
      id text primary key,
      customer integer not null references customers (number) on delete cascade,
      topic text not null,
      said text not null check (said in ('yes', 'no')),
      on_day text not null,
      recorded_at text not null,
      by text not null,
      how text not null,
      wording text references consent_wordings (id),
      evidence text not null check (json_valid(evidence)),
      note text not null,
      guardian text not null,
      expires_on text,
      salt text not null,
      statement text not null
    ) strict, without rowid;
    create index consent_facts_by_customer on consent_facts (customer, topic);
    -- Only the customer may change: when two records of one person become one.
    create trigger consent_facts_never_change before update of id, topic, said, on_day, recorded_at, by, how, wording,
      evidence, note, guardian, expires_on, salt, statement on consent_facts
      begin select raise(abort, 'what was said never changes'); end;
    create trigger consent_facts_are_new before insert on consent_facts
      when exists (select 1 from consent_facts where id = new.id)
      begin select raise(abort, 'this fact exists'); end;

    -- What holds now, so that a million people can be sorted out at once; it follows from the facts and from nothing else.
    create table consent_standing (
      customer integer not null references customers (number) on delete cascade,
      topic text not null,
      said text not null,
      on_day text not null,
      recorded_at text not null,
      expires_on text,
      fact text not null,
      primary key (customer, topic)
    ) strict, without rowid;
    create index consent_standing_by_topic on consent_standing (topic, said, expires_on);

    create table segments (
      id text primary key,
      name text not null,
      purpose text not null references purposes (id),
      channel text not null,
      filter text not null check (json_valid(filter)),
      revision integer not null default 1
    ) strict, without rowid;
  `,
};
