/** Asks before somebody leaves a form with text that is not saved. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../../app/words';

/** `isUnsaved` is asked at the moment of leaving. */
export function LeaveGuard({ isUnsaved }: { readonly isUnsaved: () => boolean }) {
  const w = useWords('customers');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isUnsaved,
    withResolver: true,
    enableBeforeUnload: false,
  });
  if (status !== 'blocked') return null;
  return (
    <Modal opened onClose={reset} title={w.leave.title} closeButtonProps={{ 'aria-label': w.close }}>
      <Stack>
        <Text>{w.leave.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={proceed}>
            {w.leave.go}
          </Button>
          <Button data-autofocus onClick={reset}>
            {w.leave.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
