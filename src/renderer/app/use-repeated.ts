/** Asks an operation again exactly as it was asked before; main checks name and input as for any other request. */
import { useState } from 'react';
import type { Failure } from '#shared/kernel/failures';
import { ask, failureOf } from './ask';

type Asked = { readonly domain: string; readonly operation: string; readonly input: unknown };

export function useRepeated() {
  const [state, setState] = useState<{ isRunning: boolean; failure: Failure | null }>({
    isRunning: false,
    failure: null,
  });
  return {
    ...state,
    run: async ({ domain, operation, input }: Asked): Promise<void> => {
      setState({ isRunning: true, failure: null });
      try {
        await ask(domain as never, operation as never, input as never, crypto.randomUUID());
        setState({ isRunning: false, failure: null });
      } catch (error) {
        const failure = failureOf(error);
        const stopped = failure.code === 'unavailable' && failure.resource === 'cancelled';
        setState({ isRunning: false, failure: stopped ? null : failure });
      }
    },
  };
}
