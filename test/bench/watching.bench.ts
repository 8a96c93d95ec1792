/** Watching measured: how many planted attacks are found, how many honest days are called out, and how fast entries are counted. */
import { type WatchedEntry } from '#shared/domains/watching/features';
import type { Absence } from '#shared/domains/watching/model';
import { count, judgeTouched, localBy, newWatch, type Standout } from '#shared/domains/watching/watch';
import {
  asTrail,
  type AttackName,
  attacks,
  copyingNewcomer,
  dayAfter,
  type Draft,
  habits,
  type HabitName,
  honestWork,
  randomOf,
  startDay,
} from '#test/support/office-work';

const people = 8_000;
const settings = { settings: new Set(['fields.declared']), local: localBy(() => 60) };
const names = Object.keys(habits) as HabitName[];
const days = 730;

function watched(entries: readonly WatchedEntry[], absences: readonly Absence[] = [], batch = 2_000): Standout[] {
  const watch = newWatch();
  const found = new Map<string, Standout>();
  for (let at = 0; at < entries.length; at += batch)
    for (const one of judgeTouched(count(watch, entries.slice(at, at + batch), settings), people, absences))
      found.set(`${one.actor} ${one.finding.day} ${one.finding.kind}`, one);
  return [...found.values()];
}

/** Honest years: every alert is false. */
const byKind: Record<string, number> = {};
let [falseDays, personYears, personDays] = [0, 0, 0];
for (const name of names)
  for (let seed = 1; seed <= 5; seed += 1) {
    const work = honestWork(randomOf(seed * 97), name, name, days, people);
    const alarms = watched(asTrail(work));
    for (const { finding } of alarms) byKind[finding.kind] = (byKind[finding.kind] ?? 0) + 1;
    falseDays += new Set(alarms.map(({ finding }) => finding.day)).size;
    personYears += days / 365;
    personDays += new Set(work.map(({ at }) => at.slice(0, 10))).size;
  }
const share = ((100 * falseDays) / personDays).toFixed(2);
console.log(
  `honest work: ${personYears} person-years, ${personDays} days worked, ${falseDays} days called out (${share} %), ${(falseDays / personYears).toFixed(2)} a person-year`,
);
console.log(
  `  by kind: ${
    Object.entries(byKind)
      .map(([kind, times]) => `${kind} ${times}`)
      .join(', ') || 'none'
  }`,
);

/** Each attack planted in the second year of each kind of person. */
type Case = { readonly attack: string; readonly found: boolean; readonly hits: number; readonly misses: number };
const cases: Case[] = [];
function run(
  attack: string,
  actor: string,
  drafts: readonly Draft[],
  planted: readonly Draft[],
  absences: readonly Absence[] = [],
): void {
  const attackDays = new Set(planted.map(({ at }) => at.slice(0, 10)));
  const alarms = watched(asTrail([...drafts, ...planted]), absences);
  const called = new Set(alarms.filter((one) => one.actor === actor).map(({ finding }) => finding.day as string));
  const hits = [...called].filter((day) => attackDays.has(day)).length;
  cases.push({ attack, found: hits > 0, hits, misses: called.size - hits });
}
for (const name of names)
  for (let seed = 1; seed <= 5; seed += 1) {
    const honest = honestWork(randomOf(seed * 131), name, name, days, people);
    const random = randomOf(seed * 7);
    const day = dayAfter(startDay, 420 + seed * 37);
    for (const attack of Object.keys(attacks) as AttackName[])
      run(attack, name, honest, attacks[attack](random, name, day));
    run('newcomer copying all', 'new', honest, copyingNewcomer(random, 'new', day));
    const [from, until] = [day, dayAfter(day, 14)];
    const away = honest.filter(({ at }) => at.slice(0, 10) < from || at.slice(0, 10) > until);
    const used = {
      actor: name,
      at: `${dayAfter(from, 4)}T11:00:00.000Z`,
      event: 'customers.viewed',
      facts: {},
      about: ['C-9'],
    };
    run('account used on holiday', name, away, [used], [{ actor: name, from, until } as Absence]);
  }
for (const [attack, all] of Map.groupBy(cases, (one) => one.attack)) {
  const found = all.filter((one) => one.found).length;
  console.log(`  ${attack}: found ${found} of ${all.length}`);
}
const hits = cases.reduce((sum, one) => sum + one.hits, 0);
const misses = cases.reduce((sum, one) => sum + one.misses, 0);
const found = cases.filter((one) => one.found).length;
console.log(`attacks: recall ${found}/${cases.length} = ${(found / cases.length).toFixed(3)}`);
console.log(
  `days called out in the same two years: precision ${(hits / (hits + misses)).toFixed(3)} (${hits} of ${hits + misses})`,
);

/** Speed: a trail of half a million entries, parsed from text as the store gives it. */
const many = asTrail(
  names.flatMap((name) =>
    Array.from({ length: 12 }, (_, seed) => honestWork(randomOf(seed), `${name}-${seed}`, name, 365, people)).flat(),
  ),
);
const texts = [];
for (let at = 0; at < many.length; at += 5_000) texts.push(JSON.stringify(many.slice(at, at + 5_000)));
const started = process.cpuUsage();
const watch = newWatch();
for (const text of texts) judgeTouched(count(watch, JSON.parse(text) as WatchedEntry[], settings), people, []);
const { user, system } = process.cpuUsage(started);
const seconds = (user + system) / 1e6;
console.log(
  `${many.length} entries counted and judged in ${seconds.toFixed(2)} s of CPU: ${Math.round(many.length / seconds)} a second`,
);
if (many.length / seconds < 100_000 || found / cases.length < 0.9) process.exitCode = 1;
