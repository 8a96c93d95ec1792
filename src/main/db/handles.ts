/** Two kinds of handle on the store: one that reads and one that writes, and the compiler keeps them apart. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Driver, SqlValue } from './driver';
import type { Tables } from './tables';

declare const writes: unique symbol;

/** May only read: it sits on a read-only connection, so a query cannot write even if the types are cheated. */
export type ReadDb = { readonly query: Kysely<Tables>; readonly driver: Driver };
/** May write; handed out by `serve` to one command or task at a time, inside a transaction. */
export type WriteDb = ReadDb & { readonly [writes]: true };

export const readHandle = (driver: Driver): ReadDb => ({ driver, query: kyselyOn(driver) });
export const writeHandle = (driver: Driver): WriteDb => readHandle(driver) as WriteDb;

function kyselyOn(driver: Driver): Kysely<Tables> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
      const parameters = compiled.parameters as readonly SqlValue[];
      // Statements that hand rows back go through `all`; the others report how many rows they touched.
      if (compiled.query.kind === 'SelectQueryNode' || compiled.query.kind === 'RawNode' || returns(compiled)) {
        return { rows: (await driver.all(compiled.sql, parameters)) as R[] };
      }
      const { changes, lastId } = await driver.run(compiled.sql, parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
    },
    // eslint-disable-next-line require-yield
    async *streamQuery(): AsyncGenerator<never> {
      throw new Error('Rows are not streamed one by one; page through instead.');
    },
  };
  const refused = async (): Promise<never> => {
    throw new Error('Transactions belong to serve, not to stores.');
  };
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db: Kysely<never>): DatabaseIntrospector => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: refused,
      commitTransaction: refused,
      rollbackTransaction: refused,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  };
  return new Kysely<Tables>({ dialect });
}

function returns(compiled: CompiledQuery): boolean {
  return 'returning' in compiled.query && compiled.query.returning !== undefined;
}

/** Reads many rows as one JSON string, which crosses the driver about eight times faster than objects do. `sql` must select one JSON value per row. */
export async function packedRows<T>(db: ReadDb, sql: string, parameters: readonly SqlValue[] = []): Promise<T[]> {
  const [row] = await db.driver.all(`select json_group_array(json(value)) as packed from (${sql})`, parameters);
  return JSON.parse((row?.['packed'] as string | undefined) ?? '[]') as T[];
}
