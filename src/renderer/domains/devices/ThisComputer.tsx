/** How this very computer is protected: the newest snapshot, what differs from the one before, and how each thing was asked. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconHelpCircle, IconRefresh, IconX } from '@tabler/icons-react';
import type { PostureAnswer, Snapshot } from '#shared/domains/devices/model';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { usePersonNames } from '../access/role-words';
import styles from './DevicesPage.module.css';

const signs = { good: IconCheck, bad: IconX, unknown: IconHelpCircle } as const;

export function ThisComputer() {
  const w = useWords('devices');
  const { answer: snapshots } = useAsked('devices', 'snapshots', {});
  const check = useTask('devices', 'check');
  const last = snapshots?.[0];
  return (
    <Card title={w.here}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Text c="dimmed" maw={640}>
          {w.hereLead}
        </Text>
        <Button
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={check.isRunning}
          onClick={() => void check.run({})}
        >
          {w.checkNow}
        </Button>
      </Group>
      <FailureNotice failure={check.failure} />
      {snapshots !== undefined && last === undefined && <Text>{w.never}</Text>}
      {last !== undefined && <Posture snapshot={last} earlier={(snapshots?.length ?? 1) - 1} />}
    </Card>
  );
}

function Posture({ snapshot, earlier }: { readonly snapshot: Snapshot; readonly earlier: number }) {
  const w = useWords('devices');
  const who = usePersonNames();
  const language = useLanguage();
  return (
    <Stack gap="xs">
      <Text role="status">{w.checkedOn(momentIn(language, snapshot.at), who(snapshot.by))}</Text>
      <ul className={styles.answers}>
        {snapshot.answers.map((answer) => (
          <AnswerLine key={answer.check} answer={answer} />
        ))}
      </ul>
      {snapshot.changed.length > 0 && (
        <div>
          <Text fw={600}>{w.changedSince}</Text>
          {snapshot.changed.map(({ check, before, after }) => (
            <Text key={check} size="sm">
              {w.change(w.checks[check], before, after)}
            </Text>
          ))}
        </div>
      )}
      <Text size="xs" c="dimmed" className={styles.digest ?? ''}>
        {w.digest(snapshot.digest)}
      </Text>
      {earlier > 0 && (
        <Text size="sm" c="dimmed">
          {w.earlier(earlier)}
        </Text>
      )}
    </Stack>
  );
}

function AnswerLine({ answer: { check, state, detail, reason, source } }: { readonly answer: PostureAnswer }) {
  const w = useWords('devices');
  const Sign = signs[state];
  return (
    <li className={styles.answer} data-state={state}>
      <span className={styles.sign}>
        <Sign size={18} aria-hidden />
        <span>
          {w.checks[check]}: <strong>{w.states[state]}</strong>
          {detail !== null && ` (${detail})`}
          {reason !== null && `, ${w.reasons[reason]}`}
        </span>
      </span>
      <details>
        <summary>{w.asked}</summary>
        <code>{source}</code>
      </details>
    </li>
  );
}
