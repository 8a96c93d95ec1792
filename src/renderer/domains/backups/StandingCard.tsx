/** The 3-2-1-1-0 picture: what there is, and what is missing. */
import { Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Overview } from '#shared/domains/backups/model';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './Backups.module.css';

const parts = ['copies', 'media', 'elsewhere', 'offline', 'errors'] as const;

export function StandingCard({ standing }: { readonly standing: Overview['standing'] }) {
  const w = useWords('backups').standing;
  return (
    <Card title={w.title}>
      <Text c="dimmed">{w.lead}</Text>
      <ul className={styles.parts}>
        {parts.map((part) => {
          const { have, good } = standing[part];
          const Sign = good ? IconCheck : IconX;
          return (
            <li key={part} className={styles.part} data-good={good}>
              <Sign size={18} aria-hidden />
              <span>
                {w[part](have)}: <strong>{good ? w.yes : w.no}</strong>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
