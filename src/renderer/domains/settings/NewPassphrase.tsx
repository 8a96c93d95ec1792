/** A new passphrase: with the one in use, or without it after the kit or the escrow opened the vault. */
import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { shortestPassphrase } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { StrengthHint } from '../vault/StrengthHint';

export function NewPassphrase({ recovered }: { readonly recovered: boolean }) {
  const w = useWords('keys');
  const change = useCommand('vault', 'changePassphrase');
  const recover = useCommand('vault', 'recoverPassphrase');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const short = next.length < shortestPassphrase;
  const differ = next !== again;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (short || differ) return;
    if ((await (recovered ? recover.run({ next }) : change.run({ current, next }))) === undefined) return;
    setCurrent('');
    setNext('');
    setAgain('');
    setTried(false);
  }
  const eye = { 'aria-label': w.show, tabIndex: 0 };
  return (
    <Card title={w.passphrase}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {recovered ? (
            <Text>{w.recovered}</Text>
          ) : (
            <PasswordInput
              label={w.current}
              value={current}
              autoComplete="current-password"
              visibilityToggleButtonProps={eye}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
          )}
          <PasswordInput
            label={w.next}
            value={next}
            autoComplete="new-password"
            error={tried && short ? w.short : null}
            visibilityToggleButtonProps={eye}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <StrengthHint passphrase={next} />
          <PasswordInput
            label={w.again}
            value={again}
            autoComplete="new-password"
            error={tried && differ ? w.differ : null}
            visibilityToggleButtonProps={eye}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          <FailureNotice failure={change.failure ?? recover.failure} />
          {(change.answer ?? recover.answer) !== undefined && <Alert role="status">{w.changed}</Alert>}
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={change.isRunning || recover.isRunning}
              disabled={(!recovered && current === '') || next === ''}
            >
              {recovered ? w.choosePassphrase : w.changePassphrase}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
