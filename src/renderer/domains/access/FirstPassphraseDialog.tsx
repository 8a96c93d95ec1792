/** A first passphrase, shown once. It closes only by its own button, so that nobody loses it by a stray key. */
import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import type { FirstPassphrase } from '#shared/domains/access/model';
import { useWords } from '../../app/words';

type Props = { readonly first: FirstPassphrase; readonly onClose: () => void };

export function FirstPassphraseDialog({ first, onClose }: Props) {
  const w = useWords('access').people.first;
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.title(first.person.name)}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text size="sm">{w.lead}</Text>
        <Code fz="lg" p="sm" translate="no" data-testid="first-passphrase" style={{ whiteSpace: 'normal' }}>
          {first.passphrase}
        </Code>
        <Group justify="flex-end">
          <Button onClick={onClose}>{w.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
