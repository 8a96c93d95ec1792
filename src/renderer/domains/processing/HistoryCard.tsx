/** Earlier versions of one activity, for good. */
import { Text } from '@mantine/core';
import type { Activity } from '#shared/domains/processing/model';
import { momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './RecordPage.module.css';

type Props = {
  readonly activity: Activity;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

export function HistoryCard({ activity, people }: Props) {
  const w = useWords('processing').form;
  const language = useLanguage();
  const { answer: versions = [] } = useAsked('processing', 'history', { id: activity.id });
  if (versions.length < 2) return null;
  return (
    <Card title={w.history}>
      <ul className={styles.list}>
        {versions.map(({ revision, changedAt, changedBy, title }) => (
          <li key={revision} className={styles.item}>
            <Text size="sm">
              {w.historyRow(
                revision,
                momentIn(language, changedAt),
                people.find(({ id }) => id === changedBy)?.name ?? changedBy,
              )}
              {': '}
              {title}
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
