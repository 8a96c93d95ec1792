/** The few settings there are: language and look, locking, the keychain, the passphrase, and where the vault is. */
import {
  Alert,
  Button,
  Group,
  List,
  NativeSelect,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { type Language, useLanguageStore } from '../../app/language';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { shortestPassphrase } from '../vault/strength';
import { StrengthHint } from '../vault/StrengthHint';
import styles from './SettingsPage.module.css';

export function SettingsPage() {
  const w = useWords('settings');
  return (
    <Stack gap="lg" maw={760}>
      <PageHead title={w.title} lead={w.lead} />
      <Look />
      <Locking />
      <OpeningByItself />
      <ChangePassphrase />
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

function OpeningByItself() {
  const w = useWords('settings');
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

function ChangePassphrase() {
  const w = useWords('settings');
  const change = useCommand('vault', 'changePassphrase');
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
    if ((await change.run({ current, next })) === undefined) return;
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
          <PasswordInput
            label={w.current}
            value={current}
            autoComplete="current-password"
            visibilityToggleButtonProps={eye}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
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
          <FailureNotice failure={change.failure} />
          {change.answer !== undefined && <Alert role="status">{w.changed}</Alert>}
          <Group>
            <Button type="submit" variant="default" loading={change.isRunning} disabled={current === '' || next === ''}>
              {w.changePassphrase}
            </Button>
          </Group>
        </Stack>
      </form>
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
