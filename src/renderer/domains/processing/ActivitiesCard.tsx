/** Every activity of the record with what it says; those that are no longer done stand below. */
import { Button, Group, Text } from '@mantine/core';
import { namesIn } from '#shared/domains/fields/defaults';
import type { Activity, ProcessingRecord, RecordEntry } from '#shared/domains/processing/model';
import { recordWords } from '#shared/domains/processing/words';
import { FailureNotice } from '../../app/FailureNotice';
import { ButtonLink } from '../../app/go';
import { useMay } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EntryRows } from './EntryRows';
import styles from './RecordPage.module.css';

export function ActivitiesCard({ record }: { readonly record: ProcessingRecord }) {
  const w = useWords('processing');
  const end = useCommand('processing', 'end');
  const mayWrite = useMay()('write', 'processing');
  const ended = record.activities.filter((activity) => activity.ended);
  const stop = ({ id, revision }: Pick<Activity, 'id' | 'revision'>, isEnded: boolean): void =>
    void end.run({ id, revision, ended: isEnded });
  return (
    <Card title={w.activities}>
      <FailureNotice failure={end.failure} />
      <ul className={styles.list}>
        {record.content.entries.map((entry) => (
          <li key={entry.id} className={styles.item}>
            <Summary entry={entry} />
            {mayWrite && (
              <Group gap="xs">
                <ButtonLink
                  variant="default"
                  size="xs"

                  to="/record/$id"
                  params={{ id: entry.id }}
                  aria-label={w.edit(entry.title)}
                >
                  {w.editShort}
                </ButtonLink>
                <Button variant="subtle" size="xs" aria-label={w.end(entry.title)} onClick={() => stop(entry, true)}>
                  {w.endShort}
                </Button>
              </Group>
            )}
            <details>
              <summary>{w.details}</summary>
              <EntryRows entry={entry} tools={record.content.tools} />
            </details>
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <>
          <Text fw={600}>{w.activitiesEnded}</Text>
          <ul className={styles.list}>
            {ended.map((activity) => (
              <li key={activity.id} className={styles.item}>
                <Text c="dimmed">{activity.title}</Text>
                {mayWrite && (
                  <Button
                    variant="subtle"
                    size="xs"
                    aria-label={w.again(activity.title)}
                    onClick={() => stop(activity, false)}
                  >
                    {w.againShort}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Summary({ entry }: { readonly entry: RecordEntry }) {
  const language = useLanguage();
  const named = namesIn(language);
  return (
    <div>
      <Text fw={600}>{entry.title}</Text>
      <Text size="sm" c="dimmed">
        {[
          ...(entry.role === 'controller' ? [] : [recordWords[language].roles[entry.role]]),
          ...entry.purposes.map(({ id, name }) => named(id, name)),
          ...(entry.owner === null ? [] : [entry.owner.name]),
        ].join(' · ')}
      </Text>
    </div>
  );
}
