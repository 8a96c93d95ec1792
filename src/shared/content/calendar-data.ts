/** The shape of the list of places and of the holiday calendars: which library calendar, and what we add to or strike from it. */
import { z } from 'zod';
import { Words } from './words';

const year = z.number().int().min(1900).max(2200);
const years = { from: year.optional(), until: year.optional() };

/** One rule for a holiday. `until` is the last year. With `strike`, the day is no holiday although the library says so. */
export const HolidayRule = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('date'),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
    /** What happens when the day falls on a weekend: moved by so many days, and the name of the moved day. */
    saturday: z.number().int().optional(),
    sunday: z.number().int().optional(),
    name: z.string(),
    strike: z.boolean().optional(),
    ...years,
  }),
  z.strictObject({
    on: z.literal('weekday-of-month'),
    month: z.number().int().min(1).max(12),
    /** 0 is Sunday. */
    weekday: z.number().int().min(0).max(6),
    /** 1 is the first; -1 is the last. */
    nth: z.number().int(),
    /** Days after that day, such as 1 for the day after Thanksgiving. */
    plus: z.number().int().optional(),
    name: z.string(),
    strike: z.boolean().optional(),
    ...years,
  }),
  z.strictObject({
    on: z.literal('easter'),
    church: z.enum(['western', 'orthodox']),
    plus: z.number().int(),
    name: z.string(),
    strike: z.boolean().optional(),
    ...years,
  }),
  z.strictObject({
    on: z.literal('day'),
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    name: z.string(),
    strike: z.boolean().optional(),
  }),
]);
export type HolidayRule = z.infer<typeof HolidayRule>;

export const CalendarDefinition = z.strictObject({
  name: z.string().min(1),
  /** The library's country and state, whose public holidays are the base. */
  library: z.strictObject({ country: z.string(), state: z.string().optional() }).optional(),
  /** Names the library calls public holidays that are none in law. */
  strikeNames: z.array(z.string()).optional(),
  rules: z.array(HolidayRule),
  source: z.string(),
});
export type CalendarDefinition = z.infer<typeof CalendarDefinition>;

export const Place = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,3}(-[A-Z0-9]{1,3})?$/),
  name: Words,
  groups: z.array(z.string()),
  /** The calendar periods roll by; null where no rule of ours rolls. */
  calendar: z.string().nullable(),
  /** The one time zone of the place; null where there are several. */
  timeZone: z.string().nullable(),
  /** For a region whose own holidays do not count: the place whose calendar is used. */
  partOf: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

export const CalendarContent = z.strictObject({
  places: z.array(Place),
  calendars: z.array(CalendarDefinition),
  /** Every name a holiday has in the library or in a rule, by its English name. */
  holidayNames: z.array(Words),
});
export type CalendarContent = z.infer<typeof CalendarContent>;
