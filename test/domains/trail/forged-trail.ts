/** A trail in a store of its own, and what somebody who can open the store may do to it with the triggers gone. */
import { randomBytes } from 'node:crypto';
import { migrate } from '#main/db/migrate';
import { openDriver } from '#main/db/driver';
import { type WriteDb, writeHandle } from '#main/db/handles';
import { ensureIdentity, makeCheckpoint } from '#main/domains/trail/checkpoints-store';
import { canonicalJson } from '#main/domains/trail/hashing';
import { appendTrail, leafHex } from '#main/domains/trail/store';
import type { TrailDraft, TrailEntry } from '#shared/domains/trail/model';
import type { Instant } from '#shared/kernel/time';

export const now = '2026-11-24T09:00:00.000Z' as Instant;
const storeId = '0badcafe-0badcafe';

export const draftOf = (seed: number): TrailDraft => ({
  at: now,
  actor: 'owner',
  origin: 'page',
  event: 'customers.changed',
  about: [`C-${seed % 97}`],
  facts: { changed: seed },
});
export const draftsOf = (seed: number, count: number): TrailDraft[] =>
  Array.from({ length: count }, (_, at) => draftOf(seed + at));

/** Not encrypted and without triggers: what is tested is what holds when nothing else does. */
export async function openForgery(file: string): Promise<WriteDb> {
  const driver = await openDriver(file, { mode: 'create' });
  await driver.exec('pragma synchronous = off; pragma temp_store = memory');
  await migrate(driver, async () => undefined);
  const triggers = await driver.all("select name from sqlite_master where type = 'trigger' and name like 'trail%'");
  for (const { name } of triggers) await driver.exec(`drop trigger ${String(name)}`);
  const db = writeHandle(driver);
  await ensureIdentity(db, storeId, now);
  return db;
}

/** Runs `work` and takes everything back. */
export async function undone(db: WriteDb, work: () => Promise<void>): Promise<void> {
  await db.driver.exec('begin');
  try {
    await work();
  } finally {
    await db.driver.exec('rollback');
  }
}

const wipe = (db: WriteDb): Promise<void> =>
  db.driver.exec(
    'delete from trail_subjects; delete from trail_entries; delete from trail_frontier; delete from trail_nodes; delete from trail_checkpoints',
  );

/** A whole trail of other entries with every hash, link, node and signature made right again. */
export async function rewrite(db: WriteDb, drafts: readonly TrailDraft[]): Promise<void> {
  await wipe(db);
  await appendTrail(db, drafts);
  await makeCheckpoint(db, 'lock', now);
}

export type Forgery = {
  readonly name: string;
  /** What the check says, with the entry it names. */
  readonly seen: (at: number, other: number) => string;
  /** `at` is any entry before the checkpoint, `other` another one; `size` is the length. */
  forge(db: WriteDb, drafts: readonly TrailDraft[], at: number, other: number): Promise<void>;
};

const readEntry = async (db: WriteDb, number: number): Promise<TrailEntry> => {
  const [row] = await db.driver.all('select entry from trail_entries where number = ?', [number]);
  return JSON.parse(String(row?.['entry'])) as TrailEntry;
};

const put = async (db: WriteDb, number: number, entry: TrailEntry): Promise<void> => {
  const text = canonicalJson(entry);
  await db.driver.run('insert or replace into trail_entries (number, entry, leaf) values (?, ?, ?)', [
    number,
    text,
    leafHex(text),
  ]);
};

/** Every kind of tampering that must be seen by whoever holds one earlier checkpoint. */
export const forgeries: readonly Forgery[] = [
  {
    name: 'edit',
    seen: (at) => `${at} changed`,
    forge: async (db, _, at) => {
      await db.driver.run("update trail_entries set entry = replace(entry, 'owner', 'staff') where number = ?", [at]);
    },
  },
  {
    name: 'edit, with its own hash made right',
    seen: (at) => `${at + 1} not-linked`,
    forge: async (db, _, at) => put(db, at, { ...(await readEntry(db, at)), actor: 'staff' }),
  },
  {
    name: 'delete',
    seen: (at) => `${at} missing`,
    forge: async (db, _, at) => {
      await db.driver.run('delete from trail_subjects where number = ?', [at]);
      await db.driver.run('delete from trail_entries where number = ?', [at]);
    },
  },
  {
    name: 'insert',
    seen: (at) => `${at + 1} out-of-order`,
    forge: async (db, _, at) => {
      const entry = await readEntry(db, at);
      await db.driver.run('update trail_entries set number = -number - 1 where number >= ?', [at]);
      await db.driver.exec('update trail_entries set number = -number where number < 0');
      await put(db, at, { ...entry, actor: 'staff' });
    },
  },
  {
    name: 'reorder',
    seen: (at, other) => `${Math.min(at, other)} out-of-order`,
    forge: async (db, _, at, other) => {
      await db.driver.run('update trail_entries set number = -1 where number = ?', [at]);
      await db.driver.run('update trail_entries set number = ? where number = ?', [at, other]);
      await db.driver.run('update trail_entries set number = ? where number = -1', [other]);
    },
  },
  {
    name: 'truncate',
    seen: (at) => `${at} tree-differs`,
    forge: async (db, _, at) => {
      await db.driver.run('delete from trail_subjects where number >= ?', [at]);
      await db.driver.run('delete from trail_entries where number >= ?', [at]);
    },
  },
  {
    name: 'rewrite and hash again',
    seen: () => 'differs',
    forge: (db, drafts, at) => rewrite(db, drafts.with(at - 1, { ...draftOf(at), actor: 'staff' })),
  },
  {
    name: 'put an older copy back',
    seen: () => 'shorter',
    forge: (db, drafts, at) => rewrite(db, drafts.slice(0, at - 1)),
  },
  {
    name: 'put an older copy back and go on until it is longer',
    seen: () => 'differs',
    forge: (db, drafts, at) => rewrite(db, [...drafts.slice(0, at - 1), ...draftsOf(500_000 + at, drafts.length)]),
  },
  {
    name: 'swap the key and sign everything again',
    seen: () => 'other-key',
    forge: async (db, drafts) => {
      await db.driver.run("update vault_secrets set value = ? where name = 'signing'", [
        randomBytes(32).toString('base64'),
      ]);
      await db.driver.exec('delete from trail_identity');
      await ensureIdentity(db, storeId, now);
      await rewrite(db, drafts);
    },
  },
];
