/** Checks the facts given with a clock: known names, right types, days and moments that exist. */
import { isTimeZone, parseMoment } from './moment';
import type { FactDefinition } from './clock-data';
import { quoted, type ClockProblem } from './clock-refusal';

export type FactValue = string | number | boolean;

/** Facts after checking: days as day numbers under their own name, everything else as given. */
export type CheckedFacts = {
  readonly days: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, FactValue>;
};

const expected: Readonly<Record<FactDefinition['type'], string>> = {
  day: 'a day (YYYY-MM-DD)',
  moment: 'a date and time with offset',
  'yes-no': 'true or false',
  count: 'a whole number, 0 or more',
  'time-zone': 'a time zone such as Europe/Dublin',
  choice: 'one of',
};

export function checkFacts(
  given: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, FactDefinition>,
  problems: ClockProblem[],
): CheckedFacts {
  const days = new Map<string, number>();
  const values = new Map<string, FactValue>();
  for (const name of Object.keys(given)) {
    const definition = known.get(name);
    if (!definition) {
      problems.push({ code: 'unknown-fact', path: ['facts', name], message: `There is no fact ${quoted(name)}.` });
      continue;
    }
    const value = given[name];
    if (!accept(definition, value, days, values)) {
      const list =
        definition.type === 'choice'
          ? ` ${(definition.choices ?? []).map(({ name: choice }) => choice).join(', ')}`
          : '';
      problems.push({
        code: 'bad-fact',
        path: ['facts', name],
        message: `The fact ${quoted(name)} must be ${expected[definition.type]}${list}.`,
      });
    }
  }
  return { days, values };
}

function accept(
  definition: FactDefinition,
  value: unknown,
  days: Map<string, number>,
  values: Map<string, FactValue>,
): boolean {
  switch (definition.type) {
    case 'day': {
      const moment = typeof value === 'string' ? parseMoment(value) : null;
      if (!moment) return false;
      days.set(definition.name, moment.day);
      values.set(definition.name, moment.text);
      return true;
    }
    case 'moment':
      if (typeof value !== 'string' || !parseMoment(value)) return false;
      break;
    case 'yes-no':
      if (typeof value !== 'boolean') return false;
      break;
    case 'count':
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return false;
      break;
    case 'time-zone':
      if (typeof value !== 'string' || !isTimeZone(value)) return false;
      break;
    case 'choice':
      if (typeof value !== 'string' || !definition.choices?.some(({ name }) => name === value)) return false;
      break;
  }
  values.set(definition.name, value as FactValue);
  return true;
}

/** A problem for each question answered before it was asked. */
export function checkSpanOrder(facts: CheckedFacts, asked: string, answered: string, problems: ClockProblem[]): void {
  const [from, to] = [facts.days.get(asked), facts.days.get(answered)];
  if (from !== undefined && to !== undefined && to < from) {
    problems.push({
      code: 'bad-fact',
      path: ['facts', answered],
      message: `The fact ${quoted(answered)} is before ${quoted(asked)}.`,
    });
  }
}
