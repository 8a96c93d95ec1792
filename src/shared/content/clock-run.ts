/** One computation of a clock in progress: what is known, the date reached so far and the reasons collected on the way. */
import type { Place } from './calendar-data';
import type { CheckedFacts } from './clock-facts';
import type { ClockPhrases } from './clock-phrases';
import { spokenDay } from './clock-phrases';
import type { ClockProblem } from './clock-refusal';
import { formatDay, isWeekend, weekday } from './day';
import type { HolidayCalendar } from './holiday-calendar';
import type { WrittenMoment } from './moment';
import type { Condition } from './clock-data';
import type { Language } from './words';

/** One step of the reasoning: what was done, the day or instant it gave (null where it gave none), where the law says so. */
export type Because = { readonly step: string; readonly date: string | null; readonly cite: string };

export type RunState = 'due' | 'no-duty' | 'no-number' | 'waiting';

export type Run = {
  readonly facts: CheckedFacts;
  readonly start: WrittenMoment;
  readonly startDay: number;
  readonly zone: string | null;
  readonly place: Place;
  readonly holidays: HolidayCalendar;
  readonly language: Language;
  readonly phrases: ClockPhrases;
  readonly titleOf: (fact: string) => string;
  readonly choiceOf: (fact: string, choice: string) => string;
  readonly because: Because[];
  readonly problems: ClockProblem[];
  readonly used: Set<string>;
  state: RunState;
  /** The day the period is counted from. */
  base: number;
  /** The day reached so far. */
  day: number;
  /** The end of a period in hours; null for periods in days. */
  instant: string | null;
  safeDay: number | null;
  safeCite: string;
};

export function explain(run: Run, words: string, day: number | null, cite: string): void {
  const step = day === null ? words : `${words}: ${spokenDay(day, run.language)}`;
  run.because.push({ step, date: day === null ? null : formatDay(day), cite });
}

/** The day given as a fact, remembered as looked at; undefined when it was not given. */
export function dayFact(run: Run, name: string): number | undefined {
  run.used.add(name);
  return run.facts.days.get(name);
}

/** An unknown fact satisfies only `isNot` and `known: false`. */
export function holds(run: Run, condition: Condition): boolean {
  run.used.add(condition.fact);
  const value = run.facts.values.get(condition.fact);
  if ('is' in condition) return value === condition.is;
  if ('isNot' in condition) return value !== condition.isNot;
  if ('fewerThan' in condition) return typeof value === 'number' && value < condition.fewerThan;
  return (value !== undefined) === condition.known;
}

/** Why nothing is due on the day: the weekday's or the holiday's name, or null on a working day. */
export function dayOff(run: Run, calendar: string | null, day: number): string | null {
  if (calendar !== null) {
    const holiday = run.holidays.holidayOn(calendar, formatDay(day));
    if (holiday !== null) return run.holidays.nameIn(holiday, run.language);
  }
  if (!isWeekend(day)) return null;
  return weekday(day) === 0 ? run.phrases.sunday : run.phrases.saturday;
}

export function setSafeDay(run: Run, day: number, cite: string): void {
  if (run.safeDay !== null && run.safeDay <= day) return;
  run.safeDay = day;
  run.safeCite = cite;
}
