/** One's own account: passphrase and second factor. */
import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SecondFactorSetUp } from '#shared/domains/access/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { NewPassphrase } from '../settings/NewPassphrase';
import styles from './AccountPage.module.css';
import { useRoleNames } from './role-words';

export function AccountPage() {
  const w = useWords('access').me;
  const me = useSession((state) => state.who?.person);
  const roleName = useRoleNames();
  return (
    <Stack gap="lg" maw={760}>
      <PageHead title={w.title} lead={w.lead} />
      {me != null && (
        <Card title={me.name}>
          <Text>
            {w.role}: {roleName(me.role)}
          </Text>
        </Card>
      )}
      <SecondFactor />
      <NewPassphrase recovered={false} />
    </Stack>
  );
}

function SecondFactor() {
  const w = useWords('access').me;
  const begin = useCommand('access', 'startSecondFactor');
  const confirm = useCommand('access', 'confirmSecondFactor');
  const off = useCommand('access', 'removeSecondFactor');
  const mine = useAsked('access', 'account', {});
  const [setUp, setSetUp] = useState<SecondFactorSetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [code, setCode] = useState('');
  const isOn = mine.answer?.secondFactor ?? false;
  async function start(): Promise<void> {
    const made = await begin.run({});
    if (made !== undefined) setSetUp(made);
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await confirm.run({ code });
    if (done === undefined) return;
    setSetUp(null);
    setCode('');
    setCodes(done.recoveryCodes);
  }
  return (
    <Card title={w.factor}>
      <Text>{isOn ? w.factorOn : w.factorOff}</Text>
      <Text size="sm" c="dimmed">
        {w.factorLimit}
      </Text>
      <FailureNotice failure={begin.failure ?? confirm.failure ?? off.failure} />
      {codes !== null && (
        <Alert title={w.codesTitle} role="status">
          <Stack gap="xs">
            <Text size="sm">{w.codesLead}</Text>
            <ul className={styles.codes} translate="no">
              {codes.map((one) => (
                <li key={one}>
                  <Code>{one}</Code>
                </li>
              ))}
            </ul>
            <Group>
              <Button onClick={() => setCodes(null)}>{w.codesDone}</Button>
            </Group>
          </Stack>
        </Alert>
      )}
      {setUp !== null && (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <Text>{w.scan}</Text>
            <img
              className={styles.qr}
              alt={w.scan}
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(setUp.qr)}`}
            />
            <div>
              <Text size="sm">{w.secret}</Text>
              <Code translate="no" data-testid="totp-secret">
                {setUp.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
              </Code>
            </div>
            <Group align="flex-end">
              <TextInput
                label={w.confirm}
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6))}
              />
              <Button type="submit" loading={confirm.isRunning} disabled={code.length !== 6}>
                {w.on}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {setUp === null && codes === null && (
        <Group>
          {isOn ? (
            <Button variant="default" loading={off.isRunning} onClick={() => void off.run({})}>
              {w.off}
            </Button>
          ) : (
            <Button variant="default" loading={begin.isRunning} onClick={() => void start()}>
              {w.begin}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}
