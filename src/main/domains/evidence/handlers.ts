/** Answers about evidence. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Evidence, type EvidenceId, largestEvidence } from '#shared/domains/evidence/model';
import type { evidence } from '#shared/domains/evidence/operations';
import { assert } from '#shared/kernel/assert';
import { brokenRule, notFound, unavailable } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { fileFailure } from '../../files/durable';
import { publish } from '../../files/publish';
import type { FileKind, Handlers, TaskContext } from '../../ipc/context';
import { innerKey, readInnerKey } from '../../vault/inner-keys';
import { forgetFile, keepFile, readKept, sha256Of } from './files';
import { isOfKind, promisedKind } from './kinds';
import { allEvidence, currentEvidence, findEvidence, insertEvidence, markRemoved, setExpiry, setLinks, type StoredEvidence } from './store';

const acceptedFiles: readonly FileKind[] = [
  { name: 'Evidence', extensions: ['pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'txt', 'md', 'csv', 'eml'] },
];

export const evidenceHandlers: Handlers<typeof evidence> = {
  list: async ({ db, now }) => (await currentEvidence(db)).map((one) => shown(one, now())),
  add: async (context, { file, title, expiresOn, targets, replaces }) => {
    const { workbench, now, newId, caller } = context;
    const place = await context.fileToRead(file, acceptedFiles);
    const fileName = basename(place);
    const bytes = await bytesOf(place);
    const kind = promisedKind(fileName);
    if (kind === null) throw brokenRule('evidence.kind-not-taken');
    if (!isOfKind(bytes, kind)) throw brokenRule('evidence.not-what-it-says', { kind });
    const before = replaces === undefined ? null : await findEvidence(context.read(), replaces);
    if (replaces !== undefined && before === null) throw notFound('evidence');
    const id = newId('evi') as EvidenceId;
    const { folder } = workbench.vault();
    const key = await context.write((db) => innerKey(db, 'evidence', now()));
    const storedAs = await keepFile(folder, key, id, bytes);
    try {
      const sha256 = sha256Of(bytes);
      assert((await readKept(folder, key, { id, storedAs, sha256 })) !== null, 'what was kept can be read');
      return await context.finish(async (db) => {
        await insertEvidence(db, {
          id,
          title: title ?? before?.title ?? fileName,
          fileName,
          kind,
          bytes: bytes.length,
          sha256,
          storedAs,
          addedAt: now(),
          addedBy: caller.actor.id,
          expiresOn,
          replaces: replaces ?? null,
        });
        await setLinks(db, id, [...new Set([...(before?.targets ?? []), ...targets])]);
        return shown(await known(db, id), now());
      });
    } catch (error) {
      await forgetFile(folder, storedAs);
      throw error;
    }
  },
  link: async ({ db, now }, { id, targets, expiresOn }) => {
    await known(db, id);
    await setLinks(db, id, targets);
    await setExpiry(db, id, expiresOn);
    return shown(await known(db, id), now());
  },
  remove: async (context, { id }) => {
    const one = await known(context.read(), id);
    await context.finish(async (db) => {
      await markRemoved(db, id, context.now());
      return {};
    });
    await forgetFile(context.workbench.vault().folder, one.storedAs);
    return {};
  },
  export: async (context, { id, file }) => {
    const one = await known(context.read(), id);
    const bytes = await readEvidence(context, one);
    if (bytes === null) throw unavailable('file-unreadable', { evidence: id });
    const place = await context.fileToWrite(file, one.fileName, acceptedFiles);
    await publish(
      place,
      (temporary) => writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' }),
      async (temporary) => assert(sha256Of(await readFile(temporary)) === one.sha256, 'the copy is what was taken in'),
    );
    return { file: place, bytes: bytes.length };
  },
  check: async (context) => {
    const all = await allEvidence(context.read());
    const damaged: EvidenceId[] = [];
    for (const [index, one] of all.entries()) {
      context.signal.throwIfAborted();
      if ((await readEvidence(context, one)) === null) damaged.push(one.id);
      context.progress({ stage: 'reading', done: index + 1, total: all.length, unit: 'steps' });
    }
    return { checked: all.length, damaged };
  },
};

async function bytesOf(place: string): Promise<Buffer> {
  try {
    if ((await stat(place)).size > largestEvidence) throw unavailable('file-too-large', { most: largestEvidence });
    return await readFile(place);
  } catch (error) {
    throw fileFailure(error);
  }
}

async function readEvidence({ read, workbench }: TaskContext, one: StoredEvidence): Promise<Buffer | null> {
  const key = await readInnerKey(read(), 'evidence');
  return key === null ? null : readKept(workbench.vault().folder, key, one);
}

async function known(db: Parameters<typeof findEvidence>[0], id: EvidenceId): Promise<StoredEvidence> {
  const one = await findEvidence(db, id);
  if (one === null) throw notFound('evidence');
  return one;
}

function shown({ storedAs: _, ...one }: StoredEvidence, now: Instant): Evidence {
  return { ...one, expired: one.expiresOn !== null && one.expiresOn < now.slice(0, 10) };
}
