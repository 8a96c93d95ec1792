/** Answers about backups. */
import { join } from 'node:path';
import type { PlaceAddress } from '#shared/domains/backups/address';
import type { backups } from '#shared/domains/backups/operations';
import { usualRetention } from '#shared/domains/backups/retention';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import type { Day } from '#shared/kernel/time';
import { headName, isDamage } from '../../backup/repository';
import { contentReader, readFileLists } from '../../backup/read-content';
import { writeFile as writeBackedUp } from '../../backup/restore';
import { readAll, verifyRepository } from '../../backup/verify';
import type { ReadDb } from '../../db/handles';
import { publish } from '../../files/publish';
import type { Handlers, TaskContext } from '../../ipc/context';
import { chosen } from '../../ipc/workbench';
import { stat } from 'node:fs/promises';
import { keepRun, knownPlace, openKept, openTyped, ownRepositoryAt, runOf, typedPlace, writingDown } from './at-place';
import { readErasures } from './ledger-store';
import { sealLogin } from './login';
import { letGo, makeBackup } from './make';
import { otherShown, overviewOf, placeShown } from './overview';
import { drillBackup, restoreVault } from './restore-vault';
import {
  dropFolder,
  insertOther,
  insertPlace,
  lastGoodRuns,
  putFolder,
  putTargets,
  updateOther,
  updatePlace,
} from './store';

/** A person asking to prune has looked; the plan still says what may go. */
const mostByHand = 1_000;
const mostFilesShown = 2_000;

export const backupsHandlers: Handlers<typeof backups> = {
  overview: ({ db, now }) => overviewOf(db, now()),
  addPlace: async (context, { name, address: said, login, plan }) => {
    const { workbench, now, newId, signal } = context;
    const address = await placedAddress(context, said);
    const place = await openTyped(address, login, signal, true);
    try {
      // Reaching it, writing, reading back and removing: what does not work now would not work tonight.
      await ownRepositoryAt(workbench, place);
    } finally {
      await place.close();
    }
    const id = newId('bpl');
    const { storeId } = workbench.vault().slots();
    const sealed = login === null ? null : await sealLogin(workbench.keychain, storeId, id, login);
    return context.finish(async (db) => {
      const kept = { id, name, address, plan, login: sealed, madeAt: now() };
      await insertPlace(db, kept);
      return placeShown({ ...kept, revision: 1 }, [], now());
    });
  },
  changePlace: async ({ db }, { id, revision, name, plan }) => {
    if (!(await updatePlace(db, { id, revision }, { name, plan }))) throw conflict('place');
    return {};
  },
  removePlace: async ({ db, now }, { id, revision }) => {
    if (!(await updatePlace(db, { id, revision }, { removedAt: now() }))) throw conflict('place');
    return {};
  },
  run: async (context, { place: id }) => {
    const place = await knownPlace(context.workbench, id);
    const destination = await openKept(context.workbench, place, context.signal);
    try {
      return await makeBackup(context, destination, id, place.plan.retention);
    } finally {
      await destination.close();
    }
  },
  create: async (context, { address, login }) => {
    const destination = await openTyped(address, login, context.signal, true);
    try {
      return await makeBackup(context, destination, typedPlace(address), { ...usualRetention, newest: 1_000 });
    } finally {
      await destination.close();
    }
  },
  check: (context, { place: id }) =>
    atPlace(context, id, async (repository) => {
      const { workbench, signal, progress } = context;
      const doing = { kind: 'check' as const, place: id, startedAt: context.now() };
      const newest = await newestKnown(workbench.read(), id);
      const found = await writingDown(workbench, doing, () =>
        verifyRepository(repository, {
          signal,
          newest,
          progress: ({ done, total }) => progress({ stage: 'reading', done, total, unit: 'bytes' }),
        }),
      );
      const damages = found.damages.map(({ item, what }) => ({ item, what }));
      const answer = { damages, backups: found.backups, packs: found.packs, bytes: found.bytes };
      const run = await runOf(workbench, doing, {
        outcome: damages.length === 0 ? 'good' : 'bad',
        sequence: found.newest?.manifest.sequence ?? null,
        facts: { backups: found.backups, bytes: found.bytes, damaged: damages.length, item: damages[0]?.item ?? '' },
      });
      return context.finish(async (db) => {
        await keepRun(db, run);
        return answer;
      });
    }),
  drill: (context, { place: id, words }) =>
    atPlace(context, id, async (repository) => {
      const { workbench, signal, progress } = context;
      const doing = { kind: 'drill' as const, place: id, startedAt: context.now() };
      const secret = words === null ? null : ({ with: 'kit', words } as const);
      const done = await writingDown(workbench, doing, () =>
        drillBackup(repository, secret, {
          signal,
          progress: ({ done: bytes, total }) => progress({ stage: 'restoring', done: bytes, total, unit: 'bytes' }),
        }),
      );
      const answer = {
        sequence: done.sequence,
        withWords: done.opened,
        rows: sumOf(done.counts),
        evidence: done.sampled,
        trailEntries: done.trail.entries,
        tookMs: done.tookMs,
      };
      const facts = { ...answer, root: done.trail.root };
      const run = await runOf(workbench, doing, { outcome: 'good', sequence: done.sequence, facts });
      return context.finish(async (db) => {
        await keepRun(db, run);
        return answer;
      });
    }),
  moments: (context, { place }) =>
    atPlace(context, place, async (repository) =>
      (await readAll(repository, [])).map(({ manifest }) => ({
        sequence: manifest.sequence,
        at: manifest.at,
        schema: manifest.schema,
        counts: manifest.counts,
        files: manifest.files,
        trailEntries: manifest.trail.entries,
        addedBytes: manifest.added.bytes,
      })),
    ),
  look: (context, { place, sequence }) =>
    atPlace(context, place, async (repository) => {
      const found = await repository.manifest(sequence);
      if (isDamage(found)) throw notFound('backup');
      const files = (await readFileLists(repository, found.manifest)).map(({ path, bytes, changed }) => ({
        path,
        bytes,
        changed,
      }));
      return { files: files.slice(0, mostFilesShown), more: files.length > mostFilesShown };
    }),
  restore: (context, { place: id, sequence, folder }) =>
    atPlace(context, id, async (repository) => {
      const { workbench, signal, progress, caller } = context;
      const asked = folder !== undefined && caller.origin === 'terminal' ? folder : null;
      await context.permit('restore', { sequence });
      const into =
        asked ?? join(chosen(await workbench.dialogs.openFolder(workbench.folder)), 'Steward vault restored');
      const doing = { kind: 'restore' as const, place: id, startedAt: context.now() };
      const erasures = await readErasures(workbench.read());
      const done = await writingDown(workbench, doing, () =>
        restoreVault(repository, {
          sequence,
          into,
          erasures,
          now: context.now,
          signal,
          progress: ({ done: bytes, total }) => progress({ stage: 'restoring', done: bytes, total, unit: 'bytes' }),
        }),
      );
      const { erased, optedOut } = done.replayed;
      const facts = { rows: sumOf(done.counts), erasedAgain: erased, optedOutAgain: optedOut, tookMs: done.tookMs };
      const run = await runOf(workbench, doing, { outcome: 'good', sequence, facts });
      return context.finish(async (db) => {
        await keepRun(db, run);
        return { folder: done.folder, sequence, ...facts };
      });
    }),
  restoreFile: (context, { place, sequence, path, file }) =>
    atPlace(context, place, async (repository) => {
      const found = await repository.manifest(sequence);
      if (isDamage(found)) throw notFound('backup');
      const entry = (await readFileLists(repository, found.manifest)).find((one) => one.path === path);
      // Files of the vault itself are encrypted and mean nothing outside it.
      if (entry === undefined || !path.startsWith('folders/')) throw notFound('file');
      const reader = await contentReader(repository, found.manifest);
      const target = await context.fileToWrite(file, path.split('/').at(-1) ?? 'file', []);
      await publish(
        target,
        (temporary) => writeBackedUp(temporary, entry, reader.read),
        async () => undefined,
      );
      return { file: target, bytes: entry.bytes };
    }),
  prune: async (context, { place: id, address, login }) => {
    const { workbench, signal, now } = context;
    const place = id === null ? null : await knownPlace(workbench, id);
    if (place === null && address === null) throw notFound('place');
    const destination =
      place === null
        ? await openTyped(address as NonNullable<typeof address>, login, signal, false)
        : await openKept(workbench, place, signal);
    const name = place?.id ?? typedPlace(address as NonNullable<typeof address>);
    const doing = { kind: 'prune' as const, place: name, startedAt: now() };
    try {
      return await writingDown(workbench, doing, async () => {
        const repository = await ownRepositoryAt(workbench, destination);
        const retention = place?.plan.retention ?? usualRetention;
        const { removed, packs, bytes, refused } = await letGo(
          workbench,
          repository,
          retention,
          now(),
          signal,
          mostByHand,
        );
        const facts = { removed: removed.length, packs, bytes, refused };
        const run = await runOf(workbench, doing, { outcome: 'good', sequence: null, facts });
        await context.write((db) => keepRun(db, run));
        return { removed: [...removed], packs, bytes, refused };
      });
    } finally {
      await destination.close();
    }
  },
  setTargets: async ({ db }, targets) => {
    await putTargets(db, targets);
    return {};
  },
  addFolder: async (context, { name, folder }) => {
    const { workbench, caller, now } = context;
    const asked = folder !== undefined && caller.origin === 'terminal' ? folder : null;
    const place = asked ?? chosen(await workbench.dialogs.openFolder(workbench.folder));
    if (!(await stat(place).catch(() => null))?.isDirectory()) throw brokenRule('backups.folder-missing');
    return context.finish(async (db) => {
      await putFolder(db, { name, folder: place }, now());
      return { name, folder: place };
    });
  },
  removeFolder: async ({ db }, { name }) => {
    await dropFolder(db, name);
    return {};
  },
  addOther: async ({ db, newId, now }, draft) => {
    const id = newId('obk');
    await insertOther(db, id, draft);
    return otherShown({ ...draft, id, revision: 1 }, now().slice(0, 10) as Day);
  },
  changeOther: async ({ db, now }, { id, revision, other }) => {
    if (!(await updateOther(db, { id, revision }, other))) throw conflict('other-backup');
    return otherShown({ ...other, id, revision: revision + 1 }, now().slice(0, 10) as Day);
  },
  removeOther: async ({ db, now }, { id, revision }) => {
    if (!(await updateOther(db, { id, revision }, { removedAt: now() }))) throw conflict('other-backup');
    return {};
  },
};

/** A page never names where to write: for a folder the person is asked, in main's own dialog. */
async function placedAddress({ caller, workbench }: TaskContext, address: PlaceAddress): Promise<PlaceAddress> {
  if (caller.origin === 'terminal' || !('folder' in address) || address.kind === 'sftp') return address;
  const picked = chosen(await workbench.dialogs.openFolder(workbench.folder));
  const isOne = await stat(join(picked, headName)).catch(() => null);
  return { ...address, folder: isOne === null ? join(picked, 'Steward backups') : picked };
}

type AtRepository = Awaited<ReturnType<typeof ownRepositoryAt>>;

async function atPlace<T>(
  { workbench, signal }: TaskContext,
  id: string,
  work: (repository: AtRepository) => Promise<T>,
): Promise<T> {
  const destination = await openKept(workbench, await knownPlace(workbench, id), signal);
  try {
    return await work(await ownRepositoryAt(workbench, destination));
  } finally {
    await destination.close();
  }
}

/** What the vault remembers of the newest backup at a place: nothing there can tell that it was taken away. */
async function newestKnown(db: ReadDb, place: string): Promise<{ sequence: number; digest: string } | undefined> {
  const last = (await lastGoodRuns(db)).find((run) => run.place === place && run.kind === 'backup');
  const digest = last?.facts['digest'];
  return last?.sequence == null || typeof digest !== 'string' ? undefined : { sequence: last.sequence, digest };
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, rows) => sum + rows, 0);
