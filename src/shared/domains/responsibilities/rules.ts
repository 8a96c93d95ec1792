/** What is missing where somebody must look after something. */
import type { Assignment, Gap } from './model';

/** `active` are the people who can still come in. Without anybody accountable nothing else counts. */
export function gapsOf(
  { accountable, responsible, deputy, consulted, informed }: Assignment,
  active: ReadonlySet<string>,
): Gap[] {
  if (accountable === null) return ['nobody'];
  const gaps: Gap[] = [];
  if (!active.has(accountable)) gaps.push('left');
  // Whoever works alone has nobody to stand in; that is a gap only when there is somebody else.
  if (deputy === null) {
    if ([...active].some((id) => id !== accountable)) gaps.push('no-deputy');
  } else if (deputy === accountable) gaps.push('same-person');
  else if (!active.has(deputy)) gaps.push('deputy-left');
  const others = [...(responsible === null ? [] : [responsible]), ...consulted, ...informed];
  if (others.some((id) => !active.has(id))) gaps.push('others-left');
  return gaps;
}

/** Gaps that leave an area with nobody who looks after it. */
export const isUrgent = (gap: Gap): boolean => gap === 'nobody' || gap === 'left' || gap === 'deputy-left';
