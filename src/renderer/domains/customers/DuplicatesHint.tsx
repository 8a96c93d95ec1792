/** Says in one line that some people may be in the list twice, where that is so. */
import { Alert, Group, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { TextLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';

export function DuplicatesHint() {
  const w = useWords('customers');
  const { answer } = useAsked('customers', 'duplicates', { limit: 1 });
  if (!answer || answer.open === 0) return null;
  return (
    <Alert color="clay" py={8} icon={<IconUsersGroup aria-hidden />}>
      <Group gap="xs">
        <Text size="sm">{w.duplicates.hint(answer.open)}</Text>
        <TextLink to="/customers/duplicates" size="sm">
          {w.duplicates.look}
        </TextLink>
      </Group>
    </Alert>
  );
}
