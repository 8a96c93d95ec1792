/** Before anything is kept: what the file is, where each column goes, how the first rows would look. */
import { Alert, Button, Group, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { useEffect } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { useGo } from '../../app/go';
import { placeOf } from '../../app/running-tasks';
import { useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { ColumnTable } from './ColumnTable';
import { FileFacts } from './FileFacts';
import { useImportState } from './import-state';
import styles from './MappingPage.module.css';
import { identifiesNobody, leftToDecide } from './mapping';
import { RowPreview } from './RowPreview';
import { RunNotice } from './RunNotice';

export function MappingPage() {
  const w = useWords('imports');
  const go = useGo();
  const { look, decisions, isLooking, failure, run, decide, dropRest, start, forget } = useImportState();
  useEffect(() => {
    // Nothing to map: somebody reloaded the page or came by an old link.
    if (look === null && run === null) void go({ to: '/imports' });
  }, [look, run, go]);
  if (look === null) return run === null ? null : <Running />;

  const left = leftToDecide(look.columns, decisions);
  const nobody = look.columns.length > 0 && identifiesNobody(look.columns, decisions);
  async function bringIn(): Promise<void> {
    const report = await start();
    // Somebody who is reading another page by now stays there; the frame tells them that it is done.
    if (report && placeOf(window.location.hash) === 'imports') {
      void go({ to: '/imports/$id', params: { id: report.id } });
    }
  }
  function leave(): void {
    forget();
    void go({ to: '/imports' });
  }

  if (run !== null) return <Running />;
  return (
    <Stack gap="sm">
      <PageHead title={w.mapping.title} lead={w.mapping.lead} />
      <FileFacts look={look} />
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section">
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h5">
            {w.mapping.columns}
          </Title>
          {left > 0 && (
            <Button size="compact-sm" variant="default" onClick={dropRest}>
              {w.mapping.dropRest(left)}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" mb="sm">
          {w.mapping.rule}
        </Text>
        {look.columns.length === 0 ? (
          <Loader role="status" aria-label={w.mapping.looking} />
        ) : (
          <ColumnTable columns={look.columns} decisions={decisions} onDecide={decide} />
        )}
      </Paper>
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section">
        <Group mb="sm" gap="sm">
          <Title order={2} size="h5">
            {w.preview.title}
          </Title>
          {isLooking && <Loader size="xs" role="status" aria-label={w.mapping.looking} />}
        </Group>
        <RowPreview look={look} />
      </Paper>
      {nobody && (
        <Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
          {w.mapping.nobody}
        </Alert>
      )}
      <FailureNotice failure={failure} />
      <Group className={styles.foot} justify="space-between">
        <Text size="sm" role="status" aria-live="polite" fw={left > 0 ? 600 : 400}>
          {left > 0 ? w.mapping.left(left) : w.mapping.ready(look.rows, look.rowsExact)}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={leave}>
            {w.cancel}
          </Button>
          <Button
            leftSection={<IconFileImport size={17} aria-hidden />}
            disabled={left > 0 || look.columns.length === 0 || isLooking}
            onClick={() => void bringIn()}
          >
            {w.mapping.go}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Running() {
  const w = useWords('imports');
  return (
    <Stack gap="sm">
      <PageHead title={w.title} />
      <RunNotice />
    </Stack>
  );
}
