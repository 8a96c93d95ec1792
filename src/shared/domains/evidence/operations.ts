/** What may be asked about evidence. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { Evidence, EvidenceId, EvidenceTarget, EvidenceTitle } from './model';

export const evidence = {
  list: query({ may: 'read', input: z.strictObject({}), output: z.array(Evidence) }),
  /** All revisions of one piece of evidence, newest first; any of them may be named. */
  revisions: query({ may: 'read', input: z.strictObject({ id: EvidenceId }), output: z.array(Evidence) }),
  /** Takes a file in: recognised by its content, encrypted, read back. `replaces` makes it a new revision with the same links. */
  add: task({
    may: 'write',
    records: 'added',
    input: z.strictObject({
      file: z.string().max(4_096).optional(),
      title: EvidenceTitle.optional(),
      expiresOn: Day.nullable().default(null),
      targets: z.array(EvidenceTarget).max(50).default([]),
      replaces: EvidenceId.optional(),
    }),
    output: Evidence,
    about: (_input, output) => [output.id, ...output.targets],
    facts: (_input, output) => ({ kind: output.kind, bytes: output.bytes, sha256: output.sha256 }),
  }),
  /** Says anew what it is evidence for and until when; *conflict* when somebody did so since `revision`. */
  link: command({
    may: 'write',
    records: 'linked',
    input: z.strictObject({
      id: EvidenceId,
      revision: z.int().min(1),
      targets: z.array(EvidenceTarget).max(50),
      expiresOn: Day.nullable(),
    }),
    output: Evidence,
    about: (input) => [input.id, ...input.targets],
  }),
  /** Removes the file; the entry in the trail stays. */
  remove: task({
    may: 'erase',
    records: 'removed',
    input: z.strictObject({ id: EvidenceId }),
    output: z.strictObject({}),
    about: (input) => [input.id],
  }),
  /** A decrypted copy at a place somebody chooses. */
  export: task({
    may: 'export',
    records: 'exported',
    input: z.strictObject({ id: EvidenceId, file: z.string().max(4_096).optional() }),
    output: z.strictObject({ file: z.string(), bytes: z.int() }),
    about: (input) => [input.id],
  }),
  /** Reads every file again and compares it with what was taken in. Encrypted files that no record names, left by a crash, are cleared away. */
  check: task({
    may: 'read',
    records: 'checked',
    input: z.strictObject({}),
    output: z.strictObject({ checked: z.int(), damaged: z.array(EvidenceId) }),
    facts: (_input, output) => ({ checked: output.checked, damaged: output.damaged.length }),
  }),
};
