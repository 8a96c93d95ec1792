/** Customers, what each field is for, imports with their quarantine, and clusters of likely duplicates. */
import type { Migration } from './migration';

export const migration0002: Migration = {
  number: 2,
  name: 'customers-store',
  sql: `
    create table purposes (
      id text primary key,
      name text not null,
      lawful_basis text not null,
      position integer not null
    ) strict, without rowid;

    create table fields (
      name text primary key,
      label text not null,
      custom integer not null check (custom in (0, 1)),
      kind text not null,
      purpose text not null references purposes (id),
      sensitivity text not null,
      retention_class text not null,
      position integer not null,
      revision integer not null default 1
    ) strict, without rowid;

    create table retention_classes (
      id text primary key,
      name text not null,
      rule text not null,
      position integer not null
    ) strict, without rowid;

    create table imports (
      id text primary key,
      file_name text not null,
      file_hash text not null,
      profile text not null,
      encoding text not null,
      delimiter text not null,
      mapping text not null check (json_valid(mapping)),
      dropped text not null check (json_valid(dropped)),
      rows integer not null,
      imported integer not null,
      merged integer not null,
      quarantined integer not null,
      skipped integer not null,
      warnings text not null check (json_valid(warnings)),
      first_number integer,
      last_number integer,
      started_at text not null,
      finished_at text not null,
      undone_at text,
      check (rows = imported + merged + quarantined + skipped)
    ) strict, without rowid;

    create table customers (
      number integer primary key autoincrement,
      revision integer not null default 1,
      created_at text not null,
      changed_at text not null,
      -- The import it came with. No foreign key: imports are never deleted, and checking it would cost a third of a large import.
      import text,
      full_name text,
      given_name text,
      family_name text,
      company text,
      job_title text,
      email text,
      email_key text,
      phone text,
      phone_key text,
      mobile text,
      street text,
      city text,
      postal_code text,
      region text,
      country text,
      birth_date text,
      language text,
      source text,
      marketing text,
      marketing_on text,
      customer_since text,
      last_activity text,
      external_id text,
      website text,
      tags text,
      notes text,
      custom text,
      -- What was typed or imported where it differs from the normalised value: {field: text}.
      originals text,
      sort_name text not null,
      -- Equal for people whose name and place look alike; finds near-duplicates.
      match_key text,
      -- Folded text of everything that is searched.
      search_text text not null
    ) strict;
    create index customers_by_name on customers (sort_name, number);
    -- With the keys of likely duplicates in it: these are looked for now and then and all at once, so reading this narrow
    -- index through is enough, and a large import builds one index instead of three.
    create index customers_by_email on customers (email_key, number, phone_key, match_key);

    create virtual table customers_search using fts5 (
      search_text, content = 'customers', content_rowid = 'number', tokenize = 'trigram', detail = none, columnsize = 0
    );
    create trigger customers_search_added after insert on customers begin
      insert into customers_search (rowid, search_text) values (new.number, new.search_text);
    end;
    create trigger customers_search_removed after delete on customers begin
      insert into customers_search (customers_search, rowid, search_text) values ('delete', old.number, old.search_text);
    end;
    create trigger customers_search_changed after update of search_text on customers
      when old.search_text <> new.search_text begin
      insert into customers_search (customers_search, rowid, search_text) values ('delete', old.number, old.search_text);
      insert into customers_search (rowid, search_text) values (new.number, new.search_text);
    end;

    -- The history a person sees on a customer's page. Unlike the trail it holds values, and goes with the customer.
    create table customer_changes (
      id integer primary key autoincrement,
      customer integer not null references customers (number) on delete cascade,
      at text not null,
      actor text not null,
      event text not null,
      -- {field: [before, after]}
      changes text not null check (json_valid(changes))
    ) strict;
    create index customer_changes_by_customer on customer_changes (customer, id);

    create table import_quarantine (
      id integer primary key autoincrement,
      import text not null references imports (id) on delete cascade,
      row integer not null,
      cells text not null check (json_valid(cells)),
      problems text not null check (json_valid(problems)),
      -- open, imported, merged or discarded
      state text not null default 'open',
      customer integer
    ) strict;
    create index import_quarantine_by_import on import_quarantine (import, state, row);

    -- What an import changed on customers that were there before or came earlier in the same file; undoing needs it.
    create table import_merges (
      id integer primary key autoincrement,
      import text not null references imports (id) on delete cascade,
      row integer not null,
      customer integer not null,
      -- The customer's columns before: {column: value}
      before text not null check (json_valid(before)),
      -- The row as it came, normalised.
      incoming text not null check (json_valid(incoming))
    ) strict;
    create index import_merges_by_import on import_merges (import, id);
    create index import_merges_by_customer on import_merges (customer);

    create table duplicate_clusters (
      id integer primary key autoincrement,
      -- email, phone or name
      reason text not null,
      likeness real not null,
      survivor integer not null,
      -- open, merged or apart
      state text not null default 'open',
      found_at text not null
    ) strict;
    create table duplicate_members (
      cluster integer not null references duplicate_clusters (id) on delete cascade,
      customer integer not null references customers (number) on delete cascade,
      primary key (cluster, customer)
    ) strict, without rowid;
    create index duplicate_members_by_customer on duplicate_members (customer);
  `,
};
