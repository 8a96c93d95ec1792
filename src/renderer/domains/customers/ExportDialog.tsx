/** Writes the people selected to a file: what will be in it, then the system's save dialog, then what was counted when it was opened again. */
import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FailureNotice } from '../../app/FailureNotice';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';
import { useDeclarations } from './declarations';
import { type Selection, toAsk } from './selection';

type Props = {
  readonly selection: Selection;
  readonly count: number;
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly onClose: () => void;
};

export function ExportDialog({ selection, count, format, onClose }: Props) {
  const w = useWords('customers');
  const work = useTask('customers', 'export');
  const declarations = useDeclarations();
  const people = toAsk(selection);
  const { progress } = work;
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.export.title(count)}
      closeButtonProps={{ 'aria-label': w.close }}
      closeOnClickOutside={!work.isRunning}
      closeOnEscape={!work.isRunning}
      withCloseButton={!work.isRunning}
    >
      <Stack>
        {work.answer ? (
          <>
            <Alert color="moss" icon={<IconCheck aria-hidden />} title={w.export.done} role="status">
              <Text size="sm">{w.export.counted(work.answer.rows)}</Text>
              {work.answer.leftOut.length > 0 && (
                <Text size="sm">
                  {w.export.leftOut(work.answer.leftOut.map((name) => declarations.of(name)?.label ?? name))}
                </Text>
              )}
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {work.answer.file}
              </Text>
            </Alert>
            <Group justify="flex-end">
              <Button data-autofocus onClick={onClose}>
                {w.close}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text>{w.export.what[format]}</Text>
            <Text size="sm" c="dimmed">
              {w.export.unprotected}
            </Text>
            {work.isRunning && progress && (
              <Progress
                value={progress.total ? (progress.done / progress.total) * 100 : 100}
                animated={!progress.total}
                aria-label={w.export.progress(progress.done)}
              />
            )}
            <FailureNotice failure={work.failure} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => (work.isRunning ? work.cancel() : onClose())}>
                {w.cancel}
              </Button>
              <Button
                data-autofocus
                loading={work.isRunning}
                onClick={() => people && void work.run({ selection: people, format })}
              >
                {w.export.choose}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
