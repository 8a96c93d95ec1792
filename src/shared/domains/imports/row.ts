/** One row of a file to one customer: skipped, kept back with the reasons, or ready to be stored. */
import { hasUnstorableCharacters, longestText } from '#shared/kernel/text';
import type { MarketingStatus } from '#shared/domains/customers/model';
import { type NormalisedCustomer, normaliseCustomer, type NormaliseOptions } from '#shared/domains/customers/normalise';
import { normaliseMarketing, normaliseOptOut } from '#shared/domains/customers/normalise-marketing';
import type { RowProblem } from './model';
import { addressFields, type ImportPlan, type PlannedColumn, type PlannedField } from './plan';

export type ReadRow =
  | { readonly outcome: 'skip' }
  | { readonly outcome: 'quarantine'; readonly problems: readonly RowProblem[] }
  | { readonly outcome: 'ready'; readonly customer: NormalisedCustomer; readonly custom: Readonly<Record<string, string>> };

const skip: ReadRow = { outcome: 'skip' };
const isBlank = (cell: string | undefined): boolean => cell === undefined || cell === '' || cell.trim() === '';

/** Fields whose several columns are put together; of the others the first that is filled counts. */
const joins: Readonly<Record<string, string>> = { street: ', ', tags: ';', notes: '\n' };

/** Made once for a plan, then called for every row. */
export function rowReader(plan: ImportPlan): (cells: readonly string[], broken?: boolean) => ReadRow {
  const { headers, fields, custom } = plan;
  const width = headers.length;
  const contacts = fields.filter(({ field }) => field === 'email' || field === 'phone' || field === 'mobile').flatMap(({ columns }) => columns);
  const addresses = addressesOf(fields);
  const options: NormaliseOptions = { defaultCountry: plan.defaultCountry, dayOrder: plan.dayOrder, spreadsheet: plan.spreadsheet };
  const headerOf = (field: string | null): string => fields.find((planned) => planned.field === field)?.columns[0]?.header ?? '';

  return (cells, broken = false) => {
    if (cells.every(isBlank)) return skip;
    const problems: RowProblem[] = [];
    if (broken) problems.push({ column: '', code: 'quote-broken' });
    if (cells.length > width && !cells.slice(width).every(isBlank)) problems.push({ column: '', code: 'too-many-cells' });
    if (cells.length < width && !plan.spreadsheet && contacts.every(({ index }) => isBlank(cells[index]))) problems.push({ column: '', code: 'too-few-cells' });
    if (problems.length > 0) return { outcome: 'quarantine', problems };
    const typed: Record<string, string> = {};
    const address = addresses.length > 1 ? chooseAddress(addresses, cells) : undefined;
    for (const { field, columns } of fields) {
      const [only] = columns;
      if (columns.length === 1 && only !== undefined && !only.optOut && (address === undefined || only.address === address || !addressFields.has(field))) {
        typed[field] = cells[only.index] ?? '';
      } else if (field !== 'marketing') typed[field] = together(field, columns, cells, address);
    }
    const marketing = marketingOf(fields, cells) ?? plan.marketing;
    if (marketing !== null) typed['marketing'] = marketing;
    const customer = normaliseCustomer(typed, options);
    const own = custom.length === 0 ? noCustom : customValues(custom, cells, problems);
    for (const { field, code } of customer.problems) problems.push({ column: headerOf(field), code });
    if (problems.length > 0) return { outcome: 'quarantine', problems };
    if (marketing !== null) keepTypedMarketing(customer, fields, cells);
    return { outcome: 'ready', customer, custom: own };
  };
}

const noCustom: Readonly<Record<string, string>> = {};

/** The names of the addresses a file has, in the order of its profile. */
function addressesOf(fields: readonly PlannedField[]): { name: string; columns: PlannedColumn[] }[] {
  const found = new Map<string, PlannedColumn[]>();
  for (const { field, columns } of fields) {
    if (!addressFields.has(field)) continue;
    for (const column of columns) found.set(column.address, [...(found.get(column.address) ?? []), column]);
  }
  return [...found].map(([name, columns]) => ({ name, columns }));
}

/** The first address that has anything; a street at work does not go with a city at home. */
function chooseAddress(addresses: readonly { name: string; columns: readonly PlannedColumn[] }[], cells: readonly string[]): string | undefined {
  return addresses.find(({ columns }) => columns.some(({ index }) => !isBlank(cells[index])))?.name;
}

function together(field: string, columns: readonly PlannedColumn[], cells: readonly string[], address: string | undefined): string {
  const ours = address !== undefined && addressFields.has(field) ? columns.filter((column) => column.address === address) : columns;
  const values = ours.map(({ index }) => cells[index] ?? '').filter((value) => !isBlank(value));
  const separator = joins[field];
  if (separator === undefined) return values[0] ?? '';
  return values.map((value) => (field === 'notes' ? value : value.trim())).join(separator);
}

const strictness: Readonly<Record<MarketingStatus, number>> = { 'not-asked': 0, subscribed: 1, unsubscribed: 2, never: 3 };

/** Of several columns the strictest word counts: a no outweighs a yes. */
function marketingOf(fields: readonly PlannedField[], cells: readonly string[]): MarketingStatus | null {
  const planned = fields.find(({ field }) => field === 'marketing');
  if (planned === undefined) return null;
  let strictest: MarketingStatus | null = null;
  for (const { index, optOut } of planned.columns) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) continue;
    const status = optOut ? normaliseOptOut(cell) : normaliseMarketing(cell);
    if (strictest === null || strictness[status] > strictness[strictest]) strictest = status;
  }
  return strictest;
}

/** What the file said, where it is not the word we keep. */
function keepTypedMarketing(customer: NormalisedCustomer, fields: readonly PlannedField[], cells: readonly string[]): void {
  const planned = fields.find(({ field }) => field === 'marketing');
  const filled = planned?.columns.filter(({ index }) => !isBlank(cells[index])) ?? [];
  if (filled.length === 0) return;
  const typed = filled.map(({ header, index, optOut }) => (optOut || filled.length > 1 ? `${header}: ${cells[index]}` : (cells[index] ?? ''))).join('; ').trim();
  if (typed !== customer.values.marketing && !hasUnstorableCharacters(typed)) customer.originals['marketing'] = typed.slice(0, 200);
}

function customValues(custom: readonly PlannedField[], cells: readonly string[], problems: RowProblem[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { field, columns } of custom) {
    const column = columns.find(({ index }) => !isBlank(cells[index]));
    const value = column === undefined ? undefined : cells[column.index]?.trim();
    if (column === undefined || value === undefined) continue;
    if (value.length > longestText) problems.push({ column: column.header, code: 'too-long' });
    else if (hasUnstorableCharacters(value)) problems.push({ column: column.header, code: 'unstorable-characters' });
    else values[field] = value;
  }
  return values;
}
