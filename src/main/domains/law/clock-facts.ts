/** Which facts a clock looks at, read out of its own steps, so that a form asks for these and no others. */
import type { Clock } from '#shared/content/clock-data';

/** Keys of conditions and steps whose value names a fact or several. */
const factKeys = new Set(['fact', 'facts', 'from', 'asked', 'answered', 'earliest']);

export function factsOfClock(clock: Clock): Set<string> {
  const names = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (factKeys.has(key)) names.add(value);
    } else if (Array.isArray(value)) for (const one of value) walk(one, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, name);
  };
  for (const rule of clock.rules) {
    walk(rule.when, '');
    walk(rule.steps, '');
    for (const step of rule.steps) {
      if ('extended' in step && step.extended !== undefined) names.add('extended');
      if (step.do === 'business-days') names.add('calendar');
      if (step.do === 'hours') names.add('timeZone');
    }
  }
  return names;
}
