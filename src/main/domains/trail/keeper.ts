/** Watches over the trail of the open vault: compares it with the marks outside when it opens, and keeps those marks up to date. */
import type { FoundAtStart } from '#shared/domains/trail/model';
import type { NoteKey } from '#shared/domains/trail/note';
import { rootAt } from '#shared/domains/trail/proofs';
import { sameBytes } from '#shared/kernel/bytes';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import { inTransaction, type Workbench } from '../../ipc/workbench';
import type { OpenVault } from '../../vault/vault';
import {
  ensureIdentity,
  identityText,
  lastMade,
  makeCheckpoint,
  readCheckpoints,
  readIdentity,
  readPlaces,
  readSigningKey,
} from './checkpoints-store';
import { readEdge } from './edge-store';
import { type FindingDraft, recordFinding } from './findings-store';
import { sha256 } from './hashing';
import { newestKept } from './kept-checkpoints';
import { readMark, writeMark } from './mark';
import { completedNodes, completeNodes, nodesIn } from './nodes-store';
import { trailCheckpoint } from './store';

/** How long after a commit the mark may still be behind it; a write for each commit would cost more than the commit. */
const markAfterMs = 2_000;

/** What the trail was compared with when the vault was opened. */
export type StartCheck = {
  readonly mark: { readonly size: number; readonly at: Instant } | null;
  readonly kept: { readonly size: number; readonly file: string } | null;
};

export type TrailKeeper = {
  /** The comparison made when the vault was opened; waits for the slow part of it. */
  startCheck(): Promise<StartCheck>;
  /** Writes the mark of the open vault now, for whoever is about to copy the folder. */
  mark(): Promise<void>;
};

const keepers = new WeakMap<Workbench, TrailKeeper>();
export const keeperOf = (workbench: Workbench): TrailKeeper | undefined => keepers.get(workbench);

/** Brings the mark beside the open vault up to date, for whoever is about to copy its folder. */
export const markTrail = async (workbench: Workbench): Promise<void> => keeperOf(workbench)?.mark();

/** Attached once to each workbench, in the app and in the terminal. */
export function keepTrail(workbench: Workbench): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marking: Promise<void> = Promise.resolve();
  let check: Promise<StartCheck> = Promise.resolve({ mark: null, kept: null });

  const mark = (vault: OpenVault): Promise<void> => {
    marking = marking.catch(() => undefined).then(() => markNow(vault, workbench.clock.now()));
    return marking;
  };

  workbench.attach({
    opened: async (vault) => {
      const found = await compareWithMark(workbench, vault);
      if (found === null) await mark(vault);
      check = compareWithKept(workbench, vault).then((kept) => ({ mark: found, kept }));
      check.catch(() => undefined);
    },
    committed: () => {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        const vault = workbench.opened();
        if (vault !== null) void mark(vault).catch(() => undefined);
      }, markAfterMs);
      timer.unref();
    },
    closing: async (vault) => {
      await workbench.writeLast(async (db) => void (await makeCheckpoint(db, 'lock', workbench.clock.now())));
      clearTimeout(timer);
      timer = undefined;
      await mark(vault);
    },
  });
  keepers.set(workbench, { startCheck: () => check, mark: () => mark(workbench.vault()) });
}

async function markNow(vault: OpenVault, at: Instant): Promise<void> {
  const { reader } = vault.store;
  const identity = await readIdentity(reader);
  if (identity === null) return;
  const { entries, root } = await trailCheckpoint(reader);
  await writeMark(vault.folder, vault.derive('trail mark'), {
    format: 'steward-trail-mark/1',
    origin: identity.name,
    size: entries,
    root,
    key: identityText(identity),
    at,
  });
}

/** In the writer's turn, before anything is added: what is found belongs to the store as it was opened. */
async function compareWithMark(workbench: Workbench, vault: OpenVault): Promise<StartCheck['mark']> {
  const { writer } = vault.store;
  const now = workbench.clock.now();
  const read = await readMark(vault.folder, vault.derive('trail mark'));
  return inTransaction(writer, async (db) => {
    const { entries, nodes } = await readEdge(db);
    if (nodes !== completedNodes(entries)) await completeNodes(db, entries);
    const known = await readIdentity(db);
    const identity = known ?? (await ensureIdentity(db, vault.slots().storeId, now));
    const note = (found: FoundAtStart, expected: number | null): Promise<void> =>
      recordFinding(db, { found, source: 'mark', expected, size: entries }, now);
    const signing = await readSigningKey(db);
    if (signing === null || !sameBytes(signing, identity.publicKey)) await note('key-changed', null);
    if (read.state !== 'read') {
      // Where no vault of this Steward was ever closed there is no mark to miss.
      const once = (await readCheckpoints(db, 1)).length > 0 && known !== null;
      if (read.state === 'unreadable') await note('mark-unreadable', null);
      else if (once) await note('mark-missing', null);
      else if (await monthIsOver(db, now)) await makeCheckpoint(db, 'monthly', now);
      return null;
    }
    const { mark } = read;
    // A store that lost even its identity got a new one just now; that it is shorter says it all.
    if (known !== null && mark.key !== identityText(identity)) await note('key-changed', mark.size);
    const misfit = await misfitOf(db, entries, mark.size, Buffer.from(mark.root, 'hex'));
    // Nothing is signed of a trail that does not go on from what was signed before.
    if (misfit !== null) await note(misfit, mark.size);
    else if (await monthIsOver(db, now)) await makeCheckpoint(db, 'monthly', now);
    return { size: mark.size, at: mark.at };
  });
}

/** How the trail does not extend what it once was, or null. */
async function misfitOf(
  db: ReadDb,
  entries: number,
  size: number,
  root: Uint8Array,
): Promise<'shorter' | 'differs' | null> {
  if (entries < size) return 'shorter';
  return sameBytes(await rootAt(sha256, nodesIn(db), size), root) ? null : 'differs';
}

/** True once in every calendar month, counted in UTC, when there is anything to sign. */
async function monthIsOver(db: ReadDb, now: Instant): Promise<boolean> {
  const last = await lastMade(db, 'monthly');
  return (await readEdge(db)).entries > 0 && last?.slice(0, 7) !== now.slice(0, 7);
}

/** Beside the person's work, because a folder elsewhere may be slow. */
async function compareWithKept(workbench: Workbench, vault: OpenVault): Promise<StartCheck['kept']> {
  const { reader } = vault.store;
  const identity: NoteKey | null = await readIdentity(reader);
  if (identity === null) return null;
  const places = await readPlaces(reader);
  if (places.length === 0) return null;
  const kept = await newestKept(places, identity);
  if (kept === null || workbench.opened() !== vault) return null;
  const { entries } = await readEdge(reader);
  const misfit = await misfitOf(reader, entries, kept.size, kept.root);
  if (misfit !== null) {
    const finding: FindingDraft = { found: misfit, source: 'kept', expected: kept.size, size: entries };
    await workbench.write((db) => recordFinding(db, finding, workbench.clock.now()));
    workbench.emit('changed', { domain: 'trail' });
  }
  return { size: kept.size, file: kept.file };
}
