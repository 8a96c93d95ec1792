/** Asks before a whole import is taken back, and says afterwards what went and what stayed. */
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import type { ImportReport } from '#shared/domains/imports/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';

export function UndoDialog({ report, onClose }: { readonly report: ImportReport; readonly onClose: () => void }) {
  const w = useWords('imports');
  const undo = useTask('imports', 'undo');
  const busy = undo.isRunning;
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.undo.title(report.fileName)}
      closeButtonProps={{ 'aria-label': w.close }}
      closeOnClickOutside={!busy}
      closeOnEscape={!busy}
      withCloseButton={!busy}
    >
      {undo.answer ? (
        <Stack>
          <Text role="status">{w.undo.done(undo.answer)}</Text>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {w.close}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <List size="sm" spacing={6}>
            <List.Item>{w.undo.goes(report.imported)}</List.Item>
            <List.Item>{w.undo.returns(report.merged)}</List.Item>
            <List.Item>{w.undo.stays}</List.Item>
            <List.Item>{w.undo.file}</List.Item>
          </List>
          <FailureNotice failure={undo.failure} />
          <Group justify="flex-end">
            <Button variant="default" data-autofocus disabled={busy} onClick={onClose}>
              {w.cancel}
            </Button>
            <Button color="red" loading={busy} onClick={() => void undo.run({ id: report.id })}>
              {w.undo.go}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
