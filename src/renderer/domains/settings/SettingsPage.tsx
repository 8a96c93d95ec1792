/** The few settings there are: language and look, locking, and where the vault is. Keys have a page of their own. */
import { List, NativeSelect, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { FailureNotice } from '../../app/FailureNotice';
import { type Language, useLanguageStore } from '../../app/language';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import styles from './SettingsPage.module.css';

export function SettingsPage() {
  const w = useWords('settings');
  return (
    <Stack gap="lg" maw={760}>
      <PageHead title={w.title} lead={w.lead} />
      <Look />
      <Locking />
      <ThisVault />
    </Stack>
  );
}

function Look() {
  const w = useWords('settings');
  const { language, choose } = useLanguageStore();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Card title={w.look}>
      <NativeSelect
        label={w.language}
        value={language}
        data={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        onChange={(event) => choose(event.currentTarget.value as Language)}
      />
      <div>
        <Text size="sm" fw={600} mb={4}>
          {w.colours}
        </Text>
        <SegmentedControl
          aria-label={w.colours}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
          data={[
            { value: 'light', label: w.light },
            { value: 'dark', label: w.dark },
            { value: 'auto', label: w.system },
          ]}
        />
      </div>
    </Card>
  );
}

const choices = [1, 5, 10, 15, 30, 60];

function Locking() {
  const w = useWords('settings');
  const { status, look } = useSession();
  const set = useCommand('vault', 'setIdleMinutes');
  const minutes = status?.idleMinutes ?? 15;
  async function change(next: number): Promise<void> {
    if ((await set.run({ minutes: next })) !== undefined) await look();
  }
  return (
    <Card title={w.lock}>
      <NativeSelect
        label={w.idle}
        value={String(minutes)}
        data={[...new Set([...choices, minutes])]
          .toSorted((a, b) => a - b)
          .map((value) => ({ value: String(value), label: w.minutes(value) }))}
        onChange={(event) => void change(Number(event.currentTarget.value))}
      />
      <Text size="sm" c="dimmed">
        {w.alsoLocks}
      </Text>
      <FailureNotice failure={set.failure} />
    </Card>
  );
}

function ThisVault() {
  const w = useWords('settings');
  const { status } = useSession();
  return (
    <Card title={w.vault}>
      <dl className={styles.facts}>
        <dt>{w.folder}</dt>
        <dd translate="no">{status?.folder}</dd>
        <dt>{w.id}</dt>
        <dd translate="no">{status?.storeId}</dd>
        <dt>{w.version}</dt>
        <dd translate="no">{import.meta.env.STEWARD_VERSION}</dd>
      </dl>
      <div>
        <Text fw={600}>{w.limits}</Text>
        <List size="sm">
          {w.limitsLines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </div>
    </Card>
  );
}
