/** What may be asked about vendors and the connections to them. */
import { z } from 'zod';
import { languages } from '#shared/content/words';
import { command, query, task } from '#shared/kernel/operations';
import {
  AnswerFile,
  Integration,
  IntegrationDraft,
  IntegrationId,
  Questionnaire,
  QuestionnaireId,
  Register,
  Vendor,
  VendorDraft,
  VendorId,
} from './model';

const Language = z.enum(languages).default('en');
const Revision = z.int().positive();
const File = z.string().max(4_096).optional();

export const vendors = {
  list: query({ may: 'read', input: z.strictObject({ language: Language }), output: Register }),
  history: query({
    may: 'read',
    input: z.strictObject({ id: VendorId }),
    output: z.array(VendorDraft.extend({ revision: z.int(), changedAt: z.string(), changedBy: z.string() })),
  }),
  add: command({
    may: 'write',
    records: 'added',
    input: VendorDraft,
    output: Vendor,
    about: (_input, output) => [output.id],
    facts: (input) => ({ roles: input.roles }),
  }),
  change: command({
    may: 'write',
    records: 'changed',
    input: z.strictObject({ id: VendorId, revision: Revision, vendor: VendorDraft }),
    output: Vendor,
    about: (input) => [input.id],
    facts: (input) => ({ roles: input.vendor.roles }),
  }),
  /** The vendor is left, or worked with again; its history stays. */
  end: command({
    may: 'write',
    records: 'ended',
    input: z.strictObject({ id: VendorId, revision: Revision, ended: z.boolean() }),
    output: Vendor,
    about: (input) => [input.id],
    facts: (input) => ({ on: !input.ended }),
  }),
  addIntegration: command({
    may: 'write',
    records: 'integration-added',
    input: IntegrationDraft,
    output: Integration,
    about: (_input, output) => [output.id],
  }),
  changeIntegration: command({
    may: 'write',
    records: 'integration-changed',
    input: z.strictObject({ id: IntegrationId, revision: Revision, integration: IntegrationDraft }),
    output: Integration,
    about: (input) => [input.id],
  }),
  endIntegration: command({
    may: 'write',
    records: 'integration-ended',
    input: z.strictObject({ id: IntegrationId, revision: Revision, ended: z.boolean() }),
    output: Integration,
    about: (input) => [input.id],
    facts: (input) => ({ on: !input.ended }),
  }),
  questionnaires: query({ may: 'read', input: z.strictObject({ vendor: VendorId }), output: z.array(Questionnaire) }),
  /** Writes a page that the vendor fills in without a network and that saves an answer file. */
  ask: task({
    may: 'export',
    records: 'questionnaire-written',
    input: z.strictObject({ vendor: VendorId, language: Language, file: File }),
    output: z.strictObject({ file: z.string(), bytes: z.int(), questionnaire: QuestionnaireId, questions: z.int() }),
    about: (input, output) => [input.vendor, output.questionnaire],
    facts: (_input, output) => ({ questions: output.questions }),
  }),
  /** Reads an answer file and shows it; nothing is kept. */
  readAnswers: task({
    may: 'write',
    records: null,
    input: z.strictObject({ file: File }),
    output: z.strictObject({ answers: AnswerFile, vendor: VendorId, vendorName: z.string() }),
  }),
  /** Keeps the answers that somebody has looked through. */
  takeAnswers: command({
    may: 'write',
    records: 'answers-taken',
    input: z.strictObject({ answers: AnswerFile }),
    output: Questionnaire,
    about: (_input, output) => [output.vendor, output.id],
    facts: (_input, output) => ({ answers: Object.keys(output.answers).length }),
  }),
};
