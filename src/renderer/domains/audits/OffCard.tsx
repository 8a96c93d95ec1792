/** Checks that are not in the programme, with the way in. */
import { Button, Text } from '@mantine/core';
import type { Check } from '#shared/domains/audits/model';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './AuditsPage.module.css';

type Props = { readonly off: readonly Check[]; readonly onTakeIn: (check: Check) => void };

export function OffCard({ off, onTakeIn }: Props) {
  const w = useWords('audits');
  const mayWrite = useMay()('write', 'audits');
  return (
    <Card title={w.off}>
      <Text c="dimmed">{w.offLead}</Text>
      <ul className={styles.list}>
        {off.map((check) => (
          <li key={check.name} className={styles.item}>
            <div>
              <Text fw={600}>{check.title}</Text>
              <Text size="sm" className={styles.words ?? ''}>
                {check.how}
              </Text>
            </div>
            {mayWrite && (
              <Button variant="default" size="xs" aria-label={w.takeIn(check.title)} onClick={() => onTakeIn(check)}>
                {w.takeInShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
