/** A page's title, what it is for in one line, and its main action. The title takes the focus when the page opens. */
import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = { readonly title: string; readonly lead?: string; readonly children?: ReactNode };

export function PageHead({ title, lead, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Steward`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="md">
      <Stack gap={4} maw={680}>
        <Title order={1} size="h2" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {lead !== undefined && <Text c="dimmed">{lead}</Text>}
      </Stack>
      <Group gap="xs">{children}</Group>
    </Group>
  );
}
