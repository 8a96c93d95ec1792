/** One alert: what, who, when, why, the picture, and what can be done about it. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import type { Alert } from '#shared/domains/watching/model';
import { alertSentence } from '#shared/domains/watching/words';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn, numberIn } from '../../app/language';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { usePersonNames } from '../access/role-words';
import { DismissDialog } from './DismissDialog';
import { NormalRange } from './NormalRange';
import styles from './WatchingPage.module.css';

export function AlertCard({ alert }: { readonly alert: Alert }) {
  const w = useWords('watching');
  const who = usePersonNames();
  const language = useLanguage();
  const report = useCommand('watching', 'report');
  const [isDismissing, setIsDismissing] = useState(false);
  const when = alert.decidedAt === null ? '' : momentIn(language, alert.decidedAt);
  const by = alert.decidedBy === null ? '' : who(alert.decidedBy);
  return (
    <article className={styles.alert} data-state={alert.state}>
      <Stack gap="xs">
        <div>
          <Title order={2} size="h3">
            {w.kinds[alert.kind]}
          </Title>
          <Text size="sm" c="dimmed">
            {w.byOn(who(alert.actor), momentIn(language, alert.at))}
          </Text>
        </div>
        <Text className={styles.why ?? ''}>{alertSentence(alert.kind, alert.numbers, language)}</Text>
        <NormalRange alert={alert} />
        <Text size="sm" c="dimmed">
          {w.entry(numberIn(language, alert.entry))}
        </Text>
        <FailureNotice failure={report.failure} />
        {alert.state === 'open' && (
          <Group gap="sm">
            <Button
              leftSection={<IconFlag size={18} aria-hidden />}
              loading={report.isRunning}
              onClick={() => void report.run({ id: alert.id, revision: alert.revision })}
            >
              {w.report}
            </Button>
            <Button variant="default" onClick={() => setIsDismissing(true)}>
              {w.dismiss}
            </Button>
          </Group>
        )}
        {alert.state === 'incident' && <Text fw={600}>{w.reported(by, when)}</Text>}
        {alert.state === 'dismissed' && <Text>{w.dismissed(by, when, alert.reason ?? '')}</Text>}
        {isDismissing && <DismissDialog alert={alert} onClose={() => setIsDismissing(false)} />}
      </Stack>
    </article>
  );
}
