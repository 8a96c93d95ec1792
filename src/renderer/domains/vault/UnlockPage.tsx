/** The unlock screen: the keychain first where it may, the passphrase, or the recovery kit. */
import { Alert, Anchor, Button, PasswordInput, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { VaultStatus } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Door } from './Door';

export function UnlockPage({ status }: { readonly status: VaultStatus }) {
  const w = useWords('vault').unlock;
  const unlock = useCommand('vault', 'unlock');
  const [way, setWay] = useState<'passphrase' | 'kit'>('passphrase');
  const [typed, setTyped] = useState('');
  const tried = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const failure = unlock.failure;
  const lockedByHand = failure?.code === 'rule' && failure.rule === 'vault.passphrase-after-lock';

  /** After a *no* the next attempt begins where the last one was typed. */
  function inputAgain(): void {
    input.current?.select();
  }
  async function open(input: Parameters<typeof unlock.run>[0]): Promise<void> {
    const answer = await unlock.run(input);
    if (answer !== undefined) await useSession.getState().look();
    else inputAgain();
  }
  useEffect(() => {
    if (tried.current || status.keychain !== 'ok') return;
    tried.current = true;
    void open({ with: 'keychain' });
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void open(way === 'kit' ? { with: 'kit', words: typed } : { with: 'passphrase', passphrase: typed });
  }
  const turnTo = (next: typeof way): void => {
    setWay(next);
    setTyped('');
    unlock.reset();
  };

  return (
    <Door title={w.title} begin={input}>
      <form onSubmit={submit}>
        <Stack>
          {status.keychain !== 'ok' && w.keychain[status.keychain] !== '' && (
            <Alert color="yellow">{w.keychain[status.keychain]}</Alert>
          )}
          {lockedByHand && <Text c="dimmed">{w.lockedByHand}</Text>}
          {way === 'passphrase' ? (
            <PasswordInput
              key="passphrase"
              label={w.passphrase}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              ref={input}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': w.show, tabIndex: 0 }}
            />
          ) : (
            <Textarea
              key="kit"
              label={w.words}
              description={w.wordsHelp}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autosize
              minRows={4}
              spellCheck={false}
              autoComplete="off"
            />
          )}
          {!lockedByHand && <FailureNotice failure={failure} />}
          <Button type="submit" size="md" loading={unlock.isRunning} disabled={typed === ''}>
            {w.open}
          </Button>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => turnTo(way === 'kit' ? 'passphrase' : 'kit')}
          >
            {way === 'kit' ? w.usePassphrase : w.useKit}
          </Anchor>
          <Text size="xs" c="dimmed">
            {w.folder}: <span translate="no">{status.storeId}</span>
          </Text>
        </Stack>
      </form>
    </Door>
  );
}
