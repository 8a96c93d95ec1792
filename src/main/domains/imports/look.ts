/** Looking into a file: what it is, what each column would become, and the first rows as they would be stored. */
import { DayOrderFinder, type DayOrder } from '#shared/domains/customers/normalise-day';
import type { Column, ColumnDecision, ImportLook, ImportOptions, ProfileName } from '#shared/domains/imports/model';
import { type ImportPlan, planImport } from '#shared/domains/imports/plan';
import { recogniseProfile } from '#shared/domains/imports/profiles/all';
import { marketingByFileName } from '#shared/domains/imports/profiles/mailchimp';
import { RowReader } from '#shared/domains/imports/row';
import { suggestColumns } from '#shared/domains/imports/suggest';
import { standardFields } from '#shared/domains/fields/defaults';
import { openSource, type Source } from './source';

const previewRows = 10;
const lookedRows = 1_000;

export type Decided = { readonly profile: ProfileName; readonly columns: readonly Column[] };

/** The suggestions with a person's decisions laid over them; undecided columns are for the caller to treat. */
export function decide(
  source: Source,
  options: Pick<ImportOptions, 'profile'>,
  decisions: readonly ColumnDecision[] | null,
): Decided {
  const profile = options.profile === 'auto' ? recogniseProfile(source.headers) : options.profile;
  const suggested = suggestColumns(source.headers, source.sample.slice(0, lookedRows), profile);
  if (decisions === null) return { profile, columns: suggested };
  const byIndex = new Map(decisions.map(({ index, field }) => [index, field]));
  return {
    profile,
    columns: suggested.map((column): Column => {
      const field = byIndex.get(column.index);
      return field === undefined ? column : { ...column, field, decision: field === null ? 'drop' : 'map' };
    }),
  };
}

const dayFields: ReadonlySet<string> = new Set(
  standardFields.filter(({ kind }) => kind === 'day').map(({ name }) => name),
);
const slashed = /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{4}/;

/** Which of day and month comes first in each day column. All of the file is looked at when the first rows raise the question. */
async function dayOrders(source: Source, columns: readonly Column[]): Promise<Record<string, DayOrder>> {
  const asked = columns.filter(
    ({ field, index }) =>
      field !== null && dayFields.has(field) && source.sample.some((row) => slashed.test(row[index] ?? '')),
  );
  if (asked.length === 0) return {};
  const finders = asked.map(({ index }) => ({ index, finder: new DayOrderFinder() }));
  for await (const { rows } of source.batches()) {
    for (const row of rows) for (const { index, finder } of finders) finder.add(row[index] ?? '');
  }
  const orders: Record<string, DayOrder> = {};
  for (const [position, { field }] of asked.entries()) {
    const order = finders[position]?.finder.order() ?? 'unclear';
    if (field === null) continue;
    // Two columns of one field that disagree leave it unclear.
    orders[field] = orders[field] === undefined || orders[field] === order ? order : 'unclear';
  }
  return orders;
}

export async function planOf(
  source: Source,
  decided: Decided,
  options: Pick<ImportOptions, 'defaultCountry'>,
): Promise<ImportPlan> {
  const mapped = decided.columns.filter(({ decision }) => decision === 'map');
  return planImport(
    source.headers,
    mapped.map(({ index, field }) => ({ index, field })),
    {
      profile: decided.profile,
      defaultCountry: options.defaultCountry,
      dayOrder: await dayOrders(source, mapped),
      spreadsheet: source.format === 'xlsx',
      marketing: decided.profile === 'mailchimp-audience' ? marketingByFileName(source.fileName) : null,
    },
  );
}

/** How many rows the file has: counted when the sample is all of it, otherwise reckoned from the bytes. */
export const rowsOf = ({ sample, sampleBytes, bytes }: Source): number =>
  sampleBytes === null
    ? sample.length
    : Math.max(sample.length, Math.round((sample.length * bytes) / Math.max(1, sampleBytes)));

export async function lookInto(
  file: string,
  options: ImportOptions,
  decisions: readonly ColumnDecision[] | null,
): Promise<Omit<ImportLook, 'file'>> {
  const source = await openSource(file, options);
  const decided = decide(source, options, decisions);
  const plan = await planOf(source, decided, options);
  const reader = new RowReader(plan);
  const preview = [];
  for (const [index, row] of source.sample.entries()) {
    if (preview.length >= previewRows) break;
    const outcome = reader.read(row);
    if (outcome === 'skip') continue;
    preview.push({
      row: index + 2,
      fields: outcome === 'ready' ? { ...asText(reader.customer.fields()), ...reader.custom } : {},
      problems: [...reader.problems],
    });
  }
  return {
    fileName: source.fileName,
    bytes: source.bytes,
    format: source.format,
    sheets: [...source.sheets],
    sheet: source.sheet,
    profile: decided.profile,
    encoding: source.encoding,
    delimiter: source.delimiter,
    columns: [...decided.columns],
    preview,
    rows: rowsOf(source),
    rowsExact: source.sampleBytes === null,
  };
}

const asText = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
