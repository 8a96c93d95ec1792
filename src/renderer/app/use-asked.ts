/** The answer to a query, kept and asked again when it is no longer true. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Answered, Asked, DomainName, OperationName } from '#shared/contract';
import type { Failure } from '#shared/kernel/failures';
import { ask, failureOf } from './ask';

export type Asking<T> = {
  readonly answer: T | undefined;
  readonly failure: Failure | null;
  readonly isAsking: boolean;
  readonly again: () => void;
};

export function useAsked<D extends DomainName, O extends OperationName<D>>(
  domain: D,
  operation: O,
  input: Asked<D, O>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): Asking<Answered<D, O>> {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [domain, operation, input],
    queryFn: () => ask(domain, operation, input),
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    answer: data as Answered<D, O> | undefined,
    failure: error === null ? null : failureOf(error),
    isAsking: isFetching,
    again: () => void refetch(),
  };
}
