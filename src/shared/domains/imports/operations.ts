/** What may be asked about bringing customer files in. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { ColumnDecision, ImportId, ImportLook, ImportOptions, ImportReport, QuarantinedRow } from './model';

export const imports = {
  /** Looks into a file without keeping anything: encoding, delimiter, profile, a suggestion for each column, a preview. */
  look: task({
    may: 'write',
    records: null,
    input: z.strictObject({
      /** Without it main asks with the system's open dialog. */
      file: z.string().max(4_096).optional(),
      columns: z.array(ColumnDecision).max(2_000).optional(),
      options: ImportOptions.prefault({}),
    }),
    output: ImportLook,
  }),
  /** Brings the file in: all of it or, when cancelled or killed, nothing of it. */
  run: task({
    may: 'write',
    records: 'imported',
    input: z.strictObject({
      file: z.string().max(4_096),
      /** What becomes of each column; without it the suggestions are taken and undecided columns are dropped. */
      columns: z.array(ColumnDecision).max(2_000).optional(),
      options: ImportOptions.prefault({}),
    }),
    output: ImportReport,
    about: (_input, output) => [output.id],
    facts: (_input, output) => ({
      rows: output.rows,
      imported: output.imported,
      merged: output.merged,
      quarantined: output.quarantined,
      skipped: output.skipped,
      profile: output.profile,
    }),
  }),
  list: query({ may: 'read', input: z.strictObject({}), output: z.array(ImportReport) }),
  get: query({ may: 'read', input: z.strictObject({ id: ImportId }), output: ImportReport }),
  quarantine: query({
    may: 'read',
    input: z.strictObject({
      id: ImportId,
      state: z.enum(['open', 'all']).default('open'),
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ open: z.int(), rows: z.array(QuarantinedRow) }),
  }),
  /** Tries a quarantined row again with corrected cells. It stays in quarantine, with the new reasons, if it still fails. */
  correct: command({
    may: 'write',
    records: 'corrected',
    input: z.strictObject({ id: z.int(), cells: z.array(z.string().max(65_536)).max(2_000) }),
    output: QuarantinedRow,
    about: (_input, output) => (output.customer ? [output.customer] : []),
    facts: (_input, output) => ({ row: output.row, state: output.state }),
  }),
  discard: command({
    may: 'write',
    records: 'discarded',
    input: z.strictObject({ ids: z.array(z.int()).min(1).max(10_000) }),
    output: z.strictObject({ discarded: z.int() }),
    facts: (_input, output) => ({ discarded: output.discarded }),
  }),
  /** Takes a whole import back: its customers go, what it changed on others returns to what it was. */
  undo: task({
    may: 'write',
    records: 'undone',
    input: z.strictObject({ id: ImportId }),
    output: z.strictObject({ removed: z.int(), restored: z.int(), keptBecauseChanged: z.int() }),
    about: (input) => [input.id],
    facts: (_input, output) => output,
  }),
};
