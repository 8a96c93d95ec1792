/** One command or short task: run it, know whether it is running, what came of it, and why it said no. */
import { useState } from 'react';
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import type { Failure } from '#shared/kernel/failures';
import { ask, failureOf } from './ask';

export type Commanding<I, T> = {
  /** Gives the answer, or undefined when it was a *no*; the reason is then in `failure`. */
  readonly run: (input: I) => Promise<T | undefined>;
  readonly isRunning: boolean;
  readonly answer: T | undefined;
  readonly failure: Failure | null;
  readonly reset: () => void;
};

type State<T> = { readonly isRunning: boolean; readonly answer: T | undefined; readonly failure: Failure | null };

export function useCommand<D extends DomainName, O extends OperationName<D>>(
  domain: D,
  operation: O,
): Commanding<Asked<D, O>, Answered<D, O>> {
  const idle: State<Answered<D, O>> = { isRunning: false, answer: undefined, failure: null };
  const [state, setState] = useState(idle);
  return {
    ...state,
    run: async (input) => {
      setState({ ...idle, isRunning: true });
      try {
        const answer = await ask(domain, operation, input);
        setState({ ...idle, answer });
        return answer;
      } catch (error) {
        setState({ ...idle, failure: failureOf(error) });
        return undefined;
      }
    },
    reset: () => setState(idle),
  };
}
