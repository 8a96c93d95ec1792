/** An import that is running: how far it is, and a way to stop it with nothing left behind. */
import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useWords } from '../../app/words';
import { useImportState } from './import-state';

export function RunNotice() {
  const w = useWords('imports');
  const { run, cancel } = useImportState();
  if (run === null) return null;
  const { progress } = run;
  const share = progress?.total ? Math.min(100, (progress.done / progress.total) * 100) : null;
  const stage = progress ? w.stage(progress.stage) : w.stages.starting;
  return (
    <Paper
      bg="var(--steward-card)"
      withBorder
      p="md"
      radius="md"
      component="section"
      aria-label={w.running(run.fileName)}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {w.running(run.fileName)}
          </Text>
          <Button size="compact-sm" variant="default" disabled={run.isCancelling} onClick={cancel}>
            {run.isCancelling ? w.stopping : w.stop}
          </Button>
        </Group>
        <Progress
          value={share ?? 100}
          animated={share === null}
          striped={share === null}
          size="lg"
          aria-label={stage}
        />
        <Group justify="space-between">
          <Text size="sm" role="status">
            {stage}
          </Text>
          {share !== null && (
            <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {Math.floor(share)} %
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {w.allOrNothing}
        </Text>
      </Stack>
    </Paper>
  );
}
