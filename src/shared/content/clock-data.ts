/** The shape of a clock in a pack: the steps the engine knows, from which every statutory period is put together. */
import { z } from 'zod';
import { LawFact } from './law-fact';
import { Words } from './words';

const Name = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/);
const FactName = z.string().regex(/^[a-z][A-Za-z]*$/);
const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const FactValue = z.union([z.string(), z.boolean(), z.number()]);

/** A question about one fact. A fact that was not given is never equal to, nor below, nor above anything. */
export const Condition = z.union([
  z.strictObject({ fact: FactName, is: FactValue }),
  z.strictObject({ fact: FactName, isNot: FactValue }),
  z.strictObject({ fact: FactName, fewerThan: z.number() }),
  z.strictObject({ fact: FactName, known: z.boolean() }),
]);
export type Condition = z.infer<typeof Condition>;

const stepBase = {
  /** Where the law says so. */
  cite: z.string().min(1),
  /** What to write in the reasoning instead of the engine's own phrase. */
  words: Words.optional(),
  /** The step is taken only when this holds. */
  when: Condition.optional(),
};
const amount = {
  amount: z.number().int().positive(),
  /** The amount, counted from the same start, when the fact `extended` is true. */
  extended: z.number().int().positive().optional(),
};
/** A question to the person and its answer, both days. */
const Span = z.strictObject({ asked: FactName, answered: FactName });
export type Span = z.infer<typeof Span>;

export const Step = z.discriminatedUnion('do', [
  /** The period starts at the latest of the start and these days; it has not started while an asked question is unanswered. */
  z.strictObject({ do: z.literal('fresh-start'), from: z.array(FactName).min(1), waits: z.array(Span), ...stepBase }),
  /** Count from this day instead of the start; from the start while the day is unknown. */
  z.strictObject({ do: z.literal('count-from'), fact: FactName, ...stepBase }),
  /** Count from the latest of the start and these days. */
  z.strictObject({ do: z.literal('latest'), facts: z.array(FactName).min(1), ...stepBase }),
  z.strictObject({ do: z.literal('months'), ...amount, overflow: z.enum(['last-day', 'day-after']), ...stepBase }),
  /** Weeks end on the same weekday. */
  z.strictObject({ do: z.literal('weeks'), ...amount, ...stepBase }),
  /** Calendar days. `includingStart`: the start is day one. */
  z.strictObject({ do: z.literal('days'), ...amount, includingStart: z.boolean().optional(), ...stepBase }),
  /** Working days of the calendar in the fact `calendar`, or of the one named here. `safeCalendar` gives the earlier date. */
  z.strictObject({
    do: z.literal('business-days'),
    ...amount,
    calendar: z.string(),
    safeCalendar: z.string().optional(),
    ...stepBase,
  }),
  /** Elapsed hours from the start, whatever the clocks on the wall do. */
  z.strictObject({ do: z.literal('hours'), amount: z.number().int().positive(), ...stepBase }),
  /** Days that do not count, added at the end. `both-days`: asking and answering day both drop out; `difference`: answer minus question. While a question is open, the date waits or the pause is left out. */
  z.strictObject({
    do: z.literal('pause'),
    spans: z.array(Span).min(1),
    count: z.enum(['both-days', 'difference']),
    whileOpen: z.enum(['wait', 'ignore']),
    ...stepBase,
  }),
  /** Past Saturdays, Sundays and holidays of the place to the next working day. */
  z.strictObject({ do: z.literal('roll'), ...stepBase }),
  /** No later than any of these days that are known. */
  z.strictObject({ do: z.literal('earliest'), facts: z.array(FactName).min(1), ...stepBase }),
  z.strictObject({ do: z.literal('year-end'), ...stepBase }),
  /** A fixed day of a year counted from the year reached so far. */
  z.strictObject({
    do: z.literal('day-of-year'),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    yearsLater: z.number().int().min(0),
    ...stepBase,
  }),
  z.strictObject({ do: z.literal('fixed'), day: DayText, ...stepBase }),
  /** The duty exists only above a number. While the number is unknown, it is taken to exist. The first fact that is known counts. */
  z.strictObject({
    do: z.literal('threshold'),
    facts: z.array(FactName).min(1),
    moreThan: z.number().int(),
    ...stepBase,
  }),
  z.strictObject({
    do: z.literal('threshold-at'),
    facts: z.array(FactName).min(1),
    atLeast: z.number().int(),
    ...stepBase,
  }),
  /** There is no such duty. */
  z.strictObject({ do: z.literal('no-duty'), ...stepBase, words: Words }),
  /** There is a duty but the law names no number: ends with the earliest day known, or with no date. */
  z.strictObject({ do: z.literal('no-number'), earliest: z.array(FactName).optional(), ...stepBase, words: Words }),
  /** An earlier date for the careful, where the law is disputed. `days` moves the date reached so far. */
  z.strictObject({
    do: z.literal('safe'),
    to: z.enum(['days-earlier', 'working-day', 'start']),
    days: z.number().int().optional(),
    ...stepBase,
  }),
  /** Something the reader should know; changes no date. */
  z.strictObject({ do: z.literal('note'), ...stepBase, words: Words }),
]);
export type Step = z.infer<typeof Step>;
export type StepOf<D extends Step['do']> = Extract<Step, { do: D }>;

/** One version of a clock: for some places, from one day of starting until another. */
export const ClockRule = z.strictObject({
  /** Codes of places; every place of the clock when absent. */
  places: z.array(z.string()).optional(),
  /** The first and the day after the last starting day this rule is for. */
  from: DayText.optional(),
  until: DayText.optional(),
  when: Condition.optional(),
  law: LawFact,
  steps: z.array(Step).min(1),
});
export type ClockRule = z.infer<typeof ClockRule>;

export const Clock = z.strictObject({
  name: Name,
  title: Words,
  /** How the date is to be read: act by it, act only from it, keep until it, hold still until it, may refuse through it. */
  purpose: z.enum(['deadline', 'not-before', 'retain-until', 'hold-until', 'allowed-through']),
  /** What happens on the start, as a short past participle: "received". */
  start: Words,
  /** Groups of places, as the list of places names them. */
  places: z.array(z.string()).min(1),
  /** Obligations this clock times. */
  obligations: z.array(z.string()),
  rules: z.array(ClockRule),
  /** What to say where no rule is for the place. */
  otherwise: Words,
  otherwiseCite: z.string().min(1),
});
export type Clock = z.infer<typeof Clock>;

/** A fact the clocks may be asked with. */
export const FactDefinition = z.strictObject({
  name: FactName,
  type: z.enum(['day', 'moment', 'yes-no', 'count', 'time-zone', 'choice']),
  choices: z.array(z.strictObject({ name: z.string(), words: Words })).optional(),
  title: Words,
});
export type FactDefinition = z.infer<typeof FactDefinition>;
