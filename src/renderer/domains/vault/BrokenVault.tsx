/** Shown when not even the vault's state can be read: the reason, and a way to look again. */
import { Button, Stack } from '@mantine/core';
import type { Failure } from '#shared/kernel/failures';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useWords } from '../../app/words';
import { Door } from './Door';

export function BrokenVault({ failure }: { readonly failure: Failure }) {
  const w = useWords('vault');
  const { look } = useSession();
  return (
    <Door title={w.broken}>
      <Stack>
        <FailureNotice failure={failure} />
        <Button onClick={() => void look()}>{w.again}</Button>
      </Stack>
    </Door>
  );
}
