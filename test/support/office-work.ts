/** Simulated office work: honest years of several kinds of people, and attacks to plant among them. Same seed, same work. */
import type { WatchedEntry } from '#shared/domains/watching/features';
import type { Day, Instant } from '#shared/kernel/time';

export type Random = () => number;

/** Mulberry32: small, seeded, good enough to make up working days. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const between = (random: Random, from: number, until: number): number => from + random() * (until - from);
/** Amounts of work: mostly near the middle, sometimes half again as much. */
function around(random: Random, middle: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(0, Math.round(middle * Math.exp(0.35 * normal)));
}

export type Draft = Omit<WatchedEntry, 'number'>;
export const startDay = '2025-01-01';
export const dayAfter = (day: string, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
/** A moment of the day; `hour` may have a fraction. */
export const momentOf = (day: string, hour: number): Instant =>
  new Date(Date.parse(`${day}T00:00:00Z`) + Math.round(hour * 3_600) * 1_000).toISOString() as Instant;

type Habit = {
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly until: number;
  readonly views: number;
  readonly searches: number;
  /** Exports on the first working days of a month. */
  readonly monthly: number;
  readonly monthlyDays: number;
  /** Share of days with an hour of work in the evening. */
  readonly evenings: number;
  readonly season: boolean;
};

export const habits = {
  owner: {
    weekdays: [1, 2, 3, 4, 5, 6],
    from: 8,
    until: 18.5,
    views: 12,
    searches: 15,
    monthly: 3_000,
    monthlyDays: 1,
    evenings: 0.12,
    season: true,
  },
  clerk: {
    weekdays: [1, 2, 3, 4, 5],
    from: 8.5,
    until: 17,
    views: 30,
    searches: 45,
    monthly: 0,
    monthlyDays: 0,
    evenings: 0,
    season: true,
  },
  partTimer: {
    weekdays: [2, 4],
    from: 9,
    until: 13,
    views: 18,
    searches: 20,
    monthly: 0,
    monthlyDays: 0,
    evenings: 0,
    season: false,
  },
  bookkeeper: {
    weekdays: [1, 3, 5],
    from: 9,
    until: 16,
    views: 8,
    searches: 10,
    monthly: 250,
    monthlyDays: 2,
    evenings: 0,
    season: false,
  },
} satisfies Record<string, Habit>;
export type HabitName = keyof typeof habits;

const draft = (
  actor: string,
  at: string,
  event: string,
  facts: Draft['facts'],
  about: readonly string[] = [],
): Draft => ({ at, actor, event, about, facts });

/** Honest work of one person from `startDay` on. */
export function honestWork(random: Random, actor: string, name: HabitName, days: number, people: number): Draft[] {
  const habit: Habit = habits[name];
  const work: Draft[] = [];
  const holiday = Math.floor(between(random, 150, 230));
  let exportsLeft = 0;
  let month = '';
  for (let index = 0; index < days; index += 1) {
    const day = dayAfter(startDay, index);
    const ofYear = index % 365;
    if (!habit.weekdays.includes(weekdayOf(day)) || (ofYear >= holiday && ofYear < holiday + 16)) continue;
    // Ill, or a public holiday.
    if (random() < 0.03) continue;
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7);
      exportsLeft = habit.monthlyDays;
    }
    const busy = habit.season && ofYear >= 310 && ofYear < 355 ? 1.8 : 1;
    const when = (): Instant => momentOf(day, between(random, habit.from, habit.until));
    if (random() < 0.15) {
      const times = random() < 0.15 ? 3 : 1;
      for (let time = 0; time < times; time += 1)
        work.push(draft(actor, momentOf(day, habit.from + time / 100), 'access.sign-in-failed', { attempts: 1 }));
    }
    for (let view = around(random, habit.views * busy); view > 0; view -= 1)
      work.push(draft(actor, when(), 'customers.viewed', {}, [`C-${Math.floor(random() * people) + 1}`]));
    for (let search = around(random, habit.searches * busy); search > 0; search -= 1)
      work.push(draft(actor, when(), 'customers.searched', { count: 1 }));
    for (let edit = around(random, 4); edit > 0; edit -= 1) work.push(draft(actor, when(), 'customers.changed', {}));
    if (exportsLeft > 0) {
      exportsLeft -= 1;
      work.push(draft(actor, when(), 'customers.exported', { rows: around(random, habit.monthly) }));
    }
    if (random() < 0.02) work.push(draft(actor, when(), 'customers.removed', { removed: Math.ceil(random() * 6) }));
    if (random() < 0.02) work.push(draft(actor, when(), 'access.refused', {}));
    if (name === 'owner' && random() < 0.05) work.push(draft(actor, when(), 'fields.declared', {}));
    if (random() < habit.evenings) {
      for (let view = Math.ceil(random() * 6); view > 0; view -= 1)
        work.push(draft(actor, momentOf(day, between(random, 20, 21.9)), 'customers.viewed', {}, [`C-${view}`]));
    }
  }
  return work;
}

export const attacks = {
  'bulk export at night': (random, actor, day) => [
    draft(actor, momentOf(day, between(random, 1, 4)), 'customers.exported', { rows: 4_000 }),
  ],
  'slow drip over days': (random, actor, day) =>
    Array.from({ length: 14 }, (_, index) => index).flatMap((index) =>
      Array.from({ length: 75 }, (_, view) =>
        draft(actor, momentOf(dayAfter(day, index), between(random, 10, 16)), 'customers.viewed', {}, [
          `C-${20_000 + index * 100 + view}`,
        ]),
      ),
    ),
  'mass deletion': (random, actor, day) => [
    draft(actor, momentOf(day, between(random, 10, 15)), 'customers.removed', { removed: 600 }),
  ],
  'guessing a password': (random, actor, day) =>
    Array.from({ length: 12 }, () =>
      draft(actor, momentOf(day, between(random, 12, 12.5)), 'access.sign-in-failed', { attempts: 1 }),
    ),
  'clock set back': (_random, actor, day) => [
    draft(actor, momentOf(day, 12), 'customers.viewed', {}, ['C-1']),
    draft(actor, momentOf(day, 9), 'customers.exported', { rows: 1 }),
  ],
  'copying by hand on a Sunday': (random, actor, day) => {
    const sunday = dayAfter(day, (7 - weekdayOf(day)) % 7);
    return Array.from({ length: 45 }, (_, view) =>
      draft(actor, momentOf(sunday, between(random, 14, 17)), 'customers.viewed', {}, [`C-${30_000 + view}`]),
    );
  },
} satisfies Record<string, (random: Random, actor: string, day: Day) => Draft[]>;
export type AttackName = keyof typeof attacks;

/** A newcomer who copies everything in the first days, by hand and by export. */
export function copyingNewcomer(random: Random, actor: string, day: Day): Draft[] {
  return Array.from({ length: 6 }, (_, index) => index).flatMap((index) =>
    Array.from({ length: 160 }, (_, view) =>
      draft(actor, momentOf(dayAfter(day, index), between(random, 9, 17)), 'customers.viewed', {}, [
        `C-${index * 160 + view}`,
      ]),
    ),
  );
}

/** Entries as the trail holds them: numbered in the order in which they were written. A clock set back keeps its place. */
export function asTrail(drafts: readonly Draft[]): WatchedEntry[] {
  const back = drafts.filter(({ event, facts }) => event === 'customers.exported' && facts['rows'] === 1);
  const sorted = drafts
    .filter((one) => !back.includes(one))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const one of back) {
    const after = sorted.findIndex(({ at }) => at >= `${one.at.slice(0, 10)}T12:00:00.000Z`);
    sorted.splice(after + 1, 0, one);
  }
  return sorted.map((one, index) => ({ ...one, number: index + 1 }));
}
