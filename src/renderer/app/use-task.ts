/** One long task: run it, follow its progress, cancel it. */
import { useEffect, useRef, useState } from 'react';
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import type { Failure } from '#shared/kernel/failures';
import type { Progress } from '#shared/kernel/operations';
import { ask, failureOf, listen } from './ask';

export type Tasking<I, T> = {
  readonly run: (input: I) => Promise<T | undefined>;
  readonly cancel: () => void;
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  readonly answer: T | undefined;
  readonly failure: Failure | null;
  readonly reset: () => void;
};

type State<T> = {
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  readonly answer: T | undefined;
  readonly failure: Failure | null;
};

export function useTask<D extends DomainName, O extends OperationName<D>>(
  domain: D,
  operation: O,
): Tasking<Asked<D, O>, Answered<D, O>> {
  const idle: State<Answered<D, O>> = { isRunning: false, progress: null, answer: undefined, failure: null };
  const [state, setState] = useState(idle);
  const task = useRef<string | null>(null);
  useEffect(
    () =>
      listen('progress', (progress) => {
        if (progress.task === task.current) setState((before) => ({ ...before, progress }));
      }),
    [],
  );
  return {
    ...state,
    run: async (input) => {
      const id = crypto.randomUUID();
      task.current = id;
      setState({ ...idle, isRunning: true });
      try {
        const answer = await ask(domain, operation, input, id);
        setState({ ...idle, answer });
        return answer;
      } catch (error) {
        const failure = failureOf(error);
        // Somebody who closed a file dialog or pressed cancel knows; there is nothing to explain.
        const wanted = failure.code === 'unavailable' && failure.resource === 'cancelled';
        setState({ ...idle, failure: wanted ? null : failure });
        return undefined;
      } finally {
        task.current = null;
      }
    },
    cancel: () => {
      if (task.current !== null) void ask('tasks', 'cancel', { task: task.current });
    },
    reset: () => setState(idle),
  };
}
