/** Whether the keychain of this computer opens the vault. */
import { Button, Group, Text } from '@mantine/core';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';

export function OpeningByItself() {
  const w = useWords('keys');
  const { status, look } = useSession();
  const set = useCommand('vault', 'setKeychain');
  const isOn = status !== null && status.keychain !== 'off';
  async function change(on: boolean): Promise<void> {
    if ((await set.run({ on })) !== undefined) await look();
  }
  return (
    <Card title={w.keychain}>
      <Text>{isOn ? w.keychainOn : w.keychainOff}</Text>
      <Text size="sm" c="dimmed">
        {w.keychainWarn}
      </Text>
      <FailureNotice failure={set.failure} />
      <Group>
        <Button variant="default" loading={set.isRunning} onClick={() => void change(!isOn)}>
          {isOn ? w.switchOff : w.switchOn}
        </Button>
      </Group>
    </Card>
  );
}
