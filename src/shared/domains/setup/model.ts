/** The guided set-up: steps of one sitting that can be interrupted, and what the business wants from customer data. */
import { z } from 'zod';
import { Field, LawfulBasis, PurposeId } from '#shared/domains/fields/model';
import { ProposedName } from '#shared/domains/processing/model';
import { Instant } from '#shared/kernel/time';

/** In the order in which they are taken. */
export const SetupStep = z.enum([
  'business',
  'laws',
  'objectives',
  'record',
  'vendors',
  'documents',
  'people',
  'training',
]);
export type SetupStep = z.infer<typeof SetupStep>;

/** `later`: left out for now. */
export const StepState = z.enum(['open', 'done', 'later']);
export type StepState = z.infer<typeof StepState>;

export const SetupState = z.strictObject({
  steps: z.array(z.strictObject({ name: SetupStep, state: StepState, at: Instant.nullable() })),
  /** When the first step was taken. */
  startedAt: Instant.nullable(),
  /** When none was left. */
  finishedAt: Instant.nullable(),
});
export type SetupState = z.infer<typeof SetupState>;

/** Something a business wants from customer data: which data serve it, and how they are used. */
export const Objective = z.strictObject({
  name: ProposedName,
  wants: z.string(),
  how: z.string(),
  purpose: z.strictObject({ id: PurposeId, name: z.string(), lawfulBasis: LawfulBasis }),
  /** Labels of the fields that serve it. */
  fields: z.array(z.string()),
  chosen: z.boolean(),
  /** Usual in the trade of the business. */
  usual: z.boolean(),
});
export type Objective = z.infer<typeof Objective>;

export const Objectives = z.strictObject({
  objectives: z.array(Objective),
  /** Fields of the store that serve none of the chosen ones; empty before anything was chosen. */
  questioned: z.array(Field),
});
export type Objectives = z.infer<typeof Objectives>;
