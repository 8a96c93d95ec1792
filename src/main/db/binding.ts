/** What a database binding must offer, whichever package is behind it. */

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlRow = Record<string, unknown>;

/** One connection. Statements run one after the other, in the order they were asked. */
export type Driver = {
  /** Rows of a statement as objects. For pages of rows ask for one packed JSON string instead. */
  all(sql: string, parameters?: readonly SqlValue[]): Promise<SqlRow[]>;
  /** Runs one statement; `changes` counts the rows it touched. */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<{ changes: number; lastId: number }>;
  /** Runs several statements without parameters. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
  /** The version of the cipher that answers for the connection, or null when it is plain SQLite. */
  cipher(): Promise<string | null>;
};

export type OpenOptions = {
  readonly mode: 'create' | 'write' | 'read';
  /** The 32-byte data key; omitted only for the lock file, which holds nothing. */
  readonly key?: Uint8Array;
};

/** A package that speaks SQLCipher 4 files. Errors carry SQLite's code in `code`. */
export type Binding = {
  open(file: string, mode: OpenOptions['mode']): Promise<Driver>;
  /** Statements that hand the key over; `hex` has 64 digits. */
  keying(hex: string): string;
};
