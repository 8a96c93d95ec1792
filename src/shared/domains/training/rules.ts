/** What is asked in an attempt, when it counts as passed, and when whom a course is due for. */
import type { Course, CourseQuestion, DrillMessage } from '#shared/content/training';
import { type Day, daysLater } from '#shared/kernel/time';
import type { CourseState } from './model';
import { shuffled } from './shuffle';

/** So many days whoever joins has for a course. */
export const firstDays = 30;
/** So many days ahead a repetition is called due. */
const dueDays = 30;

/** The questions of an attempt, and in which order their answers stand, both by the attempt's name alone. */
export function questionsOf(course: Course, attempt: string): CourseQuestion[] {
  return shuffled(course.questions, `${attempt} questions`)
    .slice(0, course.ask)
    .map((question) => ({ ...question, answers: shuffled(question.answers, `${attempt} ${question.name}`) }));
}

export const isPassed = (right: number, outOf: number, passPercent: number): boolean =>
  outOf > 0 && right * 100 >= passPercent * outOf;

/** How many messages a drill shows, and how many of them must be judged rightly. */
export const drillLength = 10;
export const drillPercent = 80;

/** Ten messages; four to six of them are false, so that nobody can count on a half. */
export function messagesOf(messages: readonly DrillMessage[], attempt: string): DrillMessage[] {
  const falseOnes = 4 + (shuffled([0, 1, 2], `${attempt} count`)[0] ?? 0);
  const pick = (phishing: boolean, count: number): DrillMessage[] =>
    shuffled(
      messages.filter((message) => message.phishing === phishing),
      `${attempt} ${phishing}`,
    ).slice(0, count);
  return shuffled([...pick(true, falseOnes), ...pick(false, drillLength - falseOnes)], `${attempt} order`);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

export type CourseChoiceDays = { readonly everyDays: number; readonly firstOn: Day };

/**
 * When a course is due for somebody who has been here `since`, and passed it last on `doneOn` (null for never). Whoever
 * joins has a month; nobody is due before the course itself begins. A date somebody set for this person counts when
 * nothing was passed since it was set.
 */
export function dueOn(
  { everyDays, firstOn }: CourseChoiceDays,
  since: Day,
  doneOn: Day | null,
  set: { readonly on: Day; readonly setOn: Day } | null = null,
): Day {
  const usual = doneOn === null ? later(firstOn, daysLater(since, firstDays)) : daysLater(doneOn, everyDays);
  if (set === null || (doneOn !== null && doneOn >= set.setOn)) return usual;
  return set.on < usual ? set.on : usual;
}

export function stateOn(today: Day, on: Day, doneOn: Day | null): CourseState {
  if (on < today) return 'overdue';
  return doneOn === null || on <= daysLater(today, dueDays) ? 'due' : 'up-to-date';
}

/** The newest day on which it was passed; one from a day that has not come was made under a wrong clock and waits. */
export const lastPassed = (
  results: readonly { readonly on: Day; readonly passed: boolean }[],
  today: Day,
): Day | null =>
  results
    .filter(({ on, passed }) => passed && on <= today)
    .reduce<Day | null>((newest, { on }) => (newest === null || on > newest ? on : newest), null);

/** Digits only, and not one digit repeated or counted up or down. */
export function isEasyPin(pin: string): boolean {
  const digits = pin.split('').map(Number);
  const steps = new Set(digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0)));
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
}
