/** What may be asked about the audit programme. */
import { z } from 'zod';
import { PersonId } from '#shared/domains/access/model';
import { languages } from '#shared/content/words';
import { command, query } from '#shared/kernel/operations';
import { isStorable } from '#shared/kernel/text';
import { Day } from '#shared/kernel/time';
import {
  AuditRecord,
  Check,
  CheckChoice,
  CheckName,
  Finding,
  FindingId,
  OwnWords,
  Programme,
  RecordDraft,
} from './model';

const Language = z.enum(languages).default('en');
/** The day where the person is; main's own when it is not said. */
const Today = Day.optional();

export const audits = {
  list: query({ may: 'read', input: z.strictObject({ language: Language, today: Today }), output: Programme }),
  /** Every record of one check, newest first. */
  records: query({
    may: 'read',
    input: z.strictObject({ check: CheckName, limit: z.int().min(1).max(500).default(100) }),
    output: z.array(AuditRecord),
  }),
  /** Every finding, also those that are settled; newest first. */
  findings: query({
    may: 'read',
    input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
    output: z.array(Finding),
  }),
  /** Takes every proposed check that nothing was decided about into the programme. */
  begin: command({
    may: 'write',
    records: 'begun',
    input: z.strictObject({ language: Language, today: Today }),
    output: Programme.extend({ taken: z.array(CheckName) }),
    about: (_input, output) => output.taken,
  }),
  /** Adds a check of the business's own. */
  add: command({
    may: 'write',
    records: 'added',
    input: z.strictObject({ words: OwnWords, choice: CheckChoice, today: Today }),
    output: Check,
    about: (_input, output) => [output.name],
    facts: (input) => ({ everyDays: input.choice.everyDays, firstOn: input.choice.firstOn }),
  }),
  /** Decides about a check: on or off, how often, by whom. `words` are for own checks only. */
  choose: command({
    may: 'write',
    records: 'chosen',
    input: z.strictObject({
      name: CheckName,
      revision: z.int().min(0),
      choice: CheckChoice,
      words: OwnWords.nullable().default(null),
      language: Language,
      today: Today,
    }),
    output: Check,
    about: (input) => [input.name],
    facts: ({ choice }) => ({ included: choice.on, everyDays: choice.everyDays, firstOn: choice.firstOn }),
  }),
  /** Records a check that was done, or could not be, with what was found. */
  record: command({
    may: 'write',
    records: 'recorded',
    input: z.strictObject({ record: RecordDraft }),
    output: z.strictObject({ record: AuditRecord, findings: z.array(Finding), dueOn: Day.nullable() }),
    about: (_input, { record, findings }) => [
      record.id,
      record.check,
      ...findings.map(({ id }) => id),
      ...record.evidence,
    ],
    facts: (_input, { record, findings }) => ({
      check: record.check,
      result: record.result,
      on: record.on,
      findings: findings.length,
      evidenceFiles: record.evidence.length,
    }),
  }),
  /** Who sees to a finding, and by when. What was found never changes. */
  assignFinding: command({
    may: 'write',
    records: 'finding-assigned',
    input: z.strictObject({
      id: FindingId,
      revision: z.int().positive(),
      responsible: PersonId.nullable(),
      dueOn: Day,
    }),
    output: Finding,
    about: (_input, output) => [output.id, output.check, ...(output.responsible === null ? [] : [output.responsible])],
    facts: (input) => ({ dueOn: input.dueOn }),
  }),
  closeFinding: command({
    may: 'write',
    records: 'finding-closed',
    input: z.strictObject({
      id: FindingId,
      revision: z.int().positive(),
      words: z.string().trim().min(3).max(2_000).refine(isStorable, { error: 'unstorable_characters' }),
    }),
    output: Finding,
    about: (_input, output) => [output.id, output.check],
    facts: (_input, output) => ({ severity: output.severity }),
  }),
};
