/** Answers about evidence. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Evidence, type EvidenceId, largestEvidence } from '#shared/domains/evidence/model';
import type { evidence } from '#shared/domains/evidence/operations';
import { assert } from '#shared/kernel/assert';
import { brokenRule, conflict, notFound, unavailable } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { fileFailure } from '../../files/durable';
import { publish } from '../../files/publish';
import type { FileKind, Handlers, TaskContext } from '../../ipc/context';
import type { Workbench } from '../../ipc/workbench';
import { readInnerKey } from '../../vault/inner-keys';
import { clearLeftovers, forgetFile, readKept, sha256Of } from './files';
import { isOfKind, promisedKind } from './kinds';
import {
  allEvidence,
  changeEvidence,
  currentEvidence,
  findEvidence,
  isReplaced,
  markRemoved,
  revisionsOf,
  storedNames,
  type StoredEvidence,
} from './store';
import { comingIn, takeIn } from './take-in';

const acceptedFiles: readonly FileKind[] = [
  { name: 'Evidence', extensions: ['pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'txt', 'md', 'csv', 'eml'] },
];

export const evidenceHandlers: Handlers<typeof evidence> = {
  list: async ({ db, now }) => (await currentEvidence(db)).map((one) => shown(one, now())),
  revisions: async ({ db, now }, { id }) => {
    const line = await revisionsOf(db, id);
    if (line.length === 0) throw notFound('evidence');
    return line.map((one) => shown(one, now()));
  },
  add: async (context, { file, title, expiresOn, targets, replaces }) => {
    const { workbench, now } = context;
    const place = await context.fileToRead(file, acceptedFiles);
    const fileName = namedInOneLine(basename(place));
    const kind = promisedKind(fileName);
    if (kind === null) throw brokenRule('evidence.kind-not-taken');
    assertTargets(workbench, targets);
    const bytes = await bytesOf(place);
    if (!(await isOfKind(bytes, kind))) throw brokenRule('evidence.not-what-it-says', { kind });
    return takeIn(
      context,
      { bytes, fileName, kind },
      async (db) => {
        const before = replaces === undefined ? null : await known(db, replaces);
        // A second revision of the same one would leave two that both count.
        if (before !== null && (await isReplaced(db, before.id))) throw conflict('evidence');
        return {
          title: title ?? before?.title ?? fileName,
          replaces: replaces ?? null,
          expiresOn,
          targets: [...(before?.targets ?? []), ...targets],
        };
      },
      async (db, id) => shown(await known(db, id), now()),
    );
  },
  link: async ({ db, now, workbench }, { id, revision, targets, expiresOn }) => {
    const one = await known(db, id);
    // A link to what a newer edition of the law dropped may stay; a new one to it may not come.
    assertTargets(
      workbench,
      targets.filter((target) => !one.targets.includes(target)),
    );
    if (!(await changeEvidence(db, id, revision, { targets, expiresOn }))) throw conflict('evidence');
    return shown(await known(db, id), now());
  },
  remove: async (context, { id }) => {
    const one = await known(context.read(), id);
    await context.finish(async (db) => {
      await markRemoved(db, id, context.now());
      return {};
    });
    await forgetFile(context.workbench.vault().folder, one.storedAs);
    await clear(context);
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
    await clear(context);
    return { checked: all.length, damaged };
  },
};

/** Some systems allow any character in a file's name; what people see is one line. */
const namedInOneLine = (name: string): string =>
  name
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim();

/** The names on the way in are read before the records: whatever is committed in between is then in the records. */
const clear = ({ workbench, read }: TaskContext): Promise<number> =>
  clearLeftovers(workbench.vault().folder, async () => {
    const coming = [...comingIn(workbench)];
    return new Set([...coming, ...(await storedNames(read()))]);
  });

function assertTargets(workbench: Workbench, targets: readonly string[]): void {
  const { catalogue } = workbench.law.current();
  const isThere = (target: string): boolean =>
    target.startsWith('measure:')
      ? catalogue.measures.has(target.slice('measure:'.length))
      : catalogue.obligation(target) !== undefined;
  if (!targets.every(isThere)) throw notFound('target');
}

async function bytesOf(place: string): Promise<Buffer> {
  try {
    const found = await stat(place);
    if (!found.isFile()) throw unavailable('file-unreadable');
    if (found.size > largestEvidence) throw unavailable('file-too-large', { most: largestEvidence });
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

function shown({ storedAs: _storedAs, ...one }: StoredEvidence, now: Instant): Evidence {
  return { ...one, expired: one.expiresOn !== null && one.expiresOn < now.slice(0, 10) };
}
