/** What one person allowed and refused: what holds now, every fact, and a receipt for each. */
import { Button, Group, Menu, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle, IconReceipt, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConsentFact, Said, StandingState, Topic } from '#shared/domains/consents/model';
import type { CustomerId } from '#shared/domains/customers/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import listed from '../../ui/Listed.module.css';
import styles from './Consents.module.css';
import { RecordDialog } from './RecordDialog';
import { useTopicNames } from './topic-names';

const signs = {
  yes: IconCheck,
  no: IconX,
  expired: IconClock,
  unproven: IconAlertTriangle,
  'not-asked': IconHelpCircle,
} as const satisfies Record<StandingState, unknown>;

export function ConsentCard({ customer, name }: { readonly customer: CustomerId; readonly name: string }) {
  const w = useWords('consents');
  const language = useLanguage();
  const mayWrite = useMay()('write', 'consents');
  const mayExport = useMay()('export', 'consents');
  const { nameOf } = useTopicNames();
  const asked = useAsked('consents', 'of', { customer, today: localToday() });
  const receipt = useTask('consents', 'receipt');
  const [recording, setRecording] = useState<{ said: Said; about: readonly Topic[] } | null>(null);
  if (asked.answer === undefined) return <FailureNotice failure={asked.failure} />;
  const { standing, facts } = asked.answer;
  const topics = standing.map(({ topic }) => topic);
  const line = (fact: ConsentFact): string =>
    w.card.fact(dayIn(language, fact.on), nameOf(fact.topic), w.states[fact.said]);
  return (
    <Paper bg="var(--steward-card)" component="section" withBorder p="md" radius="md" aria-label={w.card.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {w.card.title}
        </Title>
        {mayWrite && (
          <Button variant="default" size="xs" onClick={() => setRecording({ said: 'yes', about: [] })}>
            {w.card.record}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {w.card.lead}
      </Text>
      <ul className={listed.list}>
        {standing.map(({ topic, state, fact }) => {
          const Sign = signs[state];
          return (
            <li key={topic} className={listed.item} data-state={state}>
              <span>
                <Text span size="sm" fw={600}>
                  {nameOf(topic)}
                </Text>
                <span className={styles.state}>
                  <Sign size={16} aria-hidden /> {w.states[state]}
                  {fact !== null && (
                    <Text span size="sm" c="dimmed">
                      {' '}
                      {w.card.since(dayIn(language, fact.on), w.ways[fact.how])}
                      {fact.expiresOn !== null && ` · ${w.card.until(dayIn(language, fact.expiresOn))}`}
                    </Text>
                  )}
                </span>
                {state === 'unproven' && (
                  <Text size="sm" c="dimmed">
                    {w.card.fromList}
                  </Text>
                )}
              </span>
              {mayWrite && state !== 'no' && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={w.card.sayNo(nameOf(topic))}
                  onClick={() => setRecording({ said: 'no', about: [topic] })}
                >
                  {w.card.no}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <FailureNotice failure={receipt.failure} />
      {receipt.answer !== undefined && (
        <Text size="sm" role="status" className={listed.words ?? ''}>
          {w.card.saved(receipt.answer.file)}
        </Text>
      )}
      {facts.length > 0 && (
        <details className={styles.facts}>
          <summary>{w.card.all(facts.length)}</summary>
          <ul className={listed.list}>
            {facts.map((fact) => (
              <li key={fact.id} className={listed.item}>
                <span>
                  <Text span size="sm">
                    {line(fact)}
                  </Text>
                  <Text size="sm" c="dimmed" className={listed.words ?? ''}>
                    {[
                      w.ways[fact.how],
                      fact.guardian === '' ? '' : w.card.guardian(fact.guardian),
                      fact.evidence.length === 0 ? '' : w.card.files(fact.evidence.length),
                      fact.note,
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </Text>
                </span>
                {mayExport && (
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <Button
                        variant="default"
                        size="compact-sm"
                        leftSection={<IconReceipt size={15} aria-hidden />}
                        aria-label={w.card.receiptFor(nameOf(fact.topic), dayIn(language, fact.on))}
                      >
                        {w.card.receipt}
                      </Button>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {(['pdf', 'json'] as const).map((format) => (
                        <Menu.Item key={format} onClick={() => void receipt.run({ id: fact.id, format, language })}>
                          {w.card[format]}
                        </Menu.Item>
                      ))}
                    </Menu.Dropdown>
                  </Menu>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {recording !== null && (
        <RecordDialog
          customer={customer}
          name={name}
          topics={topics}
          said={recording.said}
          about={recording.about}
          onClose={() => setRecording(null)}
        />
      )}
    </Paper>
  );
}
