/** The first run: what Steward is, the passphrase, then the recovery kit that must be confirmed before anything is stored. */
import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RecoveryKit, VaultStatus } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Door } from './Door';
import { KitPage } from './KitPage';
import { MakeVault } from './MakeVault';

/** Where there is a vault already, its kit was never confirmed. */
export function WelcomePage({ status }: { readonly status: VaultStatus }) {
  const [kit, setKit] = useState<RecoveryKit | null>(null);
  if (kit !== null) return <KitPage kit={kit} />;
  return status.state === 'none' ? <MakeVault status={status} onKit={setKit} /> : <RenewKit onKit={setKit} />;
}

function RenewKit({ onKit }: { readonly onKit: (kit: RecoveryKit) => void }) {
  const w = useWords('vault');
  const renew = useCommand('vault', 'newKit');
  const [passphrase, setPassphrase] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await renew.run({ passphrase });
    if (answer !== undefined) onKit(answer.kit);
  }
  return (
    <Door title={w.kit.lostTitle}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text>{w.kit.lostLead}</Text>
          <PasswordInput
            label={w.unlock.passphrase}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': w.unlock.show, tabIndex: 0 }}
          />
          <FailureNotice failure={renew.failure} />
          <Button type="submit" loading={renew.isRunning} disabled={passphrase === ''}>
            {w.kit.renew}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
