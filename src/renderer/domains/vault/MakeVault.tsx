/** Making a vault: one passphrase typed twice, with an honest hint, and whether the keychain may help. */
import { Button, Checkbox, List, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type RecoveryKit, shortestPassphrase, type VaultStatus } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Door } from './Door';
import styles from './MakeVault.module.css';
import { StrengthHint } from './StrengthHint';
import { VaultPlace } from './VaultPlace';

type Props = { readonly status: VaultStatus; readonly onKit: (kit: RecoveryKit) => void };

export function MakeVault({ status, onKit }: Props) {
  const words = useWords('vault');
  const w = words.welcome;
  const language = useLanguage();
  const make = useCommand('vault', 'create');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [useKeychain, setUseKeychain] = useState(true);
  const [checked, setChecked] = useState(false);
  const short = passphrase.length < shortestPassphrase;
  const differ = passphrase !== again;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (short || differ) return;
    const answer = await make.run({ passphrase, useKeychain, language });
    if (answer !== undefined) onKit(answer.kit);
  }

  const eye = { 'aria-label': words.unlock.show, tabIndex: 0 };
  return (
    <Door title={w.title} lead={w.lead}>
      <Stack gap="lg">
        <List
          classNames={{ itemWrapper: styles.promise }}
          spacing={6}
          size="sm"
          icon={<IconCircleCheck size={18} color="var(--mantine-color-moss-6)" aria-hidden />}
        >
          {w.does.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {w.doesNot}
        </Text>
        <VaultPlace status={status} disabled={make.isRunning} />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack>
            <PasswordInput
              label={w.passphrase}
              description={w.passphraseHelp}
              value={passphrase}
              autoComplete="new-password"
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              error={checked && short ? w.short : null}
              visibilityToggleButtonProps={eye}
            />
            <StrengthHint passphrase={passphrase} />
            <PasswordInput
              label={w.again}
              value={again}
              autoComplete="new-password"
              onChange={(event) => setAgain(event.currentTarget.value)}
              error={checked && differ ? w.differ : null}
              visibilityToggleButtonProps={eye}
            />
            <Checkbox
              label={w.keychain}
              description={w.keychainHelp}
              checked={useKeychain}
              onChange={(event) => setUseKeychain(event.currentTarget.checked)}
            />
            <FailureNotice failure={make.failure} />
            <Button type="submit" size="md" loading={make.isRunning}>
              {w.make}
            </Button>
            <Text size="sm" c="dimmed">
              {w.next}
            </Text>
          </Stack>
        </form>
      </Stack>
    </Door>
  );
}
