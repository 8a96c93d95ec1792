/** Measures: one thing done serves obligations in several laws. */
import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { MeasureRow } from '#shared/domains/obligations/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './MeasuresCard.module.css';

export function MeasuresCard() {
  const w = useWords('obligations');
  const { answer } = useAsked('obligations', 'measures', {});
  const record = useCommand('obligations', 'recordMeasure');
  const useful = (answer ?? [])
    .filter((measure) => measure.obligations > 0)
    .toSorted((a, b) => b.obligations - a.obligations);
  if (useful.length === 0) return null;
  const mark = ({ measure, revision, owner, note }: MeasureRow, inPlace: boolean): void =>
    void record.run({ measure, revision, inPlace, owner, reviewedOn: inPlace ? localToday() : null, note });
  return (
    <Card title={w.measuresTitle}>
      <Text c="dimmed">{w.measuresLead}</Text>
      <FailureNotice failure={record.failure} />
      <ul className={styles.measures}>
        {useful.map((measure) => (
          <li key={measure.measure} className={styles.measure}>
            <div>
              <Text fw={600}>{w.measures[measure.measure] ?? measure.measure}</Text>
              <Text size="sm" c="dimmed">
                {w.serves(measure.obligations, measure.regulations.length)}
              </Text>
            </div>
            {measure.inPlace ? (
              <Group gap="xs">
                <Text size="sm" className={styles.done}>
                  <IconCheck size={16} aria-hidden /> {w.inPlace}
                </Text>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={record.isRunning}
                  onClick={() => mark(measure, false)}
                >
                  {w.undo}
                </Button>
              </Group>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                disabled={record.isRunning}
                onClick={() => mark(measure, true)}
                aria-label={`${w.markInPlace}: ${w.measures[measure.measure] ?? measure.measure}`}
              >
                {w.markInPlace}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
