/** Today as the person sees it: the day of the computer's own time zone. */
import { type Day, instantOf, localDay } from '#shared/kernel/time';

export const localToday = (): Day => localDay(instantOf(new Date()));
