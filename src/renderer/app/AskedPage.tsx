/** A page made of one answer: shows that it is coming, why it cannot be had, or the page itself. */
import { Anchor, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice';
import { PageLink } from './go';
import { Loading } from './Loading';
import type { Asking } from './use-asked';

type Props<T> = {
  readonly asked: Asking<T>;
  /** Where a person goes when there is nothing here. */
  readonly back?: { readonly to: '/customers' | '/imports' | '/'; readonly label: string };
  readonly children: (answer: T) => ReactNode;
};

export function AskedPage<T>({ asked, back, children }: Props<T>) {
  if (asked.failure !== null) {
    return (
      <Stack align="flex-start">
        <FailureNotice failure={asked.failure} />
        {back !== undefined && (
          <Anchor component={PageLink} to={back.to}>
            {back.label}
          </Anchor>
        )}
      </Stack>
    );
  }
  return asked.answer === undefined ? <Loading /> : <>{children(asked.answer)}</>;
}
