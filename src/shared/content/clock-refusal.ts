/** Why a clock cannot be computed: which clock, place, start or fact is unknown or does not make sense. */
import { AppError } from '#shared/kernel/failures';

export type ClockProblemCode =
  'unknown-clock' | 'unknown-place' | 'unknown-fact' | 'bad-fact' | 'bad-start' | 'bad-line';

export type ClockProblem = {
  readonly code: ClockProblemCode;
  readonly path: readonly string[];
  /** A plain sentence naming the clock, place or fact, never a value. */
  readonly message: string;
};

/** An `invalid` failure that also says in plain words what was not understood. */
export class ClockRefusal extends AppError {
  readonly clockProblems: readonly ClockProblem[];
  constructor(problems: readonly ClockProblem[]) {
    super({ code: 'invalid', problems: problems.map(({ path, code }) => ({ path, code })) });
    this.name = 'ClockRefusal';
    this.clockProblems = problems;
  }
}

/** A name somebody typed, fit to be repeated: only when it looks like a name, so that no text of a person is echoed. */
export const quoted = (name: string): string => (/^[A-Za-z][\w.-]{0,63}$/.test(name) ? `"${name}"` : 'of that name');
