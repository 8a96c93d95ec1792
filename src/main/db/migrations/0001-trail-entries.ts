/** The audit trail: numbered entries, each carrying the digest of the one before, that nobody can change or remove. */
import type { Migration } from './migration';

export const migration0001: Migration = {
  number: 1,
  name: 'trail-entries',
  sql: `
    create table trail_entries (
      number integer primary key,
      -- The entry as canonical JSON (RFC 8785); the leaf of the Merkle tree is made of exactly these bytes.
      entry text not null,
      -- SHA-256(0x00 || entry), lower-case hex: the RFC 6962 leaf hash and the next entry's \`previous\`.
      leaf text not null check (length(leaf) = 64)
    ) strict;

    create table trail_subjects (
      subject text not null,
      number integer not null references trail_entries (number),
      primary key (subject, number)
    ) strict, without rowid;

    -- The right edge of the Merkle tree over all leaves: one row for each perfect subtree.
    create table trail_frontier (
      level integer primary key,
      hash text not null check (length(hash) = 64)
    ) strict;

    create trigger trail_entries_never_change before update on trail_entries
      begin select raise(abort, 'trail entries never change'); end;
    create trigger trail_entries_never_go before delete on trail_entries
      begin select raise(abort, 'trail entries never go'); end;
    create trigger trail_entries_only_follow before insert on trail_entries
      when new.number <> (select coalesce(max(number), 0) + 1 from trail_entries)
      begin select raise(abort, 'trail entries only follow one another'); end;
    create trigger trail_subjects_never_change before update on trail_subjects
      begin select raise(abort, 'trail entries never change'); end;
    create trigger trail_subjects_never_go before delete on trail_subjects
      begin select raise(abort, 'trail entries never go'); end;
  `,
};
