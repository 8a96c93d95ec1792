/** Several lines of the same few fields: add one, fill it in, remove it. */
import { ActionIcon, Button, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from './words';
import styles from './Lines.module.css';

type Props<T> = {
  readonly legend: string;
  readonly lines: readonly T[];
  readonly blank: T;
  readonly onChange: (lines: readonly T[]) => void;
  /** The fields of one line; `put` changes some of its values. */
  readonly fields: (line: T, put: (some: Partial<T>) => void, place: number) => ReactNode;
};

export function Lines<T extends object>({ legend, lines, blank, onChange, fields }: Props<T>) {
  const w = useWords('processing').form;
  return (
    <div role="group" aria-label={legend}>
      <Text fw={600} size="sm">
        {legend}
      </Text>
      <Stack gap="xs" mt={4}>
        {lines.map((line, place) => (
          // Lines have no name of their own; they are only added at the end and removed by hand.
          <div key={place} className={styles.line}>
            {fields(
              line,
              (some) => onChange(lines.map((one, at) => (at === place ? { ...one, ...some } : one))),
              place,
            )}
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={`${legend}: ${w.less(place + 1)}`}
              onClick={() => onChange(lines.filter((_, at) => at !== place))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            aria-label={`${legend}: ${w.another}`}
            onClick={() => onChange([...lines, blank])}
          >
            {w.another}
          </Button>
        </div>
      </Stack>
    </div>
  );
}
