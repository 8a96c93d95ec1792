/** An empty page that teaches: a picture, what will be here, and how it begins. */
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly lines: readonly string[];
  readonly children?: ReactNode;
};

export function EmptyState({ icon, title, lines, children }: Props) {
  return (
    <Stack className={styles.empty} align="center" gap="sm">
      <div className={styles.picture}>{icon}</div>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Stack gap={6} maw={520}>
        {lines.map((line) => (
          <Text key={line} c="dimmed" ta="center">
            {line}
          </Text>
        ))}
      </Stack>
      <Group justify="center" mt="sm">
        {children}
      </Group>
    </Stack>
  );
}
