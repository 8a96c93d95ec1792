/** The running watch: takes the trail's entries as they come, keeps each person's days, and says what stands out. */
import type { Day, Instant } from '#shared/kernel/time';
import { countEntry, type DayFeatures, emptyDay, type Local, type WatchedEntry } from './features';
import type { Absence } from './model';
import { type Finding, isAwayOn, isLong, judge, type Loud, noteLoud, withoutRepeats } from './rules';

/** So many days of each person stay in memory; weeks and hours are compared within them. */
const mostDays = 260;

export type Person = {
  readonly actor: string;
  /** Oldest first. */
  readonly days: DayFeatures[];
  /** The events this person ever caused. */
  readonly known: Set<string>;
  readonly loud: Loud;
};

export type Watch = {
  readonly people: Map<string, Person>;
  /** The trail's last entry that was counted. */
  last: number;
  /** Its moment. */
  before: string | null;
};

export const newWatch = (): Watch => ({ people: new Map(), last: 0, before: null });

export type WatchSettings = { readonly settings: ReadonlySet<string>; readonly local: (instant: string) => Local };

export type Touched = ReadonlyMap<Person, ReadonlySet<DayFeatures>>;

/** Steward's own notes about alerts are no work of a person. */
const isOwn = (event: string): boolean => event.startsWith('watching.');

/** Counts the entries, in their order; says whose days they touched. */
export function count(watch: Watch, entries: readonly WatchedEntry[], { settings, local }: WatchSettings): Touched {
  const touched = new Map<Person, Set<DayFeatures>>();
  const touch = (person: Person, day: DayFeatures): void => {
    const days = touched.get(person);
    if (days === undefined) touched.set(person, new Set([day]));
    else days.add(day);
  };
  for (const entry of entries) {
    const before = watch.before;
    watch.last = entry.number;
    watch.before = entry.at;
    if (isOwn(entry.event)) continue;
    const person = personOf(watch, entry.actor);
    const here = local(entry.at);
    const last = person.days.at(-1);
    const day = dayOf(person, here.day);
    if (last !== undefined && last.day < day.day && last.seen.size > 0) {
      // Who was seen on a day that is over need not be told apart, nor kept, any longer.
      last.seen.clear();
      touch(person, last);
    }
    countEntry(day, entry, here, { settings, known: person.known, before });
    touch(person, day);
  }
  return touched;
}

export function personOf(watch: Watch, actor: string): Person {
  let person = watch.people.get(actor);
  if (person === undefined) {
    person = { actor, days: [], known: new Set(), loud: { days: new Set(), weeks: new Set() } };
    watch.people.set(actor, person);
  }
  return person;
}

/** The person's day, made where there is none; nearly always it is the last one. */
function dayOf({ days }: Person, day: Day): DayFeatures {
  const last = days.at(-1);
  if (last?.day === day) return last;
  const made = emptyDay(day);
  if (last === undefined || last.day < day) {
    days.push(made);
    if (days.length > mostDays) days.shift();
    return made;
  }
  // A clock that went back.
  const at = days.findIndex((one) => one.day >= day);
  const there = days[at];
  if (there?.day === day) return there;
  days.splice(at, 0, made);
  return made;
}

export type Standout = { readonly actor: string; readonly finding: Finding };

/** What stands out in the days that were touched, oldest first. */
export function judgeTouched(touched: Touched, people: number, absences: readonly Absence[]): Standout[] {
  const standouts: Standout[] = [];
  for (const [person, days] of touched) {
    for (const day of [...days].toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
      const at = person.days.indexOf(day);
      if (at < 0) continue;
      const findings = judge(day, {
        history: person.days.slice(0, at),
        people,
        isAway: isAwayOn(person.actor, day.day, absences),
      });
      for (const { kind } of findings) if (!isLong(kind)) noteLoud(person.loud, kind, day.day);
      for (const finding of withoutRepeats(findings, person.loud)) {
        noteLoud(person.loud, finding.kind, day.day);
        standouts.push({ actor: person.actor, finding });
      }
    }
  }
  return standouts.toSorted((a, b) => (a.finding.moment < b.finding.moment ? -1 : 1));
}

/** Where the computer stands: `offsetAt` gives minutes east of Greenwich for the hour a moment is in. */
export function localBy(offsetAt: (hour: string) => number): (instant: string) => Local {
  let known = '';
  let offset = 0;
  return (instant) => {
    // Offsets change on whole hours only.
    const hour = instant.slice(0, 13);
    if (hour !== known) {
      known = hour;
      offset = offsetAt(hour);
    }
    const text = offset === 0 ? instant : new Date(Date.parse(instant) + offset * 60_000).toISOString();
    return { day: text.slice(0, 10) as Day, hour: Number(text.slice(11, 13)), time: text.slice(11, 16) };
  };
}

export const offsetHere = (hour: string): number => -new Date(`${hour}:00:00.000Z` as Instant).getTimezoneOffset();
