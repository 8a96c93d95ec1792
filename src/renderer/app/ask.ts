/** The page's one way to main: ask an operation of the contract, listen to a topic. */
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import type { Answer, Failure } from '#shared/kernel/failures';
import type { Ask, Topic, Topics } from '#shared/kernel/operations';
import { useRunningTasks } from './running-tasks';

type Bridge = {
  ask(request: Ask): Promise<Answer<unknown>>;
  listen(topic: Topic, callback: (value: unknown) => void): () => void;
};
declare global {
  interface Window {
    readonly steward: Bridge;
  }
}

/** A *no* from main, as something that can be thrown. */
export class AskFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Asks and gives the answer, or throws `AskFailed`. `task` names long work so that it can be followed and cancelled. */
export async function ask<D extends DomainName, O extends OperationName<D>>(
  domain: D,
  operation: O,
  input: Asked<D, O>,
  task?: string,
): Promise<Answered<D, O>> {
  const answer = await (task === undefined
    ? window.steward.ask({ domain, operation, input })
    : askAtLength({ domain, operation, input, task }));
  if (!answer.ok) throw new AskFailed(answer.failure);
  return answer.value as Answered<D, O>;
}

/** Long work is listed while it runs, so that it can be seen and stopped from any page. */
async function askAtLength(request: Required<Ask>): Promise<Answer<unknown>> {
  const { begin, end } = useRunningTasks.getState();
  begin(request.task, `${request.domain}.${request.operation}`);
  try {
    const answer = await window.steward.ask(request);
    end(request.task, answer.ok ? null : answer.failure);
    return answer;
  } catch (error) {
    end(request.task, { code: 'bug', incident: 'page' });
    throw error;
  }
}

/** Calls back with each message on a topic; the returned function stops it. */
export const listen = <T extends Topic>(topic: T, callback: (value: Topics[T]) => void): (() => void) =>
  window.steward.listen(topic, callback as (value: unknown) => void);

/** The failure behind anything that was thrown. What did not come from main is a mistake of the page. */
export const failureOf = (error: unknown): Failure =>
  error instanceof AskFailed ? error.failure : { code: 'bug', incident: 'page' };
