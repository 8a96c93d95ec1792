/** An act that asks for the passphrase again: whoever finds an open screen must not be able to take a key away. */
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '#shared/kernel/failures';
import { FailureNotice } from '../../app/FailureNotice';
import { useWords } from '../../app/words';

type Props = {
  readonly act: string;
  /** Answers undefined when it was refused. */
  readonly onAct: (passphrase: string) => Promise<unknown>;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
};

export function WithPassphrase({ act, onAct, isRunning, failure }: Props) {
  const w = useWords('keys');
  const [passphrase, setPassphrase] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await onAct(passphrase)) !== undefined) setPassphrase('');
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <PasswordInput
          label={w.yours}
          aria-label={`${w.yours}: ${act}`}
          value={passphrase}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': w.show, tabIndex: 0 }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <FailureNotice failure={failure} />
        <Group>
          <Button type="submit" variant="default" loading={isRunning} disabled={passphrase === ''}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
