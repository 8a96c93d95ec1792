/** A new passphrase: with the one in use, or without it after the kit or the escrow opened the vault. */
import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { isChosen, NewPassphraseFields, type NewPassphraseTyped } from '../vault/NewPassphraseFields';

export function NewPassphrase({ recovered }: { readonly recovered: boolean }) {
  const w = useWords('keys');
  const change = useCommand('vault', 'changePassphrase');
  const recover = useCommand('vault', 'recoverPassphrase');
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState<NewPassphraseTyped>({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!isChosen(typed)) return;
    if (
      (await (recovered ? recover.run({ next: typed.next }) : change.run({ current, next: typed.next }))) === undefined
    )
      return;
    setCurrent('');
    setTyped({ next: '', again: '' });
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
          <NewPassphraseFields typed={typed} onType={setTyped} tried={tried} words={w} />
          <FailureNotice failure={change.failure ?? recover.failure} />
          {(change.answer ?? recover.answer) !== undefined && <Alert role="status">{w.changed}</Alert>}
          <Group>
            <Button
              type="submit"
              variant="default"
              loading={change.isRunning || recover.isRunning}
              disabled={(!recovered && current === '') || typed.next === ''}
            >
              {recovered ? w.choosePassphrase : w.changePassphrase}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
