/** How far an obligation is, from what was decided, recorded and shown. Pure: the day is brought. */
import { type Day, monthsLater } from '#shared/kernel/time';
import type { NextAction, ObligationState } from './model';

export type Standing = {
  readonly applies: 'yes' | 'no' | 'open';
  readonly recorded: 'not-started' | 'in-place' | 'not-applicable' | null;
  /** Whether any of its measures was marked as in place. */
  readonly measureInPlace: boolean;
  /** Days after which linked evidence no longer counts; null for none. */
  readonly evidence: readonly (Day | null)[];
  /** Last look, of the obligation itself or of a measure that serves it; null for never. */
  readonly reviewedOn: Day | null;
  readonly reviewMonths: number | null;
};

/** The state on a day. That something is done, or does not apply, outweighs what the questions decided; a mere note of it does not. */
export function stateOn(today: Day, standing: Standing): ObligationState {
  if (standing.recorded === 'not-applicable') return 'not-applicable';
  // A measure taken for another law does not make a law apply.
  if (standing.recorded !== 'in-place' && standing.applies === 'no') return 'not-applicable';
  const started = standing.recorded === 'in-place' || standing.measureInPlace || standing.evidence.length > 0;
  if (!started) {
    return standing.applies === 'open' && standing.recorded === null ? 'unknown' : 'not-started';
  }
  if (isReviewOverdue(today, standing)) return 'expired';
  if (standing.evidence.length === 0) return 'in-place';
  return standing.evidence.some((until) => until === null || until >= today) ? 'evidenced' : 'expired';
}

export function nextReview(reviewedOn: Day | null, reviewMonths: number | null): Day | null {
  return reviewedOn === null || reviewMonths === null ? null : monthsLater(reviewedOn, reviewMonths);
}

export function isReviewOverdue(
  today: Day,
  { reviewedOn, reviewMonths }: Pick<Standing, 'reviewedOn' | 'reviewMonths'>,
): boolean {
  const due = nextReview(reviewedOn, reviewMonths);
  return due !== null && due < today;
}

export type Candidate = {
  readonly name: string;
  readonly title: string;
  readonly state: ObligationState;
  readonly core: boolean;
  readonly overdue: boolean;
  /** The first day in force, where that is still to come. */
  readonly inForceFrom: Day | null;
  readonly measures: readonly string[];
};

/**
 * The one next best action: an open question first (it decides the rest), then what has run out, then what has a date
 * behind it, then a start that serves most obligations, core ones first, then evidence for what is in place.
 */
export function nextAction(
  question: { name: string; words: string } | null,
  obligations: readonly Candidate[],
): NextAction {
  if (question !== null) return { kind: 'answer-question', name: question.name, title: question.words, serves: 0 };
  const serves = new Map<string, number>();
  for (const one of obligations) {
    if (one.state !== 'not-started') continue;
    for (const measure of one.measures) serves.set(measure, (serves.get(measure) ?? 0) + 1);
  }
  const weightOf = ({ measures }: Candidate): number =>
    Math.max(1, ...measures.map((measure) => serves.get(measure) ?? 0));
  const best = (candidates: readonly Candidate[]): Candidate | undefined =>
    candidates.toSorted(
      (a, b) =>
        // What is law today comes before what will be.
        Number(a.inForceFrom !== null) - Number(b.inForceFrom !== null) ||
        Number(b.overdue) - Number(a.overdue) ||
        Number(b.core) - Number(a.core) ||
        weightOf(b) - weightOf(a) ||
        (a.name < b.name ? -1 : 1),
    )[0];
  for (const [state, kind] of [
    ['expired', 'renew'],
    ['not-started', 'start'],
    ['in-place', 'evidence'],
  ] as const) {
    const chosen = best(obligations.filter((one) => one.state === state));
    if (chosen !== undefined) {
      return { kind, name: chosen.name, title: chosen.title, serves: kind === 'start' ? weightOf(chosen) : 1 };
    }
  }
  return { kind: 'none', name: null, title: null, serves: 0 };
}
