/** The check of the whole trail: every leaf, link, node and checkpoint computed again, and compared with one from elsewhere. */
import { extendFrontier, type Frontier, frontierRoot } from '#shared/domains/trail/merkle';
import type { AgainstCheckpoint, TrailFault, TrailEntry, TrailVerdict } from '#shared/domains/trail/model';
import { type Checkpoint, type NoteKey, openNote, peekCheckpoint, readCheckpoint } from '#shared/domains/trail/note';
import { bytesOfHex, sameBytes } from '#shared/kernel/bytes';
import type { ReadDb } from '../../db/handles';
import { originOf, readIdentity, readNotesBySize, readSigningKey } from './checkpoints-store';
import { readEdge } from './edge-store';
import { sha256, verifyEd25519 } from './hashing';
import { hexOfHash, leafHex } from './store';

/** Small, because each page is in memory several times over: as the database's text, as ours, and as the next one. */
const leavesPerRead = 1_000;
const nodesPerRead = 10_000;
const firstPrevious = '0'.repeat(64);

/** The walk over the leaves, with the roots it passed at the sizes that were asked for. */
type Walked = {
  readonly number: number;
  readonly root: Uint8Array;
  readonly roots: ReadonlyMap<number, Uint8Array>;
  readonly nodes: ReadonlyMap<string, string>;
  readonly subjects: number;
  readonly fault: TrailFault | null;
};

/**
 * Checks the trail from its first leaf to its last, reading packed so that a million leaves stay small. `note` is a
 * checkpoint that somebody kept elsewhere: only with it a trail that was rewritten or cut as a whole is told from a
 * sound one.
 */
export async function verifyTrail(db: ReadDb, note?: string): Promise<TrailVerdict> {
  const identity = await readIdentity(db);
  const notes = await readNotesBySize(db);
  const against = note === undefined ? null : claimOf(note, identity);
  const sizes = new Set(notes.map(({ size }) => size));
  if (against !== null && 'claim' in against) sizes.add(against.claim.size);
  const walked = await walk(db, sizes);
  const found = against === null ? null : 'claim' in against ? compare(against.claim, walked) : against;
  const own =
    walked.fault === null ? await checkOwn(db, identity, notes, walked) : { fault: walked.fault, checkpoints: 0 };
  return {
    sound: own.fault === null && (found === null || found.result === 'extends'),
    entries: walked.number,
    root: hexOfHash(walked.root),
    fault: own.fault,
    checkpoints: own.checkpoints,
    against: found,
  };
}

/** What the note says when it is signed by this vault, or why it says nothing. */
function claimOf(note: string, identity: NoteKey | null): { claim: Checkpoint } | AgainstCheckpoint {
  const printed = readPrinted(note);
  if (printed !== null) {
    const isOurs = identity !== null && printed.origin === identity.name;
    return isOurs ? { claim: printed } : { result: 'other-vault', size: printed.size };
  }
  const peeked = peekCheckpoint(note);
  if (peeked === null) return { result: 'unreadable', size: null };
  const no = (result: AgainstCheckpoint['result']): AgainstCheckpoint => ({ result, size: peeked.size });
  if (identity === null || peeked.origin !== identity.name) return no('other-vault');
  const opened = openNote(sha256, verifyEd25519, note, identity);
  if (opened.state !== 'signed') return no(opened.state === 'other-key' ? 'other-key' : 'forged');
  const claim = readCheckpoint(opened.text);
  return claim === null ? { result: 'unreadable', size: null } : { claim };
}

/** What the QR code of a report says. It is not signed; whoever holds the paper knows that nobody exchanged it. */
function readPrinted(text: string): Checkpoint | null {
  const [, vault = '', size = '', root = ''] = /^STEWARD TRAIL (\S+) (\d{1,15}) ([0-9a-f]{64})\s*$/.exec(text) ?? [];
  const bytes = bytesOfHex(root);
  return vault === '' || bytes === null ? null : { origin: originOf(vault), size: Number(size), root: bytes };
}

function compare({ size, root }: Checkpoint, walked: Walked): AgainstCheckpoint {
  const then = size === 0 ? sha256(new Uint8Array(0)) : walked.roots.get(size);
  if (then === undefined) return { result: walked.fault === null ? 'shorter' : 'differs', size };
  return { result: sameBytes(then, root) ? 'extends' : 'differs', size };
}

async function walk(db: ReadDb, sizes: ReadonlySet<number>): Promise<Walked> {
  const frontier: Frontier = [];
  const roots = new Map<number, Uint8Array>();
  const nodes = new Map<string, string>();
  let subjects = 0;
  let number = 0;
  let previous = firstPrevious;
  let ahead = readLeaves(db, 0);
  /** How many leaves there are at least, once the end was reached. */
  let atLeast = 0;
  const ended = (fault: TrailFault | null): Walked => ({
    number,
    root: frontierRoot(sha256, frontier),
    roots,
    nodes,
    subjects,
    fault,
  });
  for (;;) {
    const rows = await ahead;
    const isFull = rows.length === leavesPerRead;
    // The next page is read while this one is computed.
    if (isFull) ahead = readAhead(readLeaves(db, number + leavesPerRead));
    if (rows.length === 0 && atLeast > number) return ended({ number: number + 1, code: 'missing' });
    for (const [stored, leaf, entry] of rows) {
      if (stored !== number + 1) return ended({ number: number + 1, code: 'missing' });
      if (leafHex(entry) !== leaf) return ended({ number: stored, code: 'changed' });
      const read = JSON.parse(entry) as TrailEntry;
      if (read.number !== stored) return ended({ number: stored, code: 'out-of-order' });
      if (read.previous !== previous) return ended({ number: stored, code: 'not-linked' });
      extendFrontier(sha256, frontier, Buffer.from(leaf, 'hex'), (level, node) => {
        if (level % 4 === 0) nodes.set(`${level}/${stored / 2 ** level - 1}`, hexOfHash(node));
      });
      if (sizes.has(stored)) roots.set(stored, frontierRoot(sha256, frontier));
      subjects += new Set(read.about).size;
      previous = leaf;
      number = stored;
    }
    if (isFull) continue;
    const kept = await readEdge(db);
    if (kept.entries === number) {
      // The kept right edge was written with the last leaf: when it says more, the end was cut off.
      const same = sameBytes(frontierRoot(sha256, kept.frontier), frontierRoot(sha256, frontier));
      return ended(same ? null : { number: number + 1, code: 'tree-differs' });
    }
    // Leaves were added since this page was read; what is still not there after that is missing.
    atLeast = kept.entries;
    ahead = readLeaves(db, number);
  }
}

/** A page that is not waited for because the check has ended must not end the process. */
function readAhead<T>(page: Promise<T>): Promise<T> {
  page.catch(() => undefined);
  return page;
}

/** No control character can stand in canonical JSON, so these keep the parts apart without quoting every quote. */
const [betweenRows, betweenParts] = ['\u001e', '\u001f'];

/** Up to a page of leaves after `after`, as number, hash and text; fewer before the end only where numbers are missing. */
async function readLeaves(db: ReadDb, after: number): Promise<[number, string, string][]> {
  const [packed] = await db.driver.all(
    `select count(*) as rows, group_concat(number || char(31) || leaf || char(31) || entry, char(30)) as packed
       from (select number, leaf, entry from trail_entries where number > ?1 and number <= ?2 order by number)`,
    [after, after + leavesPerRead],
  );
  const rows = Number(packed?.['rows']);
  if (rows === 0) return [];
  const leaves = String(packed?.['packed']).split(betweenRows);
  return leaves.map((row, at) => {
    const [number = '', leaf = '', ...entry] = row.split(betweenParts);
    // A leaf with such a character in it was put there to pose as several; then nothing from here on is what it seems.
    const whole = leaves.length === rows && entry.length === 1;
    return [whole ? Number(number) : after + at + 1, leaf, whole ? (entry[0] ?? '') : ''];
  });
}

/** What the vault keeps beside the leaves: nodes, the index of records, its checkpoints and its key. */
async function checkOwn(
  db: ReadDb,
  identity: NoteKey | null,
  notes: Awaited<ReturnType<typeof readNotesBySize>>,
  walked: Walked,
): Promise<{ fault: TrailFault | null; checkpoints: number }> {
  const no = (code: TrailFault['code'], number: number) => ({ fault: { number, code }, checkpoints: 0 });
  const wrongNode = await differingNode(db, walked);
  if (wrongNode !== null) return no('node-differs', wrongNode);
  if ((await countSubjects(db, walked.number)) !== walked.subjects) return no('index-differs', walked.number);
  const signing = await readSigningKey(db);
  if (identity !== null && signing !== null && !sameBytes(signing, identity.publicKey)) return no('key-changed', 1);
  let sure = 0;
  let checkpoints = 0;
  for (const { size, root, note } of notes) {
    // They were read before the leaves: the trail was as long when they were made.
    if (size > walked.number) return no('checkpoint-differs', walked.number + 1);
    const then = size === 0 ? sha256(new Uint8Array(0)) : walked.roots.get(size);
    const opened = identity === null ? null : openNote(sha256, verifyEd25519, note, identity);
    const claim = opened?.state === 'signed' ? readCheckpoint(opened.text) : null;
    if (claim === null || claim.origin !== identity?.name || claim.size !== size || hexOfHash(claim.root) !== root) {
      return no('checkpoint-forged', sure + 1);
    }
    if (then === undefined || !sameBytes(then, claim.root)) return no('checkpoint-differs', sure + 1);
    sure = size;
    checkpoints += 1;
  }
  return { fault: null, checkpoints };
}

/** The first leaf under a kept node that is not what the leaves give, or null. */
async function differingNode(db: ReadDb, { nodes, number }: Walked): Promise<number | null> {
  let [level, position] = [0, -1];
  let seen = 0;
  for (;;) {
    const [row] = await db.driver.all(
      `select json_group_array(json_array(level, position, lower(hex(hash)))) as nodes from (
         select level, position, hash from trail_nodes
          where (level, position) > (?1, ?2) and ((position + 1) << level) <= ?3
          order by level, position limit ?4)`,
      [level, position, number, nodesPerRead],
    );
    const kept = JSON.parse(String(row?.['nodes'])) as [number, number, string][];
    for (const [at, place, hash] of kept) {
      if (nodes.get(`${at}/${place}`) !== hash) return place * 2 ** at + 1;
    }
    seen += kept.length;
    const last = kept.at(-1);
    // A node too few is as wrong as a wrong one.
    if (last === undefined) return seen === nodes.size ? null : 1;
    [level, position] = last;
  }
}

async function countSubjects(db: ReadDb, number: number): Promise<number> {
  const [row] = await db.driver.all('select count(*) as subjects from trail_subjects where number <= ?1', [number]);
  return Number(row?.['subjects']);
}
