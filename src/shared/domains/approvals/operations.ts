/** What may be asked about things that need two people. Requests are made by `serve` when an operation needs one. */
import { z } from 'zod';
import { command, query } from '#shared/kernel/operations';
import { Approval, ApprovalId } from './model';

const one = z.strictObject({ id: ApprovalId, note: z.string().max(1_000).default('') });

export const approvals = {
  list: query({
    may: 'read',
    input: z.strictObject({ open: z.boolean().default(false) }),
    output: z.strictObject({ approvals: z.array(Approval) }),
  }),
  approve: command({
    may: 'approve',
    proof: 'recent',
    records: 'approved',
    input: one,
    output: Approval,
    about: (input) => [input.id],
    facts: (_input, output) => ({ kind: output.kind }),
  }),
  deny: command({
    may: 'approve',
    records: 'denied',
    input: one,
    output: Approval,
    about: (input) => [input.id],
    facts: (_input, output) => ({ kind: output.kind }),
  }),
  /** The person who asked does not want it any more. */
  withdraw: command({
    may: 'self',
    records: 'withdrawn',
    input: z.strictObject({ id: ApprovalId }),
    output: Approval,
    about: (input) => [input.id],
    facts: (_input, output) => ({ kind: output.kind }),
  }),
};
