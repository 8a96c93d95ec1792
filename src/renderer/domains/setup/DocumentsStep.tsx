/** Step: the policies and notices the laws that apply ask for, made with the business's facts. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import styles from './SetupPage.module.css';
import type { StepProps } from './step-props';

export function DocumentsStep({ onDone }: StepProps) {
  const w = useWords('setup');
  const language = useLanguage();
  const today = localToday();
  const { answer: overview } = useAsked('documents', 'overview', { language, today });
  const create = useCommand('documents', 'create');
  if (overview === undefined) return null;
  const missing = overview.templates.filter(({ applies }) => applies === 'yes');
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {w.documents.lead}
      </Text>
      {missing.length > 0 ? (
        <ul className={styles.list}>
          {missing.map(({ name, title, purpose }) => (
            <li key={name}>
              <Text size="sm" fw={600}>
                {title}
              </Text>
              <Text size="sm" c="dimmed">
                {purpose}
              </Text>
            </li>
          ))}
        </ul>
      ) : (
        <Text size="sm">{w.documents.none}</Text>
      )}
      {overview.documents.length > 0 && (
        <div>
          <Text fw={600}>{w.documents.there}</Text>
          <ul className={styles.list}>
            {overview.documents.map(({ id, title }) => (
              <li key={id}>
                <Text size="sm">{title}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      <FailureNotice failure={create.failure} />
      <Group>
        {missing.length > 0 ? (
          <Button loading={create.isRunning} onClick={() => void create.run({ language, today })}>
            {w.documents.make(missing.length)}
          </Button>
        ) : (
          <Button onClick={onDone}>{w.goOn}</Button>
        )}
      </Group>
    </Stack>
  );
}
