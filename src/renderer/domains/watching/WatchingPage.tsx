/** Watching: alerts first, then what was learned of them and who is away. */
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconEye, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { AlertCard } from './AlertCard';
import { AwayCard } from './AwayCard';
import { LessonsCard } from './LessonsCard';
import styles from './WatchingPage.module.css';

type Shown = 'open' | 'all';

export function WatchingPage() {
  const w = useWords('watching');
  const language = useLanguage();
  const [shown, setShown] = useState<Shown>('open');
  const asked = useAsked('watching', 'list', { shown });
  const look = useTask('watching', 'look');
  const lookNow = async (): Promise<void> => {
    if ((await look.run({})) !== undefined) asked.again();
  };
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        <Button
          variant="default"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={look.isRunning}
          onClick={() => void lookNow()}
        >
          {w.look}
        </Button>
      </PageHead>
      <FailureNotice failure={look.failure} />
      <AskedPage asked={asked}>
        {({ alerts, entries, people, lookedAt }) => (
          <Stack gap="md">
            <Group gap="md">
              <SegmentedControl
                aria-label={w.shown}
                value={shown}
                onChange={(value) => setShown(value as Shown)}
                data={(['open', 'all'] as const).map((value) => ({ value, label: w.filters[value] }))}
              />
              <Text role="status">
                {look.answer === undefined ? '' : w.looked(numberIn(language, look.answer.entries), look.answer.raised)}
              </Text>
            </Group>
            {alerts.length === 0 ? (
              <EmptyState icon={<IconEye aria-hidden />} title={w.none} lines={w.noneLines} />
            ) : (
              <ul className={styles.list} aria-label={w.title}>
                {alerts.map((alert) => (
                  <li key={alert.id}>
                    <AlertCard alert={alert} />
                  </li>
                ))}
              </ul>
            )}
            {lookedAt !== null && (
              <Text size="sm" c="dimmed">
                {w.state(numberIn(language, entries), w.people(people), momentIn(language, lookedAt))}
              </Text>
            )}
          </Stack>
        )}
      </AskedPage>
      <div className={styles.columns}>
        <LessonsCard />
        <AwayCard />
      </div>
    </Stack>
  );
}
