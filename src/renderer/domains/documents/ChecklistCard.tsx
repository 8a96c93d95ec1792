/** What a law asks of this document, item by item: what is there, and what is missing. */
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import type { CheckedList } from '#shared/domains/documents/model';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './documents.module.css';

const signs = {
  there: IconCheck,
  missing: IconAlertTriangle,
  unclear: IconQuestionMark,
  'not-needed': IconMinus,
} as const;

export function ChecklistCard({ list }: { readonly list: CheckedList }) {
  const w = useWords('documents').checklist;
  const missing = list.items.filter(({ state }) => state === 'missing').length;
  return (
    <Card title={list.title}>
      <Text size="sm">{w.sum(missing)}</Text>
      <ul className={styles.list}>
        {list.items.map(({ item, words, citation, state, missing: facts }) => {
          const Sign = signs[state];
          return (
            <li key={item}>
              <div>
                <Text size="sm">
                  <Sign size={15} aria-hidden /> {words}
                </Text>
                <Text size="xs" c="dimmed">
                  {citation} · {w.states[state]}
                </Text>
                {facts.length > 0 && (
                  <Text size="xs" className={styles.old ?? ''}>
                    {w.lacks(facts.join(', '))}
                  </Text>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <Text size="xs" c="dimmed">
        {w.note}
      </Text>
    </Card>
  );
}
