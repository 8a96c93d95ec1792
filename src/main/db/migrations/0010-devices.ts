/** The register of devices and software, and snapshots of this computer's posture that never change. */
import type { Migration } from './migration';

export const migration0010: Migration = {
  number: 10,
  name: 'devices',
  sql: `
    create table devices (
      id text primary key,
      name text not null,
      kind text not null,
      owner text,
      product text,
      version text,
      encrypted text not null check (encrypted in ('yes', 'no', 'unknown')),
      patched_on text,
      next_check_on text,
      state text not null check (state in ('in-use', 'lost', 'disposed')),
      state_on text,
      note text,
      revision integer not null default 1,
      changed_at text not null
    ) strict, without rowid;

    create table posture_snapshots (
      id text primary key,
      at text not null,
      by text not null,
      platform text not null,
      answers text not null check (json_valid(answers)),
      digest text not null check (length(digest) = 64),
      changed text not null check (json_valid(changed))
    ) strict, without rowid;
    create index posture_snapshots_by_moment on posture_snapshots (at);
    create trigger posture_snapshots_never_change before update on posture_snapshots
      begin select raise(abort, 'snapshots never change'); end;
  `,
};
