/** Kept versions: keep one now, and see the record as it was on a day. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProcessingRecord } from '#shared/domains/processing/model';
import { Day } from '#shared/kernel/time';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EntryRows } from './EntryRows';
import styles from './RecordPage.module.css';

export function VersionsCard({ record }: { readonly record: ProcessingRecord }) {
  const w = useWords('processing');
  const language = useLanguage();
  const keep = useCommand('processing', 'keep');
  const mayWrite = useMay()('write', 'processing');
  const [typed, setTyped] = useState<string>(localToday());
  const [on, setOn] = useState<Day | null>(null);
  const day = Day.safeParse(typed);
  return (
    <Card title={w.versions}>
      <Text size="sm" c="dimmed">
        {w.versionsLead}
      </Text>
      <Text size="sm">
        {record.kept === null
          ? w.noVersion
          : `${w.newest(record.kept.number, momentIn(language, record.kept.at))} ${record.changed ? w.changed : w.unchanged}`}
      </Text>
      <FailureNotice failure={keep.failure} />
      {keep.answer !== undefined && !record.changed && (
        <Text size="sm" role="status">
          {w.keptNow(keep.answer.number)}
        </Text>
      )}
      {mayWrite && (
        <Group>
          <Button
            variant="default"
            disabled={!record.changed}
            loading={keep.isRunning}
            onClick={() => void keep.run({})}
          >
            {w.keep}
          </Button>
        </Group>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day.success) setOn(day.data);
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput
            type="date"
            label={w.asOf}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!day.success}>
            {w.asOfShow}
          </Button>
        </Group>
      </form>
      {on !== null && <AsOf on={on} />}
    </Card>
  );
}

function AsOf({ on }: { readonly on: Day }) {
  const w = useWords('processing');
  const language = useLanguage();
  const { answer, failure } = useAsked('processing', 'asOf', { on });
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (answer === undefined) return null;
  if (answer === null) return <Text role="status">{w.asOfNone}</Text>;
  return (
    <div>
      <Text fw={600} role="status">
        {w.asOfFound(answer.number, momentIn(language, answer.at))}
      </Text>
      <Text size="xs" c="dimmed" className={styles.words ?? ''}>
        {w.digest}: {answer.digest}
      </Text>
      <ul className={styles.list}>
        {answer.content.entries.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <details>
              <summary>{entry.title}</summary>
              <EntryRows entry={entry} tools={answer.content.tools} />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
