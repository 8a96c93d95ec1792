/** Attendance lists from a file: read as a table, judged, and taken in whole: good rows as results, bad ones with their reason. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { type AttendanceRow, columnsOf, type Judged, judgeRows } from '#shared/domains/training/attendance';
import type { MemberId, RefusedId, Result, ResultId } from '#shared/domains/training/model';
import { brokenRule, conflict, unavailable } from '#shared/kernel/failures';
import { fold, isStorable } from '#shared/kernel/text';
import { type Day, localDay } from '#shared/kernel/time';
import { fileFailure } from '../../files/durable';
import type { FileKind, TaskContext } from '../../ipc/context';
import { everybody } from './picture';
import { insertRefused, insertResult, listResults } from './store';

const largestFile = 4_194_304;
const mostRows = 5_000;
const kinds: readonly FileKind[] = [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv'] }];

export type Looked = { readonly file: string; readonly digest: string; readonly rows: readonly Judged[] };

export async function lookAt(
  context: TaskContext,
  asked: string | undefined,
  today: Day = localDay(context.now()),
): Promise<Looked> {
  const file = await context.fileToRead(asked, kinds);
  const bytes = await bytesOf(file);
  const rows = rowsIn(textOf(bytes));
  const db = context.read();
  const there = new Set((await listResults(db)).map(({ member, title, on }) => keyOf(member, title, on)));
  return {
    file,
    digest: createHash('sha256').update(bytes).digest('hex'),
    rows: judgeRows(rows, {
      people: await everybody(db),
      courses: context.workbench.law.current().courses,
      today,
      isThere: (member, title, on) => there.has(keyOf(member, title, on)),
    }),
  };
}

const keyOf = (member: MemberId, title: string, on: Day): string => `${member}|${fold(title).trim()}|${on}`;

/** The file must be the one that was looked at. */
export async function takeIn(
  context: TaskContext,
  { file, digest, today }: { file: string | undefined; digest: string; today: Day | undefined },
): Promise<{ taken: number; refused: number }> {
  const looked = await lookAt(context, file, today);
  if (looked.digest !== digest) throw conflict('attendance-file');
  const { now, newId, caller } = context;
  const good = looked.rows.filter(({ problem }) => problem === null);
  const bad = looked.rows.filter(({ problem }) => problem !== null);
  return context.finish(async (db) => {
    for (const row of good) await insertResult(db, outside(row, newId('trn') as ResultId, caller.actor.id, now()));
    for (const { row, cells, problem } of bad) {
      const id = newId('rfd') as RefusedId;
      const kept = { id, fileName: basename(looked.file).toWellFormed().slice(0, 200), row, cells: [...cells] };
      if (problem !== null) await insertRefused(db, { ...kept, problem }, caller.actor.id, now());
    }
    return { taken: good.length, refused: bad.length };
  });
}

const outside = (row: Judged, id: ResultId, by: string, at: Result['at']): Result => ({
  id,
  member: row.member as MemberId,
  course: row.course?.name ?? null,
  title: row.title.trim(),
  way: 'outside',
  on: row.day as Day,
  right: 0,
  outOf: 0,
  passed: true,
  edition: '',
  provider: row.provider.trim(),
  evidence: null,
  by,
  at,
});

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > largestFile) throw unavailable('file-too-large', { most: largestFile });
    return await readFile(file);
  } catch (error) {
    throw fileFailure(error);
  }
}

/** UTF-8, or what Excel writes in the West; anything else is no text. */
function textOf(bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  if (!isStorable(text)) throw unavailable('file-format');
  return text;
}

function rowsIn(text: string): AttendanceRow[] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [headers, ...rows] = data;
  const columns = headers === undefined ? null : columnsOf(headers);
  if (columns === null) throw brokenRule('training.attendance-columns');
  if (rows.length > mostRows) throw brokenRule('training.attendance-too-long', { most: mostRows });
  const cell = (cells: readonly string[], at: number): string => (at < 0 ? '' : (cells[at] ?? ''));
  return rows.map((cells, at) => ({
    row: at + 2,
    cells,
    name: cell(cells, columns.name),
    title: cell(cells, columns.title),
    on: cell(cells, columns.on),
    provider: cell(cells, columns.provider),
  }));
}
