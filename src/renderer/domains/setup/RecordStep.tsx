/** Step: what the business does with data, from the picker of its trade. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { TakeForm } from '../processing/TakeForm';
import styles from './SetupPage.module.css';
import type { StepProps } from './step-props';

export function RecordStep({ onDone }: StepProps) {
  const w = useWords('setup');
  const { answer: record } = useAsked('processing', 'record', {});
  if (record === undefined) return null;
  if (record.content.entries.length === 0) return <TakeForm onDone={onDone} />;
  return (
    <Stack gap="sm">
      <ul className={styles.list}>
        {record.content.entries.map(({ id, title }) => (
          <li key={id}>
            <Text size="sm">{title}</Text>
          </li>
        ))}
      </ul>
      <Group>
        <Button onClick={onDone}>{w.goOn}</Button>
      </Group>
    </Stack>
  );
}
