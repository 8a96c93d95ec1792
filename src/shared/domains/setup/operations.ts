/** What may be asked about the guided set-up and about objectives. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { ProposedName } from '#shared/domains/processing/model';
import { command, query } from '#shared/kernel/operations';
import { Objectives, SetupState, SetupStep, StepState } from './model';

const Language = z.enum(languages).default('en');

export const setup = {
  state: query({ may: 'read', input: z.strictObject({}), output: SetupState }),
  /** A step was taken, left for later, or is to be taken again. */
  mark: command({
    may: 'write',
    records: 'step-marked',
    input: z.strictObject({ step: SetupStep, state: StepState }),
    output: SetupState,
    facts: (input) => ({ step: input.step, state: input.state }),
  }),
  objectives: query({ may: 'read', input: z.strictObject({ language: Language }), output: Objectives }),
  /** Says what the business wants, all of it; makes the purposes this needs. */
  want: command({
    may: 'write',
    records: 'objectives-chosen',
    input: z.strictObject({ names: z.array(ProposedName).max(100), language: Language }),
    output: Objectives,
    facts: (input) => ({ objectives: input.names }),
  }),
};
