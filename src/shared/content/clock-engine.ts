/** Answers when something is due: finds the clock's rule for the place and the day, takes its steps, and gives the reasons. */
import type { Clock, ClockRule, FactDefinition } from './clock-data';
import type { Place } from './calendar-data';
import { createCitations } from './citations';
import { checkFacts } from './clock-facts';
import { clockPhrases, spokenDay } from './clock-phrases';
import { ClockRefusal, quoted, type ClockProblem } from './clock-refusal';
import { explain, holds, type Because, type Run, type RunState } from './clock-run';
import { takeStep } from './clock-steps';
import { formatDay, parseDay } from './day';
import type { HolidayCalendar } from './holiday-calendar';
import { localDay, parseMoment } from './moment';
import type { Pack } from './pack';
import { wordsIn, type Language } from './words';

export type ClockQuestion = {
  /** A name such as `gdpr.request.respond`. */
  readonly clock: string;
  /** A place's code: `IE`, `DE-BY`, `EU`, `GB-SCT`, `US-CA`. */
  readonly place: string;
  /** The day (`YYYY-MM-DD`), or date and time, on which the period's event happened. */
  readonly start: string;
  readonly facts?: Readonly<Record<string, unknown>>;
};

export type ClockAnswer = {
  readonly clock: string;
  readonly place: string;
  /** The edition of the pack the answer was computed under; kept with every record made from it. */
  readonly edition: string;
  readonly purpose: Clock['purpose'];
  /** `no-number`: a duty without a date in law. `waiting`: the period has not started or is paused. */
  readonly state: RunState;
  /** A day (`YYYY-MM-DD`) or, for hours, a date and time with offset; null unless the state is `due`. */
  readonly due: string | null;
  /** An earlier day for the careful where the law is disputed; absent where it is not. */
  readonly safe?: string;
  readonly because: readonly Because[];
};

export type ClockDescription = { readonly clock: Clock; readonly regulation: string; readonly edition: string };

export interface ClockEngine {
  /** Throws `ClockRefusal` (an `invalid` failure) naming every unknown clock, place or fact. Reasons in English unless said otherwise. */
  readonly answer: (question: ClockQuestion, language?: Language) => ClockAnswer;
  readonly clocks: readonly ClockDescription[];
  readonly places: readonly Place[];
  readonly facts: readonly FactDefinition[];
}

export type ClockContent = {
  readonly packs: readonly Pick<Pack, 'manifest' | 'clocks' | 'facts' | 'citations'>[];
  readonly places: readonly Place[];
  readonly holidays: HolidayCalendar;
};

type PreparedRule = { readonly rule: ClockRule; readonly from: number; readonly until: number };
type PreparedClock = ClockDescription & {
  readonly groups: ReadonlySet<string>;
  readonly everywhere: readonly PreparedRule[];
  readonly byPlace: ReadonlyMap<string, readonly PreparedRule[]>;
};

export function createClockEngine(content: ClockContent): ClockEngine {
  const places = new Map(content.places.map((place) => [place.code, place]));
  const facts = new Map(content.packs.flatMap((pack) => pack.facts.map((fact) => [fact.name, fact] as const)));
  const clocks = new Map(
    content.packs.flatMap((pack) => pack.clocks.map((clock) => [clock.name, prepare(clock, pack.manifest)] as const)),
  );
  const citationIn = createCitations(content.packs);
  return {
    clocks: [...clocks.values()],
    places: content.places,
    facts: [...facts.values()],
    answer: (question, language = 'en') => {
      const problems: ClockProblem[] = [];
      const clock = clocks.get(question.clock);
      if (!clock)
        problems.push({
          code: 'unknown-clock',
          path: ['clock'],
          message: `There is no clock ${quoted(question.clock)}.`,
        });
      const place = places.get(question.place);
      if (!place)
        problems.push({
          code: 'unknown-place',
          path: ['place'],
          message: `There is no place ${quoted(question.place)}.`,
        });
      else if (clock && !place.groups.some((group) => clock.groups.has(group))) {
        problems.push({
          code: 'unknown-place',
          path: ['place'],
          message: `The clock ${quoted(clock.clock.name)} does not know the place ${quoted(place.code)}.`,
        });
      }
      const start = parseMoment(question.start);
      if (!start)
        problems.push({
          code: 'bad-start',
          path: ['start'],
          message: 'The start must be a day (YYYY-MM-DD) or a date and time.',
        });
      const checked = checkFacts(question.facts ?? {}, facts, problems);
      if (!clock || !place || !start || problems.length > 0) throw new ClockRefusal(problems);
      const zone = String(checked.values.get('timeZone') ?? '') || place.timeZone;
      const startDay = localDay(start, zone);
      const phrases = clockPhrases[language];
      const run: Run = {
        facts: checked,
        start,
        startDay,
        zone,
        place,
        language,
        phrases,
        problems,
        holidays: content.holidays,
        titleOf: (name) => {
          const definition = facts.get(name);
          return definition ? wordsIn(definition.title, language) : name;
        },
        choiceOf: (name, choice) => {
          const words = facts.get(name)?.choices?.find((one) => one.name === choice)?.words;
          return words ? wordsIn(words, language) : choice;
        },
        because: [],
        used: new Set(['timeZone']),
        state: 'due',
        base: startDay,
        day: startDay,
        instant: null,
        safeDay: null,
        safeCite: '',
      };
      const answer = compute(clock, run, facts);
      if (language === 'en') return answer;
      return {
        ...answer,
        because: answer.because.map((reason) => ({ ...reason, cite: citationIn(reason.cite, language) })),
      };
    },
  };
}

function prepare(clock: Clock, manifest: Pack['manifest']): PreparedClock {
  const everywhere: PreparedRule[] = [];
  const byPlace = new Map<string, PreparedRule[]>();
  for (const rule of clock.rules) {
    const prepared = {
      rule,
      from: (rule.from === undefined ? null : parseDay(rule.from)) ?? Number.NEGATIVE_INFINITY,
      until: (rule.until === undefined ? null : parseDay(rule.until)) ?? Number.POSITIVE_INFINITY,
    };
    if (!rule.places) everywhere.push(prepared);
    for (const code of rule.places ?? []) byPlace.set(code, [...(byPlace.get(code) ?? []), prepared]);
  }
  return {
    clock,
    regulation: manifest.regulation,
    edition: `${manifest.regulation}/${manifest.edition}`,
    groups: new Set(clock.places),
    everywhere,
    byPlace,
  };
}

function compute(prepared: PreparedClock, run: Run, facts: ReadonlyMap<string, FactDefinition>): ClockAnswer {
  const { clock } = prepared;
  const candidates = prepared.byPlace.get(run.place.code) ?? prepared.everywhere;
  const inForce = candidates.filter(({ from, until }) => run.startDay >= from && run.startDay < until);
  const rule = inForce.find(({ rule: one }) => !one.when || holds(run, one.when))?.rule;
  const startWords = wordsIn(clock.start, run.language);
  const startCite = rule?.law.citation ?? candidates[0]?.rule.law.citation ?? clock.otherwiseCite;
  run.because.push({
    step: `${startWords} ${run.start.hasTime ? run.start.text : spokenDay(run.startDay, run.language)}`,
    date: run.start.hasTime ? run.start.text : formatDay(run.startDay),
    cite: startCite,
  });
  if (rule) {
    for (const step of rule.steps) {
      takeStep(run, step);
      if (run.problems.length > 0) throw new ClockRefusal(run.problems);
      if (run.state !== 'due') break;
    }
    if (rule.law.confidence === 'unconfirmed') explain(run, run.phrases.unconfirmed, null, startCite);
  } else {
    run.state = 'no-duty';
    const later = candidates.find(({ from }) => from > run.startDay);
    if (later) explain(run, run.phrases.notYetInForce, later.from, later.rule.law.citation);
    else if (candidates.length > 0) explain(run, run.phrases.noLongerInForce, null, startCite);
    else explain(run, wordsIn(clock.otherwise, run.language), null, clock.otherwiseCite);
  }
  sayWhatChangedNothing(run, facts, startCite);
  return answerOf(prepared, run);
}

/** A day or a yes that somebody gave and the clock did not look at is said, so that nobody believes it was counted in. */
function sayWhatChangedNothing(run: Run, facts: ReadonlyMap<string, FactDefinition>, cite: string): void {
  if (run.state !== 'due') return;
  for (const name of run.facts.values.keys()) {
    const type = facts.get(name)?.type;
    if (run.used.has(name) || (type !== 'day' && type !== 'moment' && type !== 'yes-no')) continue;
    explain(run, run.phrases.factUnused(run.titleOf(name)), null, cite);
  }
}

function answerOf({ clock, edition }: PreparedClock, run: Run): ClockAnswer {
  const head = { clock: clock.name, place: run.place.code, edition, purpose: clock.purpose, state: run.state };
  if (run.state !== 'due') return { ...head, due: null, because: run.because };
  if (run.instant !== null) return { ...head, due: run.instant, because: run.because };
  if (run.safeDay === null || run.safeDay >= run.day) return { ...head, due: formatDay(run.day), because: run.because };
  explain(run, run.phrases.safe, run.safeDay, run.safeCite);
  return { ...head, due: formatDay(run.day), safe: formatDay(run.safeDay), because: run.because };
}
