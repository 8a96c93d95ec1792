/** The steps periods are made of. Each moves the date reached so far and says why; none knows any law. */
import { assertNever } from '#shared/kernel/assert';
import type { Step, StepOf } from './clock-data';
import { checkSpanOrder } from './clock-facts';
import { spokenAmount, spokenDay } from './clock-phrases';
import { dayFact, dayOff, explain, holds, setSafeDay, type Run } from './clock-run';
import { addMonths, civilDay, dayNumber, daysInMonth, parseDay } from './day';
import { addElapsedHours } from './moment';
import { wordsIn } from './words';

/** A year of holidays in a row would be an error in the calendar, not a long weekend. */
const longestRoll = 366;

/** Takes one step. Steps after the end of a run (no duty, no number, waiting) are not taken: the caller stops. */
export function takeStep(run: Run, step: Step): void {
  if (step.when && !holds(run, step.when)) return;
  switch (step.do) {
    case 'fresh-start':
      return freshStart(run, step);
    case 'count-from':
      return countFrom(run, step);
    case 'latest':
      return latest(run, step);
    case 'months':
      return months(run, step);
    case 'days':
      return days(run, step);
    case 'weeks':
      return weeks(run, step);
    case 'business-days':
      return businessDays(run, step);
    case 'hours':
      return hours(run, step);
    case 'pause':
      return pause(run, step);
    case 'roll':
      return roll(run, step);
    case 'earliest':
      return earliest(run, step);
    case 'year-end':
      run.day = dayNumber(civilDay(run.day).year, 12, 31);
      return say(run, step, run.phrases.yearEnd, run.day);
    case 'day-of-year':
      return dayOfYear(run, step);
    case 'fixed':
      run.day = parseDay(step.day) ?? run.day;
      return say(run, step, run.phrases.fixedDay, run.day);
    case 'threshold':
      return threshold(run, step, step.moreThan + 1, run.phrases.moreThan(step.moreThan));
    case 'threshold-at':
      return threshold(run, step, step.atLeast, run.phrases.atLeast(step.atLeast));
    case 'no-duty':
      run.state = 'no-duty';
      return say(run, step, '', null);
    case 'no-number':
      return noNumber(run, step);
    case 'safe':
      return safe(run, step);
    case 'note':
      return say(run, step, '', null);
    default:
      return assertNever(step);
  }
}

function say(run: Run, step: Step, phrase: string, day: number | null): void {
  explain(run, step.words ? wordsIn(step.words, run.language) : phrase, day, step.cite);
}

function chosenAmount(
  run: Run,
  step: { amount: number; extended?: number | undefined },
): { amount: number; isExtended: boolean } {
  if (step.extended === undefined) return { amount: step.amount, isExtended: false };
  const isExtended = holds(run, { fact: 'extended', is: true });
  return { amount: isExtended ? step.extended : step.amount, isExtended };
}

function freshStart(run: Run, step: StepOf<'fresh-start'>): void {
  for (const span of step.waits) {
    checkSpanOrder(run.facts, span.asked, span.answered, run.problems);
    const asked = dayFact(run, span.asked);
    if (asked === undefined) continue;
    explain(run, run.titleOf(span.asked), asked, step.cite);
    if (dayFact(run, span.answered) === undefined) {
      run.state = 'waiting';
      explain(run, run.phrases.waiting, null, step.cite);
      return;
    }
  }
  let isFresh = false;
  for (const fact of step.from) {
    const day = dayFact(run, fact);
    if (day === undefined) continue;
    explain(run, run.titleOf(fact), day, step.cite);
    isFresh = true;
    if (day > run.day) run.day = day;
  }
  if (isFresh) say(run, step, run.day > run.base ? run.phrases.freshStart : run.phrases.startKept, run.day);
  run.base = run.day;
}

function countFrom(run: Run, step: StepOf<'count-from'>): void {
  const day = dayFact(run, step.fact);
  if (day === undefined) {
    explain(run, run.phrases.startUsed(run.titleOf(step.fact)), run.day, step.cite);
    return;
  }
  run.day = day;
  run.base = day;
  explain(run, run.titleOf(step.fact), day, step.cite);
}

function latest(run: Run, step: StepOf<'latest'>): void {
  for (const fact of step.facts) {
    const day = dayFact(run, fact);
    if (day === undefined) continue;
    explain(run, run.titleOf(fact), day, step.cite);
    if (day > run.day) run.day = day;
  }
  run.base = run.day;
}

function months(run: Run, step: StepOf<'months'>): void {
  const { amount, isExtended } = chosenAmount(run, step);
  const end = addMonths(run.day, amount, step.overflow);
  const phrase = spokenAmount(amount, 'month', run.language);
  const isClipped = civilDay(end).day !== civilDay(run.day).day;
  run.day = end;
  say(
    run,
    step,
    `${isExtended ? run.phrases.extendedTo(phrase) : phrase}${isClipped ? ` (${run.phrases.noSuchDay})` : ''}`,
    end,
  );
}

function weeks(run: Run, step: StepOf<'weeks'>): void {
  const { amount, isExtended } = chosenAmount(run, step);
  run.day += amount * 7;
  const phrase = spokenAmount(amount, 'week', run.language);
  say(run, step, isExtended ? run.phrases.extendedTo(phrase) : phrase, run.day);
}

function days(run: Run, step: StepOf<'days'>): void {
  const { amount, isExtended } = chosenAmount(run, step);
  run.day += step.includingStart ? amount - 1 : amount;
  const phrase = spokenAmount(amount, 'day', run.language);
  const counted = step.includingStart ? run.phrases.includingStart(phrase) : phrase;
  say(run, step, isExtended ? run.phrases.extendedTo(counted) : counted, run.day);
}

function businessDays(run: Run, step: StepOf<'business-days'>): void {
  const { amount, isExtended } = chosenAmount(run, step);
  run.used.add('calendar');
  const calendar = String(run.facts.values.get('calendar') ?? step.calendar);
  const holidays: string[] = [];
  const from = run.day;
  run.day = countWorkingDays(run, from, amount, calendar, holidays);
  const phrase = run.phrases.inCalendar(
    spokenAmount(amount, 'businessDay', run.language),
    run.choiceOf('calendar', calendar),
  );
  say(run, step, isExtended ? run.phrases.extendedTo(phrase) : phrase, run.day);
  if (holidays.length > 0) explain(run, run.phrases.holidaysSkipped(holidays.join(', ')), null, step.cite);
  if (step.safeCalendar) setSafeDay(run, countWorkingDays(run, from, amount, step.safeCalendar, []), step.cite);
}

/** The last of `amount` working days after `from`; the starting day never counts. Names of weekday holidays go to `holidays`. */
function countWorkingDays(run: Run, from: number, amount: number, calendar: string, holidays: string[]): number {
  let day = from;
  let left = amount;
  for (let looked = 0; left > 0 && looked < amount * 7 + longestRoll; looked += 1) {
    day += 1;
    const off = dayOff(run, calendar, day);
    if (off === null) left -= 1;
    else if (off !== run.phrases.saturday && off !== run.phrases.sunday)
      holidays.push(`${spokenDay(day, run.language)} (${off})`);
  }
  return day;
}

function hours(run: Run, step: StepOf<'hours'>): void {
  const end = addElapsedHours(run.start, step.amount, run.zone);
  if (end === null) {
    run.problems.push({
      code: 'bad-start',
      path: ['start'],
      message: 'This clock counts hours: the start needs a time and an offset or time zone.',
    });
    return;
  }
  run.instant = end;
  const phrase = spokenAmount(step.amount, 'hour', run.language);
  run.because.push({
    step: `${step.words ? wordsIn(step.words, run.language) : phrase}: ${end}`,
    date: end,
    cite: step.cite,
  });
}

function pause(run: Run, step: StepOf<'pause'>): void {
  const before = run.day;
  const off = new Set<number>();
  for (const span of step.spans) {
    checkSpanOrder(run.facts, span.asked, span.answered, run.problems);
    const asked = dayFact(run, span.asked);
    const answered = dayFact(run, span.answered);
    // A question asked after the period has ended no longer stops it.
    if (asked === undefined || asked > before) continue;
    explain(run, run.titleOf(span.asked), asked, step.cite);
    if (answered === undefined) {
      if (step.whileOpen === 'wait') run.state = 'waiting';
      explain(run, run.phrases.paused, null, step.cite);
      continue;
    }
    explain(run, run.titleOf(span.answered), answered, step.cite);
    const end = step.count === 'both-days' ? answered : answered - 1;
    // Days before the period started cannot drop out of it; days in two spans drop out once.
    for (let day = Math.max(asked, run.base); day <= end; day += 1) off.add(day);
  }
  if (run.state === 'waiting' || off.size === 0) return;
  if (step.count === 'difference') setSafeDay(run, before, step.cite);
  run.day += off.size;
  say(run, step, run.phrases.pausedDays(off.size), run.day);
}

function roll(run: Run, step: StepOf<'roll'>): void {
  const skipped: string[] = [];
  for (let moved = 0; moved < longestRoll; moved += 1) {
    const off = dayOff(run, run.place.calendar, run.day);
    if (off === null) break;
    skipped.push(`${spokenDay(run.day, run.language)} (${off})`);
    run.day += 1;
  }
  if (run.place.partOf !== undefined) explain(run, run.phrases.regionHolidays, null, step.cite);
  if (skipped.length === 0) return;
  explain(run, run.phrases.skipped(skipped.join(', ')), null, step.cite);
  say(run, step, run.phrases.nextWorkingDay, run.day);
}

function earliest(run: Run, step: StepOf<'earliest'>): void {
  for (const fact of step.facts) {
    const day = dayFact(run, fact);
    if (day === undefined) continue;
    // What happened before the start cannot make the date earlier than the start.
    const bounded = Math.max(day, run.startDay);
    const isEarlier = bounded < run.day;
    if (isEarlier) run.day = bounded;
    explain(
      run,
      `${run.titleOf(fact)} (${isEarlier ? run.phrases.earlierTrigger : run.phrases.noEarlierTrigger})`,
      day,
      step.cite,
    );
  }
}

function dayOfYear(run: Run, step: StepOf<'day-of-year'>): void {
  const year = civilDay(run.day).year + step.yearsLater;
  run.day = dayNumber(year, step.month, Math.min(step.day, daysInMonth(year, step.month)));
  say(run, step, run.phrases.fixedDay, run.day);
}

function threshold(run: Run, step: StepOf<'threshold' | 'threshold-at'>, lowest: number, limit: string): void {
  for (const fact of step.facts) {
    run.used.add(fact);
    const count = run.facts.values.get(fact);
    if (typeof count !== 'number') continue;
    // Every later fact of the list is an upper bound of the earlier ones, so the first known one decides.
    if (count < lowest) run.state = 'no-duty';
    const said = count < lowest ? run.phrases.notReached(count, limit) : run.phrases.reached(count, limit);
    explain(run, `${run.titleOf(fact)} ${said}`, null, step.cite);
    return;
  }
  explain(run, run.phrases.countUnknown(limit), null, step.cite);
}

function noNumber(run: Run, step: StepOf<'no-number'>): void {
  say(run, step, '', null);
  const known = (step.earliest ?? []).flatMap((fact) => {
    const day = dayFact(run, fact);
    return day === undefined ? [] : [{ fact, day }];
  });
  const first = known.reduce<{ fact: string; day: number } | null>(
    (best, one) => (best && best.day <= one.day ? best : one),
    null,
  );
  if (!first) {
    run.state = 'no-number';
    return;
  }
  run.day = Math.max(first.day, run.startDay);
  explain(run, run.titleOf(first.fact), first.day, step.cite);
}

function safe(run: Run, step: StepOf<'safe'>): void {
  if (step.to === 'start') return setSafeDay(run, run.startDay, step.cite);
  if (step.to === 'days-earlier') return setSafeDay(run, run.day - (step.days ?? 1), step.cite);
  let day = run.day;
  for (let moved = 0; moved < longestRoll && dayOff(run, run.place.calendar, day) !== null; moved += 1) day -= 1;
  setSafeDay(run, day, step.cite);
}
