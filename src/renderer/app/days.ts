/** Today as the person sees it: the day of the computer's own time zone. */
import type { Day } from '#shared/kernel/time';

export function localToday(): Day {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as Day;
}
