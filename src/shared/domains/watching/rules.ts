/** What stands out of a person's own days, and why. Pure: days in, findings out; more of anything is never less suspicious. */
import type { Day } from '#shared/kernel/time';
import type { DayFeatures, Peak } from './features';
import type { Absence, AlertKind, AlertNumbers, Feature, Lesson } from './model';
import { median, robustLimit } from './statistics';

export type Finding = {
  readonly kind: AlertKind;
  readonly day: Day;
  /** 1 is the limit. */
  readonly score: number;
  readonly numbers: AlertNumbers;
  readonly entry: number;
  readonly moment: string;
};

/** With fewer days than this there is no habit yet; fixed limits apply. */
export const enoughDays = 10;
/** So many of a person's latest days are compared with. */
export const comparedDays = 90;

type Limits = {
  readonly kind: AlertKind;
  /** Never an alert below this, however steady the person. */
  readonly floor: number;
  /** For whoever has no habit yet. */
  readonly newcomer: number;
  /** Whether half of all customers is enough for a newcomer, in a small store. */
  readonly ofAll: boolean;
};

const limits: Readonly<Record<Feature, Limits>> = {
  exported: { kind: 'bulk-export', floor: 50, newcomer: 500, ofAll: true },
  viewed: { kind: 'bulk-view', floor: 60, newcomer: 250, ofAll: true },
  searched: { kind: 'bulk-search', floor: 80, newcomer: 300, ofAll: false },
  removed: { kind: 'bulk-removal', floor: 20, newcomer: 50, ofAll: false },
  failed: { kind: 'failed-sign-ins', floor: 5, newcomer: 5, ofAll: false },
  refused: { kind: 'refusals', floor: 8, newcomer: 10, ofAll: false },
  // Whoever sets a new vault up changes many settings on the first day.
  settings: { kind: 'settings-changed', floor: 10, newcomer: 40, ofAll: false },
};
export const features = Object.keys(limits) as Feature[];

/** Records touched at hours that are not the person's. */
const oddHours = { floor: 30, times: 2, spread: 0.35 };
/** Records in seven days, although no single day of them stands out. */
const drip = { floor: 150, times: 1.8, spread: 0.2 };
const dripDays = 7;
const fewestWeeks = 4;
const mostWeeks = 26;
/** What a newcomer may touch before there is a habit. */
const newcomerTotal = { most: 800, least: 200 };
/** A first export or removal is looked at from so many records on. */
const firstTimeFloor = 25;
/** So many halves of limits together, in at least so many different things. */
const mix = { sum: 2.2, things: 3, each: 0.6 };
const night = { from: 22, until: 6 };
/** An hour worked on less than this share of days is not the person's. */
const rareHour = 0.03;
/** Only who has worked so many days is known to keep a weekday free. */
const enoughForWeekdays = 20;

export type JudgeContext = {
  /** The person's other days, oldest first. */
  readonly history: readonly DayFeatures[];
  /** How many customers there are. */
  readonly people: number;
  readonly isAway: boolean;
};

const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const touchedOf = (day: DayFeatures): number => day.exported + day.viewed;

/** For each hour, whether it is none of the person's. */
export function oddHoursOf(history: readonly DayFeatures[], day: Day): boolean[] {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  if (history.length < enoughDays) return hours.map((hour) => hour >= night.from || hour < night.until);
  const weekday = weekdayOf(day);
  if (history.length >= enoughForWeekdays && !history.some((one) => weekdayOf(one.day) === weekday))
    return hours.map(() => true);
  const counts = countHours(history);
  const around = (hour: number): number =>
    Math.max(...[23, 0, 1].map((distance) => counts[(hour + distance) % 24] ?? 0));
  return hours.map((hour) => around(hour) <= rareHour * history.length);
}

function countHours(history: readonly DayFeatures[]): number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const { active } of history)
    for (let hour = 0; hour < 24; hour += 1) if ((active >> hour) & 1) counts[hour] = (counts[hour] ?? 0) + 1;
  return counts;
}

/** From and until which hour the person is usually at work: nine of ten of the hours in which anything was done. */
export function usualHours(history: readonly DayFeatures[]): [number, number] | null {
  if (history.length < enoughDays) return null;
  const counts = countHours(history);
  const all = counts.reduce((sum, count) => sum + count, 0);
  let passed = 0;
  let from = 0;
  let until = 24;
  for (const [hour, count] of counts.entries()) {
    if (passed <= all * 0.05) from = hour;
    passed += count;
    if (passed >= all * 0.95) {
      until = hour + 1;
      break;
    }
  }
  return [from, until];
}

/** Everything that stands out of `day`, worst first. */
export function judge(day: DayFeatures, { history: all, people, isAway }: JudgeContext): Finding[] {
  const history = all.slice(-comparedDays);
  const hours = usualHours(history);
  const findings: Finding[] = [];
  const scores: Partial<Record<Feature | 'odd-hour', number>> = {};
  const found = (
    kind: AlertKind,
    value: number,
    limit: number,
    others: readonly number[],
    peak: Peak | undefined,
    parts: AlertNumbers['parts'] = null,
  ): void => {
    const shown = peak ?? day.peaks.any;
    if (value < limit || shown === undefined) return;
    const happened = others.filter((other) => other > 0);
    findings.push({
      kind,
      day: day.day,
      score: value / limit,
      entry: shown.entry,
      moment: shown.moment,
      numbers: {
        value,
        limit: Math.ceil(limit * 10) / 10,
        usual: Math.round(median(happened)),
        most: Math.max(0, ...others),
        days: history.length,
        at: shown.at,
        hours,
        parts,
      },
    });
  };

  for (const feature of features) {
    const others = history.map((one) => one[feature]);
    const limit = limitOf(feature, others, people);
    scores[feature] = day[feature] / limit;
    found(limits[feature].kind, day[feature], limit, others, day.peaks[feature]);
  }

  const odd = oddHoursOf(history, day.day);
  day.off = day.hours.reduce((sum, volume, hour) => sum + (odd[hour] ? volume : 0), 0);
  const otherOff = history.map((one) => one.off);
  const offLimit = history.length < enoughDays ? oddHours.floor : robustLimit(otherOff, oddHours);
  scores['odd-hour'] = day.off / offLimit;
  found('odd-hour', day.off, offLimit, otherOff, worstOddPeak(day, odd));

  judgeWeeks(day, all, people, found);

  const first = Math.max(0, ...Object.values(day.firsts));
  // A newcomer does everything for the first time.
  if (history.length >= enoughForWeekdays) found('first-time', first, firstTimeFloor, [], day.peaks.firsts);

  if (day.clockBack > 0) found('clock-back', day.clockBack, 1, [], day.peaks.clockBack);
  if (isAway && day.entries > 0) found('while-away', day.entries, 1, [], day.peaks.any);

  const parts = Object.fromEntries(
    Object.entries(scores)
      .filter(([, score]) => score >= mix.each)
      .map(([name, score]) => [name, Math.min(1, score)]),
  ) as NonNullable<AlertNumbers['parts']>;
  const values = Object.values(parts).filter((part) => part !== undefined);
  if (values.length >= mix.things)
    found(
      'unusual-mix',
      values.reduce((sum, part) => sum + part, 0),
      mix.sum,
      [],
      day.peaks.any,
      parts,
    );
  return findings.toSorted((a, b) => b.score - a.score);
}

function limitOf(feature: Feature, others: readonly number[], people: number): number {
  const { floor, newcomer, ofAll } = limits[feature];
  if (others.length >= enoughDays) return robustLimit(others, { floor, times: 2, spread: 0.35 });
  return ofAll ? Math.min(newcomer, Math.max(floor, people / 2)) : newcomer;
}

/** The most touched in an odd hour is when it happened, where that is the peak of a feature; else the day's biggest. */
function worstOddPeak(day: DayFeatures, odd: readonly boolean[]): Peak | undefined {
  const peaks = [day.peaks.exported, day.peaks.viewed, day.peaks.removed].filter((peak) => peak !== undefined);
  const inOdd = peaks.filter((peak) => odd[Number(peak.at.slice(0, 2))]);
  return inOdd.toSorted((a, b) => b.volume - a.volume)[0];
}

/** Seven days together, beside the person's other weeks; for newcomers all their days together. */
function judgeWeeks(
  day: DayFeatures,
  all: readonly DayFeatures[],
  people: number,
  found: (kind: AlertKind, value: number, limit: number, others: readonly number[], peak: Peak | undefined) => void,
): void {
  const peak = day.peaks.exported ?? day.peaks.viewed;
  // Nothing was touched today: whatever stood out stood out before.
  if (peak === undefined) return;
  if (all.length < enoughDays) {
    const total = all.reduce((sum, one) => sum + touchedOf(one), 0) + touchedOf(day);
    const limit = Math.min(newcomerTotal.most, Math.max(newcomerTotal.least, people * 0.75));
    found('newcomer-copying', total, limit, [], peak);
    return;
  }
  const weeks = weeksBefore(day, all);
  if (weeks.length <= fewestWeeks) return;
  const [current = 0, ...others] = weeks;
  found('slow-drip', current, robustLimit(others, drip), others, peak);
}

/** Records touched in the seven days that end with `day`, and in each seven days before, newest first. */
export function weeksBefore(day: DayFeatures, history: readonly DayFeatures[]): number[] {
  const end = dayNumber(day.day);
  const first = history[0];
  const count = first === undefined ? 1 : Math.min(mostWeeks, Math.floor((end - dayNumber(first.day)) / dripDays) + 1);
  const weeks = Array.from({ length: Math.max(1, count) }, () => 0);
  weeks[0] = touchedOf(day);
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const one = history[index];
    if (one === undefined) continue;
    const week = Math.floor((end - dayNumber(one.day)) / dripDays);
    if (week >= weeks.length) break;
    if (week >= 0) weeks[week] = (weeks[week] ?? 0) + touchedOf(one);
  }
  return weeks;
}

/** Whether somebody said before that this much of it, by this person, is nothing. */
export const isLearned = (finding: Finding, actor: string, lessons: readonly Lesson[]): boolean =>
  lessons.some(
    (lesson) =>
      lesson.revokedAt === null &&
      lesson.actor === actor &&
      lesson.kind === finding.kind &&
      finding.numbers.value <= lesson.upTo &&
      finding.day <= lesson.until,
  );

export const isAwayOn = (actor: string, day: Day, absences: readonly Absence[]): boolean =>
  absences.some((absence) => absence.actor === actor && absence.from <= day && day <= absence.until);

export const isLong = (kind: AlertKind): boolean => kind === 'slow-drip' || kind === 'newcomer-copying';

/** Which days already stood out: for their amount, and as the end of a week. */
export type Loud = { readonly days: Set<Day>; readonly weeks: Set<Day> };

export function noteLoud(loud: Loud, kind: AlertKind, day: Day): void {
  if (kind === 'bulk-export' || kind === 'bulk-view') loud.days.add(day);
  if (isLong(kind)) loud.weeks.add(day);
}

/** A week that stands out says nothing new where one of its days stood out already, or the week that ended with one of them. */
export function withoutRepeats(findings: readonly Finding[], loud: Loud): Finding[] {
  const isNear = (day: Day, other: Day): boolean => dayNumber(day) - dayNumber(other) < dripDays;
  return findings.filter(
    ({ kind, day }) =>
      !isLong(kind) ||
      !(
        [...loud.days].some((other) => other <= day && isNear(day, other)) ||
        [...loud.weeks].some((other) => other < day && isNear(day, other))
      ),
  );
}
