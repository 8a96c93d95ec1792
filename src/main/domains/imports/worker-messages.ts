/** What the main thread and the import worker say to each other. Rows travel as JSONB, ready for the driver. */
import type {
  ColumnDecision,
  Delimiter,
  Encoding,
  ImportLook,
  ImportOptions,
  ProfileName,
  WarningCode,
} from '#shared/domains/imports/model';
import type { ImportPlan } from '#shared/domains/imports/plan';
import type { Sealing } from '../../vault/sealed-text';
import type { Failure } from '#shared/kernel/failures';

export type Blob = Uint8Array<ArrayBuffer>;

export type LookOrder = {
  readonly kind: 'look';
  readonly file: string;
  readonly options: ImportOptions;
  readonly columns: readonly ColumnDecision[] | null;
};

export type RunOrder = {
  readonly kind: 'run';
  readonly file: string;
  readonly options: ImportOptions;
  readonly columns: readonly ColumnDecision[] | null;
  readonly importId: string;
  readonly actor: string;
  readonly at: string;
  /** The first customer number that is free. */
  readonly firstNumber: number;
  /** For values under the second key; null where no field is. */
  readonly sealing: Sealing | null;
  /** How many customers there are, for the size of the e-mail table. */
  readonly customers: number;
};

/** From main to the worker. */
export type ToWorker =
  | LookOrder
  | RunOrder
  /** E-mail keys of customers that are there, packed: `[[number, key], …]`; the last one is empty. */
  | { readonly kind: 'known'; readonly packed: string }
  /** Main can take another batch; the memory of one that is done goes back to be filled again. */
  | { readonly kind: 'credit'; readonly memory?: ArrayBuffer }
  /** The customers asked for, packed. */
  | { readonly kind: 'found'; readonly packed: string };

/** What the file turned out to be, before the first row goes in. */
export type Opened = {
  readonly kind: 'opened';
  readonly fileName: string;
  readonly profile: ProfileName;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Kept with the import, so that quarantined rows can be tried again the same way. */
  readonly plan: ImportPlan;
  readonly dropped: readonly string[];
  /** Columns of the packed rows, in order, after the number. */
  readonly columns: readonly string[];
  readonly bytes: number;
  readonly expectedRows: number;
};

export type Batch = {
  readonly kind: 'batch';
  /** `[[number, …columns…], …]` in groups; null when the batch has no new customers. */
  readonly customers: Blob | null;
  readonly imported: number;
  /** `[[row, cells, problems], …]` */
  readonly quarantine: Blob | null;
  readonly quarantined: number;
  readonly skipped: number;
  /** Bytes of the file used up. */
  readonly bytes: number;
};

/** Rows whose e-mail is known, worked out against the customers it belongs to. */
export type Merges = {
  readonly kind: 'merges';
  /** New customers kept apart from others with their e-mail, like `Batch.customers`. */
  readonly customers: Blob | null;
  readonly imported: number;
  readonly merged: number;
  /** `[[number, revision, …all content columns…], …]` in groups; revision counts up only for customers that were there before. */
  readonly updates: Blob | null;
  /** `[[row, customer, before, incoming], …]` */
  readonly log: Blob | null;
  /** `[[customer, changes], …]` */
  readonly history: Blob | null;
  /** Numbers of customers that share an e-mail under different names. */
  readonly apart: readonly (readonly number[])[];
  /** For each row the customer it ended in. */
  readonly joined: readonly number[];
};

/** From the worker to main. */
export type FromWorker =
  | Opened
  | Batch
  | Merges
  /** Asks for customers by number; `found` answers, then come `merges`. */
  | { readonly kind: 'find'; readonly numbers: string }
  | { readonly kind: 'looked'; readonly look: Omit<ImportLook, 'file'> }
  | {
      readonly kind: 'done';
      readonly rows: number;
      readonly lastNumber: number;
      readonly hash: string;
      readonly warnings: Readonly<Partial<Record<WarningCode, number>>>;
    }
  | { readonly kind: 'failed'; readonly failure: Failure | null; readonly trace: string };
