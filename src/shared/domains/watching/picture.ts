/** What is drawn of an alert: the person's other days, and the range in which nine of ten of them lie. */
import type { DayFeatures } from './features';
import type { Alert, AlertKind, Picture } from './model';
import { touchedOf } from './rules';
import { quantile } from './statistics';

const countedIn: Readonly<Record<AlertKind, Picture['counted']>> = {
  'bulk-export': 'exported',
  'bulk-view': 'viewed',
  'bulk-search': 'searched',
  'bulk-removal': 'removed',
  'failed-sign-ins': 'failed',
  refusals: 'refused',
  'settings-changed': 'settings',
  'odd-hour': 'odd-hour',
  'slow-drip': 'week',
  'newcomer-copying': 'week',
  'first-time': null,
  'clock-back': null,
  'while-away': null,
  'unusual-mix': null,
};

/** `days`: the person's days up to the alert's own, oldest first. */
export function drawnOf(alert: Alert, days: readonly DayFeatures[]): Omit<Picture, 'alert'> {
  const counted = countedIn[alert.kind];
  if (counted === null) return { counted, days: [], low: 0, high: 0 };
  const drawn = days.map((day, index) => ({
    day: day.day,
    value: counted === 'week' ? weekUntil(days.slice(0, index + 1)) : counted === 'odd-hour' ? day.off : day[counted],
  }));
  const others = drawn.filter(({ day }) => day !== alert.day).map(({ value }) => value);
  return { counted, days: drawn, low: quantile(others, 0.05), high: quantile(others, 0.95) };
}

/** Records touched in the seven days that end with the last of `days`. */
function weekUntil(days: readonly DayFeatures[]): number {
  const last = days.at(-1);
  if (last === undefined) return 0;
  const end = Date.parse(`${last.day}T00:00:00Z`);
  return days.reduce(
    (sum, day) => sum + (end - Date.parse(`${day.day}T00:00:00Z`) < 7 * 86_400_000 ? touchedOf(day) : 0),
    0,
  );
}
