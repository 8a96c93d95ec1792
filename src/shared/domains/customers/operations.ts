/** What may be asked about customers. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { isStorable } from '#shared/kernel/text';
import {
  Customer,
  CustomerChange,
  CustomerDraft,
  CustomerFilter,
  CustomerId,
  CustomerRow,
  CustomerSelection,
  CustomerSort,
  DuplicateCluster,
} from './model';

/** The characters that separate tags elsewhere cannot be in one. */
const Tag = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^,;|\n\r]+$/)
  .refine(isStorable, { error: 'unstorable_characters' });

const Counted = z.array(z.strictObject({ value: z.string(), count: z.int() }));

/** A search answers at most so many; who wants more says more of the text. */
export const mostFound = 500;

export const customers = {
  /** A page of the list by position, for a list that can be dragged anywhere. */
  list: query({
    may: 'read',
    input: z.strictObject({
      filter: CustomerFilter.default({}),
      sort: CustomerSort.default('name'),
      direction: z.enum(['up', 'down']).default('up'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      total: z.int(),
      /** The text is still being looked for: there may be more than these. Customers are told to have changed when all are found. */
      capped: z.boolean(),
      rows: z.array(CustomerRow),
    }),
  }),
  /** Instant search over name, e-mail, phone, company and notes. */
  search: query({
    may: 'read',
    watched: 'searched',
    input: z.strictObject({ text: z.string().max(400), limit: z.int().min(1).max(mostFound).default(50) }),
    output: z.strictObject({ rows: z.array(CustomerRow), more: z.boolean() }),
    // How many, never for what: what somebody typed may be a name.
    facts: (_input, output) => ({ results: output.rows.length }),
  }),
  count: query({
    may: 'read',
    input: z.strictObject({ filter: CustomerFilter.default({}) }),
    output: z.strictObject({ total: z.int() }),
  }),
  /** How many people there are for each value, under the other filters. */
  facets: query({
    may: 'read',
    input: z.strictObject({ filter: CustomerFilter.default({}) }),
    output: z.strictObject({
      total: z.int(),
      /** Counted among those a text has found so far; as in `list`. */
      capped: z.boolean(),
      country: Counted,
      marketing: Counted,
      source: Counted,
      language: Counted,
      tag: Counted,
    }),
  }),
  get: query({
    may: 'read',
    watched: 'viewed',
    input: z.strictObject({ id: CustomerId }),
    output: Customer,
    about: (input) => [input.id],
  }),
  history: query({ may: 'read', input: z.strictObject({ id: CustomerId }), output: z.array(CustomerChange) }),
  add: command({
    may: 'write',
    records: 'added',
    input: CustomerDraft,
    output: Customer,
    about: (_input, output) => [output.id],
  }),
  edit: command({
    may: 'write',
    records: 'changed',
    input: z.strictObject({ id: CustomerId, revision: z.int().positive(), draft: CustomerDraft }),
    output: Customer,
    about: (input) => [input.id],
  }),
  /** Joins several records of one person. The survivor keeps its values and takes what it lacks from the others. */
  merge: command({
    may: 'write',
    records: 'merged',
    input: z.strictObject({ survivor: CustomerId, others: z.array(CustomerId).min(1).max(20) }),
    output: Customer,
    about: (input) => [input.survivor, ...input.others],
  }),
  remove: command({
    may: 'erase',
    proof: 'recent',
    records: 'removed',
    input: z.strictObject({ ids: z.array(CustomerId).min(1).max(1_000) }),
    output: z.strictObject({ removed: z.int() }),
    about: (input) => input.ids,
    facts: (_input, output) => ({ removed: output.removed }),
  }),
  tag: command({
    may: 'write',
    records: 'tagged',
    input: z.strictObject({
      selection: CustomerSelection,
      add: z.array(Tag).max(20).default([]),
      remove: z.array(Tag).max(20).default([]),
    }),
    output: z.strictObject({ changed: z.int() }),
    facts: (_input, output) => ({ changed: output.changed }),
  }),
  duplicates: query({
    may: 'read',
    input: z.strictObject({
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(100).default(20),
      /** Only clusters this customer is in. */
      of: CustomerId.optional(),
    }),
    output: z.strictObject({ open: z.int(), clusters: z.array(DuplicateCluster) }),
  }),
  /** "These are different people": the cluster is closed and not offered again. */
  keepApart: command({
    may: 'write',
    records: 'kept-apart',
    input: z.strictObject({ cluster: z.int() }),
    output: z.strictObject({}),
  }),
  findDuplicates: task({
    may: 'write',
    records: 'duplicates-sought',
    input: z.strictObject({}),
    output: z.strictObject({ clusters: z.int() }),
    facts: (_input, output) => ({ clusters: output.clusters }),
  }),
  /** Writes a selection to a file, opens it again and counts before it says done. */
  export: task({
    may: 'export',
    proof: 'recent',
    records: 'exported',
    input: z.strictObject({
      selection: CustomerSelection,
      format: z.enum(['csv', 'xlsx', 'json']),
      /** Where to write; without it main asks with the system's save dialog. */
      file: z.string().max(4_096).optional(),
    }),
    output: z.strictObject({
      file: z.string(),
      rows: z.int(),
      bytes: z.int(),
      /** Fields that are in no row, because this person does not see them. */
      leftOut: z.array(z.string()),
    }),
    facts: (input, output) => ({ format: input.format, rows: output.rows }),
  }),
};
