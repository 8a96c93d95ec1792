/** The page's one way to main: ask an operation of the contract, listen to a topic. */
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import type { Answer, Failure } from '#shared/kernel/failures';
import type { Ask, Topic, Topics } from '#shared/kernel/operations';
import type { DualKind } from '#shared/domains/access/model';
import { usePrompts } from './prompts';
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
  const request: Ask = { domain, operation, input, ...(task === undefined ? {} : { task }) };
  const answer = await askUntilSettled(request);
  if (!answer.ok) throw new AskFailed(answer.failure);
  return answer.value as Answered<D, O>;
}

/** Where main first wants a fresh proof, or the word of somebody who works alone, the person is asked and the request repeated. */
async function askUntilSettled(request: Ask): Promise<Answer<unknown>> {
  const answer = await (request.task === undefined ? window.steward.ask(request) : askAtLength(request));
  if (answer.ok || answer.failure.code !== 'rule') return answer;
  const { rule, facts } = answer.failure;
  if (rule === 'access.proof-needed') {
    const proven = await usePrompts.getState().ask({ kind: 'proof' });
    return proven ? askUntilSettled(request) : stopped;
  }
  if (rule === 'approvals.alone' && request.alone !== true) {
    const goOn = await usePrompts.getState().ask({ kind: 'alone', what: facts?.['kind'] as DualKind | 'alone-after' });
    return goOn ? askUntilSettled({ ...request, alone: true }) : stopped;
  }
  return answer;
}

const stopped: Answer<unknown> = { ok: false, failure: { code: 'unavailable', resource: 'cancelled' } };

/** Long work is listed while it runs, so that it can be seen and stopped from any page. */
async function askAtLength(request: Ask): Promise<Answer<unknown>> {
  const { begin, end } = useRunningTasks.getState();
  const task = request.task ?? '';
  begin(task, `${request.domain}.${request.operation}`);
  try {
    const answer = await window.steward.ask(request);
    end(task, answer.ok ? null : answer.failure);
    return answer;
  } catch (error) {
    end(task, { code: 'bug', incident: 'page' });
    throw error;
  }
}

/** Calls back with each message on a topic; the returned function stops it. */
export const listen = <T extends Topic>(topic: T, callback: (value: Topics[T]) => void): (() => void) =>
  window.steward.listen(topic, callback as (value: unknown) => void);

/** The failure behind anything that was thrown. What did not come from main is a mistake of the page. */
export const failureOf = (error: unknown): Failure =>
  error instanceof AskFailed ? error.failure : { code: 'bug', incident: 'page' };
