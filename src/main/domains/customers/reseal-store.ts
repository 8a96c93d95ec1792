/** Every place of the store where values of the business's own fields lie, changed in one go: for the second key. */
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

/** What a value of a field becomes. */
export type Resealed = (field: string, text: string) => string;

const rowsPerRead = 5_000;

type Place<Row> = {
  readonly table: string;
  readonly key: string;
  readonly column: string;
  /** What else is read of a row, as JSON. */
  readonly beside: string;
  readonly where: string;
  change(row: Row, of: Resealed, beside: unknown): Row;
};

type Through = (db: WriteDb, of: Resealed, step: () => void) => Promise<void>;

/** Goes through all of a place in batches; only what became different is written. */
const through =
  <Row>(place: Place<Row>): Through =>
  async (db, of, step) => {
    const { table, key, column, beside, where } = place;
    for (let after = 0; ;) {
      step();
      const rows = await packedRows<[number, Row, unknown]>(
        db,
        `select json_array(${key}, json(${column}), ${beside}) as value from ${table}
        where ${key} > ? and ${where} order by ${key} limit ${rowsPerRead}`,
        [after],
      );
      const changed: [number, string][] = [];
      for (const [number, row, more] of rows) {
        const next = JSON.stringify(place.change(row, of, more));
        if (next !== JSON.stringify(row)) changed.push([number, next]);
      }
      if (changed.length > 0) {
        await db.driver.run(
          `update ${table} set ${column} = json_extract(packed.value, '$[1]') from json_each(?) as packed
          where ${table}.${key} = json_extract(packed.value, '$[0]')`,
          [JSON.stringify(changed)],
        );
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last[0];
    }
  };

type Values = Record<string, string>;
const isOwn = (name: string): boolean => name.startsWith('x_');
const inValues = (values: Values, of: Resealed): Values =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, isOwn(name) ? of(name, text) : text]));
/** Own values are a text of JSON inside a customer's columns. */
const inColumns = (columns: Record<string, unknown>, of: Resealed): Record<string, unknown> =>
  typeof columns['custom'] === 'string'
    ? { ...columns, custom: JSON.stringify(inValues(JSON.parse(columns['custom']) as Values, of)) }
    : columns;

type Change = [string | null, string | null];
type Cells = [header: string, cell: string][];

const places: readonly Through[] = [
  through<Values>({
    table: 'customers',
    key: 'number',
    column: 'custom',
    beside: 'null',
    where: 'custom is not null',
    change: (row: Values, of) => inValues(row, of),
  }),
  through<Record<string, Change>>({
    table: 'customer_changes',
    key: 'id',
    column: 'changes',
    beside: 'null',
    where: `instr(changes, '"x_') > 0`,
    change: (row: Record<string, Change>, of) =>
      Object.fromEntries(
        Object.entries(row).map(([name, texts]) => [
          name,
          isOwn(name) ? (texts.map((text) => (text === null ? null : of(name, text))) as Change) : texts,
        ]),
      ),
  }),
  through<Record<string, unknown>>({
    table: 'import_merges',
    key: 'id',
    column: 'before',
    beside: 'null',
    where: `instr(before, 'x_') > 0`,
    change: (row: Record<string, unknown>, of) => inColumns(row, of),
  }),
  through<Values>({
    table: 'import_merges',
    key: 'id',
    column: 'incoming',
    beside: 'null',
    where: `instr(incoming, '"x_') > 0`,
    change: (row: Values, of) => inValues(row, of),
  }),
  through<Cells>({
    table: 'import_quarantine',
    key: 'id',
    column: 'cells',
    beside: `(select json_extract(mapping, '$.custom') from imports where imports.id = import)`,
    where: 'true',
    change: (row: Cells, of, custom) => {
      const fields = fieldsByCell((typeof custom === 'string' ? JSON.parse(custom) : custom) as PlannedOwn);
      return row.map(([header, cell], index): [string, string] => {
        const field = fields.get(index);
        return [header, field === undefined || cell === '' ? cell : of(field, cell)];
      });
    },
  }),
];

type PlannedOwn = readonly { readonly field: string; readonly columns: readonly { readonly index: number }[] }[] | null;
const fieldsByCell = (planned: PlannedOwn): ReadonlyMap<number, string> =>
  new Map((planned ?? []).flatMap(({ field, columns }) => columns.map(({ index }) => [index, field] as const)));

/** Changes every value of the business's own fields wherever it lies: customers, history, what imports remember, rows kept back. */
export async function resealEverything(db: WriteDb, of: Resealed, step: () => void = () => undefined): Promise<void> {
  for (const goThrough of places) await goThrough(db, of, step);
}

/** The ids of all content keys. */
export async function contentKeyIds(db: ReadDb): Promise<number[]> {
  return packedRows<number>(db, 'select id as value from second_key_contents');
}
