/** What may be asked about risks and their assessments. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { command, query, task } from '#shared/kernel/operations';
import { isStorable } from '#shared/kernel/text';
import { Day } from '#shared/kernel/time';
import { paperFormats } from '#shared/papers/paper';
import {
  Action,
  ActionDraft,
  ActionId,
  Assessment,
  AssessmentContent,
  AssessmentId,
  Risk,
  RiskDraft,
  RiskId,
  RiskPicture,
  TemplateName,
} from './model';

const language = z.enum(languages).default('en');
const file = z.string().max(4_096).optional();
const today = Day.optional();
const saved = z.strictObject({ file: z.string(), bytes: z.int() });

export const risks = {
  picture: query({ may: 'read', input: z.strictObject({ language, today }), output: RiskPicture }),
  add: command({
    may: 'write',
    records: 'added',
    input: z.strictObject({ risk: RiskDraft }),
    output: Risk,
    about: (_input, output) => [output.id],
    facts: (_input, { likelihood, impact, treatment }) => ({ likelihood, impact, treatment }),
  }),
  change: command({
    may: 'write',
    records: 'changed',
    input: z.strictObject({
      id: RiskId,
      revision: z.int().positive(),
      risk: RiskDraft,
      state: z.enum(['open', 'closed']),
    }),
    output: Risk,
    about: ({ id }) => [id],
    facts: (_input, { likelihood, impact, treatment }) => ({ likelihood, impact, treatment }),
  }),
  addAction: command({
    may: 'write',
    records: 'action-added',
    input: z.strictObject({ about: z.union([RiskId, AssessmentId]), action: ActionDraft }),
    output: Action,
    about: (_input, output) => [output.id, output.about],
    facts: ({ action }) => ({ dueOn: action.dueOn }),
  }),
  closeAction: command({
    may: 'write',
    records: 'action-done',
    input: z.strictObject({
      id: ActionId,
      words: z.string().trim().min(3).max(2_000).refine(isStorable, { error: 'unstorable_characters' }),
    }),
    output: Action,
    about: (_input, output) => [output.id, output.about],
  }),
  /** Begins an assessment, or a new version of a signed one. */
  begin: command({
    may: 'write',
    records: 'assessment-begun',
    input: z.strictObject({ template: TemplateName, replaces: AssessmentId.nullable().default(null), language }),
    output: Assessment,
    about: (_input, output) => [output.id],
    facts: ({ template }) => ({ template }),
  }),
  save: command({
    may: 'write',
    records: 'assessment-saved',
    input: z.strictObject({ id: AssessmentId, revision: z.int().positive(), content: AssessmentContent }),
    output: Assessment,
    about: ({ id }) => [id],
  }),
  /** By somebody else than the author; `alone` where there is nobody else. A signed one never changes. */
  sign: command({
    may: 'write',
    proof: 'recent',
    records: 'assessment-signed',
    input: z.strictObject({
      id: AssessmentId,
      revision: z.int().positive(),
      reviewOn: Day,
      alone: z.boolean().default(false),
      today,
    }),
    output: Assessment,
    about: ({ id }) => [id],
    facts: (_input, { template, digest, alone }) => ({ template, digest: digest ?? '', signedAlone: alone }),
  }),
  exportAssessment: task({
    may: 'export',
    records: 'assessment-exported',
    input: z.strictObject({ id: AssessmentId, format: z.enum([...paperFormats, 'cnil']), language, file }),
    output: saved,
    about: ({ id }) => [id],
    facts: ({ format }) => ({ format }),
  }),
  exportRegister: task({
    may: 'export',
    records: 'register-exported',
    input: z.strictObject({ format: z.enum(paperFormats), language, today, file }),
    output: saved.extend({ risks: z.int() }),
    facts: ({ format }, output) => ({ format, risks: output.risks }),
  }),
  /** Takes a file of the CNIL's PIA software in as a draft. */
  importCnil: task({
    may: 'write',
    records: 'assessment-imported',
    input: z.strictObject({ file }),
    output: z.strictObject({ id: AssessmentId, parts: z.int(), risks: z.int(), ignored: z.int() }),
    about: (_input, output) => [output.id],
    facts: (_input, { parts, risks: found, ignored }) => ({ parts, risks: found, ignored }),
  }),
};
