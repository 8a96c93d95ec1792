/** Rows of attendance lists that could not be taken, each as it was and with the reason. */
import { Button, Group, Text } from '@mantine/core';
import type { Refused } from '#shared/domains/training/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './training.module.css';

export function RefusedCard({ refused }: { readonly refused: readonly Refused[] }) {
  const { team: w, problems } = useWords('training');
  const mayWrite = useMay()('write', 'training');
  const settle = useCommand('training', 'settleRefused');
  return (
    <Card title={w.refused}>
      <Text c="dimmed">{w.refusedLead}</Text>
      <FailureNotice failure={settle.failure} />
      <ul className={styles.list}>
        {refused.map(({ id, row, fileName, cells, problem }) => (
          <li key={id} className={styles.item}>
            <div>
              <Text className={styles.words ?? ''}>{cells.filter((cell) => cell !== '').join(' · ')}</Text>
              <Text size="sm" c="dimmed">
                {w.row(row, fileName)}: {problems[problem]}
              </Text>
            </div>
            {mayWrite && (
              <Button
                variant="default"
                size="xs"
                aria-label={w.settleOne(row)}
                onClick={() => void settle.run({ ids: [id] })}
              >
                {w.settleShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && refused.length > 1 && (
        <Group>
          <Button
            variant="default"
            loading={settle.isRunning}
            onClick={() => void settle.run({ ids: refused.slice(0, 500).map(({ id }) => id) })}
          >
            {w.settle}
          </Button>
        </Group>
      )}
    </Card>
  );
}
