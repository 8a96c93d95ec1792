/** What may be asked about the law: packs in use, clocks, and new editions from a file. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import {
  ClockInUse,
  ClockQuestion,
  ClockResult,
  EditionComparison,
  LanguageChoice,
  OlderRecord,
  OwnHoliday,
  OwnHolidayDraft,
  OwnHolidayId,
  RefusedEdition,
  RegulationInUse,
} from './model';

export const law = {
  overview: query({
    may: 'read',
    input: z.strictObject({ language: LanguageChoice.default('en') }),
    output: z.strictObject({ regulations: z.array(RegulationInUse), refused: z.array(RefusedEdition) }),
  }),
  clocks: query({
    may: 'read',
    input: z.strictObject({ language: LanguageChoice.default('en') }),
    output: z.array(ClockInUse),
  }),
  /** When something is due, and every step to the answer with its citation. */
  compute: query({ may: 'read', input: ClockQuestion, output: ClockResult }),
  /** What the edition in use changed against the one before it on this computer; `before` is null when there is none. */
  changes: query({
    may: 'read',
    input: z.strictObject({ regulation: z.string().max(60), language: LanguageChoice.default('en') }),
    output: EditionComparison,
  }),
  /** What was recorded or answered under an edition before the one in use, newest first. */
  olderRecords: query({
    may: 'read',
    input: z.strictObject({ language: LanguageChoice.default('en') }),
    output: z.array(OlderRecord),
  }),
  /** The business's own days in the holiday calendars, and the calendars there are. */
  ownHolidays: query({
    may: 'read',
    input: z.strictObject({ language: LanguageChoice.default('en') }),
    output: z.strictObject({
      calendars: z.array(z.strictObject({ name: z.string(), title: z.string() })),
      days: z.array(OwnHoliday),
    }),
  }),
  /** Dates are computed with it from now on; what was computed and kept before stays as it is. */
  addHoliday: command({
    may: 'configure',
    records: 'holiday-added',
    input: OwnHolidayDraft,
    output: OwnHoliday,
    about: (_input, output) => [output.id],
    facts: (input) => ({ calendar: input.calendar, strike: input.strike }),
  }),
  removeHoliday: command({
    may: 'configure',
    records: 'holiday-removed',
    input: z.strictObject({ id: OwnHolidayId }),
    output: z.strictObject({}),
    about: (input) => [input.id],
  }),
  /** Takes a newer edition from a file; an older, tampered or unsigned one is refused by name. Says what changed. */
  install: task({
    may: 'configure',
    records: 'edition-installed',
    input: z.strictObject({ file: z.string().max(4_096).optional(), language: LanguageChoice.default('en') }),
    output: EditionComparison.extend({ before: z.string() }),
    facts: (_input, output) => ({ edition: output.edition, before: output.before, changes: output.changes.length }),
  }),
};
