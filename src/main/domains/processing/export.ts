/** The record to take along: a paper, a table for spreadsheets, or the data; each opened again before it counts. */
import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { rowsOf } from '#shared/domains/processing/entry-rows';
import { flowOf, layOut } from '#shared/domains/processing/flow';
import { flowSvg } from '#shared/domains/processing/flow-svg';
import { type KeptVersion, RecordContent, type RecordFormat, type RecordPart } from '#shared/domains/processing/model';
import { flowWordsIn, recordPaper } from '#shared/domains/processing/record-paper';
import { partOf } from '#shared/domains/processing/rules';
import { type RecordLanguage, recordWords } from '#shared/domains/processing/words';
import { assert } from '#shared/kernel/assert';
import { notFound } from '#shared/kernel/failures';
import { type Instant, localDay } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { WriteDb } from '../../db/handles';
import { countCsv, writeCsv } from '../../files/csv';
import { publish } from '../../files/publish';
import { readXlsxSheets, writeXlsxSheets } from '../../files/xlsx';
import type { TaskContext } from '../../ipc/context';
import { savePaper } from '../../papers/save-paper';
import { readRecord } from './gather';
import { keptRecord, type KeptRecord } from './store';

type Asked = {
  readonly format: RecordFormat;
  readonly part: RecordPart;
  readonly version: number | null;
  readonly language: RecordLanguage;
  readonly file?: string | undefined;
};
type Keep = (db: WriteDb, law: Law, at: Instant, by: string) => Promise<KeptVersion>;

/** Whatever leaves the house can be found again: the record as it stands is kept first. */
export async function exportRecord(context: TaskContext, { format, part, version, language, file }: Asked, keep: Keep) {
  const w = recordWords[language];
  const place = await context.fileToWrite(file, `${w.title[part]}.${format}`, [
    { name: format.toUpperCase(), extensions: [format] },
  ]);
  const { workbench, now, caller, signal } = context;
  const number =
    version ?? (await context.write((db) => keep(db, workbench.law.current(), now(), caller.actor.id))).number;
  const kept = await keptRecord(context.read(), number);
  if (kept === null) throw notFound('record-version');
  const bytes = await writeRecord(place, format, part, language, kept, signal);
  return {
    file: place,
    bytes,
    version: number,
    entries: partOf(kept.content, part).entries.length,
    digest: kept.digest,
  };
}

async function writeRecord(
  place: string,
  format: RecordFormat,
  part: RecordPart,
  language: RecordLanguage,
  kept: KeptRecord,
  signal: AbortSignal,
): Promise<number> {
  switch (format) {
    case 'xlsx':
    case 'csv':
      return writeTable(place, format, part, language, kept);
    case 'json': {
      const { bytes } = await publish(
        place,
        (temporary) => writeFile(temporary, `${JSON.stringify(kept.content, null, 2)}\n`, { mode: 0o600, flag: 'wx' }),
        async (temporary) => {
          const read = RecordContent.parse(JSON.parse(await readFile(temporary, 'utf8')));
          assert(isDeepStrictEqual(read, kept.content), 'the file holds the record');
        },
      );
      return bytes;
    }
    default: {
      const day = localDay(kept.at);
      const dayWords = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(kept.at));
      const paper = recordPaper({ ...kept, version: kept.number, part, day, dayWords, language });
      return (await savePaper(paper, format, place, { madeAt: kept.at, signal })).bytes;
    }
  }
}

/** One row for each activity. */
async function writeTable(
  place: string,
  format: 'xlsx' | 'csv',
  part: RecordPart,
  language: RecordLanguage,
  { content }: KeptRecord,
): Promise<number> {
  const w = recordWords[language];
  const columns = [
    'role',
    'partners',
    'purposes',
    'people',
    'data',
    'recipients',
    'transfers',
    'retention',
    'measures',
    'systems',
  ] as const;
  const { entries, tools } = partOf(content, part);
  const rows = entries.map((entry) => {
    const said = rowsOf(entry, tools, language);
    return [entry.title, ...columns.map((name) => said[name].join('; ')), entry.owner?.name ?? ''];
  });
  const named = (name: (typeof columns)[number]): string => (name === 'partners' ? w.partners.joint : w.rows[name]);
  const headers = [w.names.name, ...columns.map(named), w.rows.owner];
  const sheet = { name: w.file.slice(0, 31), headers, rows };
  const { bytes } = await publish(
    place,
    (temporary) =>
      format === 'csv'
        ? writeCsv(temporary, headers, [rows]).then(() => undefined)
        : writeXlsxSheets(temporary, [sheet]),
    async (temporary) => {
      const count =
        format === 'csv' ? await countCsv(temporary) : ((await readXlsxSheets(temporary))[0]?.rows.length ?? 0) - 1;
      assert(count === rows.length, 'every activity is in the file');
    },
  );
  return bytes;
}

export async function exportFlow(
  context: TaskContext,
  { language, file }: { readonly language: RecordLanguage; readonly file?: string | undefined },
) {
  const w = recordWords[language];
  const place = await context.fileToWrite(file, `${w.flowFile}.svg`, [{ name: 'SVG', extensions: ['svg'] }]);
  const { workbench, now } = context;
  const { content } = await readRecord(context.read(), workbench.law.current(), localDay(now()));
  const flow = flowOf(content, flowWordsIn(language));
  const svg = flowSvg(layOut(flow), w.flow);
  const { bytes } = await publish(
    place,
    (temporary) => writeFile(temporary, svg, { mode: 0o600, flag: 'wx' }),
    async (temporary) => assert((await readFile(temporary, 'utf8')) === svg, 'the file holds the picture'),
  );
  return { file: place, bytes, nodes: flow.nodes.length };
}
