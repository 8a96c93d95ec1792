/** What may be asked about the audit trail. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { Instant } from '#shared/kernel/time';
import { MarkSource, TrailCheckpoint, TrailFinding, TrailEntry, TrailVerdict } from './model';
import { TrailProof } from './trail-proof';

const file = z.string().max(4_096).optional();
const number = z.int().positive();

export const trail = {
  /** Newest first; `before` is the number to continue below. */
  list: query({
    may: 'read',
    input: z.strictObject({
      before: z.int().positive().optional(),
      event: z.string().max(80).optional(),
      about: z.string().max(80).optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ total: z.int(), entries: z.array(TrailEntry) }),
  }),
  /** Recomputes every digest, every link and the root; with a checkpoint kept elsewhere also whether the trail extends it. */
  verify: query({
    may: 'read',
    input: z.strictObject({ checkpoint: z.string().max(8_192).optional() }),
    output: TrailVerdict,
  }),
  /** What was found when the vault was opened, what it was compared with, and whether an anchor sheet is due. */
  standing: query({
    may: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      findings: z.array(TrailFinding),
      compared: z.array(z.strictObject({ source: MarkSource, size: z.int() })),
      /** `name+id+key`: what checkpoints and proofs of this vault are checked with. */
      key: z.string().nullable(),
      lastSheet: Instant.nullable(),
      sheetDue: z.boolean(),
    }),
  }),
  /** Newest first. */
  checkpoints: query({
    may: 'read',
    input: z.strictObject({ limit: z.int().min(1).max(500).default(50) }),
    output: z.array(TrailCheckpoint),
  }),
  /** Signs the trail as it is now. */
  checkpoint: command({
    may: 'export',
    records: 'checkpoint-made',
    input: z.strictObject({}),
    output: TrailCheckpoint,
    facts: (_input, output) => ({ size: output.size }),
  }),
  /** The same, written to a file outside the vault, which is looked at again when the vault is opened. */
  saveCheckpoint: task({
    may: 'export',
    records: 'checkpoint-saved',
    input: z.strictObject({ file }),
    output: z.strictObject({ file: z.string(), checkpoint: TrailCheckpoint }),
    facts: (_input, output) => ({ size: output.checkpoint.size }),
  }),
  /** A page to print and keep elsewhere. */
  anchorSheet: task({
    may: 'export',
    records: 'sheet-printed',
    input: z.strictObject({ language: z.enum(['en', 'de']).default('en'), file }),
    output: z.strictObject({ file: z.string(), checkpoint: TrailCheckpoint }),
    facts: (_input, output) => ({ size: output.checkpoint.size }),
  }),
  /** One leaf proved alone. */
  prove: command({
    may: 'export',
    records: 'entry-proved',
    input: z.strictObject({ number }),
    output: TrailProof,
    facts: (input, output) => ({ entry: input.number, size: output.size }),
  }),
  saveProof: task({
    may: 'export',
    records: 'proof-saved',
    input: z.strictObject({ number, file }),
    output: z.strictObject({ file: z.string(), size: z.int() }),
    facts: (input, output) => ({ entry: input.number, size: output.size }),
  }),
  /** Says that somebody has looked into what was found. */
  settleFinding: command({
    may: 'configure',
    records: 'finding-settled',
    input: z.strictObject({ id: z.int() }),
    output: z.strictObject({ open: z.int() }),
    facts: (_input, output) => ({ open: output.open }),
  }),
};
