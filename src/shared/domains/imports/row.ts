/** One row of a file to one customer: skipped, kept back with the reasons, or ready to be stored. */
import { hasUnstorableCharacters, longestText } from '#shared/kernel/text';
import { normaliseMarketing, normaliseOptOut } from '#shared/domains/customers/normalise-marketing';
import { CustomerSlots, emptySlots, type NormaliseOptions, slots } from '#shared/domains/customers/normalise-slots';
import type { CustomerFieldName, MarketingStatus } from '#shared/domains/customers/model';
import type { RowProblem } from './model';
import { addressFields, type ImportPlan, type PlannedColumn, type PlannedField } from './plan';

/** What spreadsheets take for a number or the start of a formula, behind an apostrophe that makes it text. */
const marked = /^'(?:\d|[\s\u0000-\u001f\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\u0000])/;

/** The cell without the apostrophe that careful exports, our own among them, put before such text; it is no part of the value. */
export const withoutMarker = (cell: string): string =>
  cell.charCodeAt(0) === 39 && marked.test(cell) ? cell.slice(1) : cell;

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell === '' || cell.trim() === '';

/** Fields whose several columns are put together; of the others the first that is filled counts. */
const joins: Readonly<Record<string, string>> = { street: ', ', tags: ';', notes: '\n' };

const slotNamed = (field: string): number => slots[field as CustomerFieldName];

const strictness: Readonly<Record<MarketingStatus, number>> = {
  'not-asked': 0,
  subscribed: 1,
  unsubscribed: 2,
  never: 3,
};

const noCustom: Readonly<Record<string, string>> = {};

export type RowOutcome = 'skip' | 'quarantine' | 'ready';

/** Reads rows by a plan. What a row became stands in its members until the next row is read. */
export class RowReader {
  readonly customer = new CustomerSlots();
  /** Values of the business's own fields. */
  custom: Readonly<Record<string, string>> = noCustom;
  problems: RowProblem[] = [];

  readonly #plan: ImportPlan;
  readonly #options: NormaliseOptions;
  readonly #typed = emptySlots();
  /** Fields with one column: slot and column by turns. */
  readonly #single: Int32Array;
  readonly #composite: readonly PlannedField[];
  readonly #marketing: readonly PlannedColumn[];
  readonly #contacts: readonly PlannedColumn[];
  readonly #addresses: readonly { readonly name: string; readonly columns: readonly PlannedColumn[] }[];

  constructor(plan: ImportPlan) {
    this.#plan = plan;
    this.#options = { defaultCountry: plan.defaultCountry, dayOrder: plan.dayOrder, spreadsheet: plan.spreadsheet };
    this.#addresses = addressesOf(plan.fields);
    const isSingle = ({ field, columns }: PlannedField): boolean =>
      field !== 'marketing' && columns.length === 1 && (this.#addresses.length < 2 || !addressFields.has(field));
    this.#single = Int32Array.from(
      plan.fields.filter(isSingle).flatMap(({ field, columns }) => [slotNamed(field), columns[0]?.index ?? 0]),
    );
    this.#composite = plan.fields.filter((planned) => planned.field !== 'marketing' && !isSingle(planned));
    this.#marketing = plan.fields.find(({ field }) => field === 'marketing')?.columns ?? [];
    this.#contacts = plan.fields
      .filter(({ field }) => field === 'email' || field === 'phone' || field === 'mobile')
      .flatMap(({ columns }) => columns);
  }

  /** `storable` when the caller knows that no cell holds a NUL or half a surrogate pair. */
  read(cells: readonly string[], broken = false, storable = false): RowOutcome {
    if (this.problems.length > 0) this.problems = [];
    if (isBlank(cells[0]) && cells.every(isBlank)) return 'skip';
    const width = this.#plan.headers.length;
    if (broken) this.#fail('', 'quote-broken');
    if (cells.length > width && !cells.slice(width).every(isBlank)) this.#fail('', 'too-many-cells');
    if (cells.length < width && !this.#plan.spreadsheet && this.#contacts.every(({ index }) => isBlank(cells[index])))
      this.#fail('', 'too-few-cells');
    if (this.problems.length > 0) return 'quarantine';
    const typed = this.#typed;
    const single = this.#single;
    let hasMarker = false;
    for (let at = 0; at < single.length; at += 2) {
      const cell = cells[single[at + 1] as number] ?? '';
      const bare = withoutMarker(cell);
      typed[single[at] as number] = bare;
      if (bare !== cell) hasMarker = true;
    }
    if (this.#composite.length > 0) {
      const address = this.#addresses.length > 1 ? chooseAddress(this.#addresses, cells) : undefined;
      for (const { field, columns } of this.#composite)
        typed[slotNamed(field)] = together(field, columns, cells, address);
    }
    const marketing = this.#readMarketing(cells);
    this.customer.read(typed, this.#options, storable);
    if (marketing) this.#keepMarketing(cells);
    if (hasMarker) this.#keepMarked(cells);
    if (this.#plan.custom.length > 0) this.custom = this.#customValues(cells);
    for (const { field, code } of this.customer.problems) this.#fail(this.#headerOf(field), code);
    return this.problems.length > 0 ? 'quarantine' : 'ready';
  }

  /** What stood in the file is kept where the apostrophe was left out. */
  #keepMarked(cells: readonly string[]): void {
    const single = this.#single;
    for (let at = 0; at < single.length; at += 2) {
      const slot = single[at] as number;
      const cell = cells[single[at + 1] as number] ?? '';
      const value = this.customer.values[slot];
      if (
        value !== null &&
        value !== undefined &&
        this.customer.originals[slot] === null &&
        withoutMarker(cell) !== cell
      )
        this.customer.keep(slot, value, cell);
    }
  }

  #fail(column: string, code: RowProblem['code']): void {
    this.problems.push({ column, code });
  }

  #headerOf(field: string | null): string {
    return this.#plan.fields.find((planned) => planned.field === field)?.columns[0]?.header ?? '';
  }

  /** Of several columns the strictest word counts: a no outweighs a yes. True when a column needs its words kept beside the status. */
  #readMarketing(cells: readonly string[]): boolean {
    const columns = this.#marketing;
    const [only] = columns;
    const slot = slots.marketing;
    if (columns.length === 1 && only !== undefined && !only.optOut) {
      const cell = cells[only.index] ?? '';
      this.#typed[slot] = cell === '' ? (this.#plan.marketing ?? '') : cell;
      return false;
    }
    let strictest: MarketingStatus | null = null;
    for (const { index, optOut } of columns) {
      const cell = cells[index];
      if (cell === undefined || isBlank(cell)) continue;
      const status = optOut ? normaliseOptOut(cell) : normaliseMarketing(cell);
      if (strictest === null || strictness[status] > strictness[strictest]) strictest = status;
    }
    this.#typed[slot] = strictest ?? this.#plan.marketing ?? '';
    return strictest !== null;
  }

  /** What the file said, with the header that gives it its meaning. */
  #keepMarketing(cells: readonly string[]): void {
    const filled = this.#marketing.filter(({ index }) => !isBlank(cells[index]));
    const typed = filled.map(({ header, index }) => `${header}: ${cells[index]}`).join('; ');
    this.customer.keep(slots.marketing, '', typed.slice(0, 200));
  }

  #customValues(cells: readonly string[]): Record<string, string> {
    const values: Record<string, string> = {};
    for (const { field, columns } of this.#plan.custom) {
      const column = columns.find(({ index }) => !isBlank(cells[index]));
      const value = column === undefined ? undefined : withoutMarker(cells[column.index]?.trim() ?? '');
      if (column === undefined || value === undefined) continue;
      if (value.length > longestText) this.#fail(column.header, 'too-long');
      else if (hasUnstorableCharacters(value)) this.#fail(column.header, 'unstorable-characters');
      else values[field] = value;
    }
    return values;
  }
}

/** The addresses a file has, in the order of its profile. */
function addressesOf(fields: readonly PlannedField[]): { name: string; columns: PlannedColumn[] }[] {
  const found = new Map<string, PlannedColumn[]>();
  for (const { field, columns } of fields) {
    if (!addressFields.has(field)) continue;
    for (const column of columns) found.set(column.address, [...(found.get(column.address) ?? []), column]);
  }
  return [...found].map(([name, columns]) => ({ name, columns }));
}

/** The first address that has anything; a street at work does not go with a city at home. */
function chooseAddress(
  addresses: readonly { readonly name: string; readonly columns: readonly PlannedColumn[] }[],
  cells: readonly string[],
): string | undefined {
  return addresses.find(({ columns }) => columns.some(({ index }) => !isBlank(cells[index])))?.name;
}

function together(
  field: string,
  columns: readonly PlannedColumn[],
  cells: readonly string[],
  address: string | undefined,
): string {
  const ours =
    address !== undefined && addressFields.has(field)
      ? columns.filter((column) => column.address === address)
      : columns;
  const values = ours.map(({ index }) => withoutMarker(cells[index] ?? '')).filter((value) => !isBlank(value));
  const separator = joins[field];
  if (separator === undefined) return values[0] ?? '';
  return values.map((value) => (field === 'notes' ? value : value.trim())).join(separator);
}
