/** At the first run: the folder where the vault will be, and choosing another one in the system's dialog. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChosenFolder, VaultStatus } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import styles from './VaultPlace.module.css';

type Props = { readonly status: VaultStatus; readonly disabled: boolean };

export function VaultPlace({ status, disabled }: Props) {
  const w = useWords('vault').welcome;
  const choose = useCommand('vault', 'chooseFolder');
  const [found, setFound] = useState<ChosenFolder | null>(null);
  const { failure } = choose;
  const changedMind = failure?.code === 'unavailable' && failure.resource === 'cancelled';

  async function another(): Promise<void> {
    const answer = await choose.run({});
    if (answer === undefined) return;
    setFound(answer.hasVault ? answer : null);
    if (!answer.hasVault) await useSession.getState().look();
  }
  async function openFound(folder: string): Promise<void> {
    if ((await choose.run({ folder })) !== undefined) await useSession.getState().look();
  }

  return (
    <Stack gap="xs">
      {status.choice === 'missing' && (
        <Alert color="clay" title={w.placeMissing}>
          {w.placeMissingNext}
        </Alert>
      )}
      <div>
        <Text size="sm" fw={600}>
          {w.place}
        </Text>
        <Text size="sm" role="status" aria-label={w.place} translate="no" className={styles.folder}>
          {status.folder}
        </Text>
      </div>
      {status.choice !== 'fixed' && (
        <Group gap="sm">
          <Button
            variant="default"
            size="xs"
            onClick={() => void another()}
            loading={choose.isRunning}
            disabled={disabled}
          >
            {w.choosePlace}
          </Button>
          <Text size="xs" c="dimmed">
            {w.placeHelp}
          </Text>
        </Group>
      )}
      {found !== null && (
        <Alert color="clay" role="alert" title={w.vaultThere}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm" translate="no" className={styles.folder}>
              {found.folder}
            </Text>
            <Text size="sm">{w.vaultThereNext}</Text>
            <Button size="xs" onClick={() => void openFound(found.folder)} loading={choose.isRunning}>
              {w.openThere}
            </Button>
          </Stack>
        </Alert>
      )}
      {!changedMind && <FailureNotice failure={failure} />}
    </Stack>
  );
}
