/** Where a file is brought in, and the imports there have been. */
import { Badge, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconFileImport, IconTableImport } from '@tabler/icons-react';
import type { ImportReport } from '#shared/domains/imports/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink, useGo } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { momentIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { BalanceBar } from './BalanceBar';
import styles from './ImportsPage.module.css';
import { useImportState } from './import-state';
import { RunNotice } from './RunNotice';

export function ImportsPage() {
  const w = useWords('imports');
  const go = useGo();
  const asked = useAsked('imports', 'list', {});
  const { choose, isLooking, failure, run, look } = useImportState();
  async function chooseFile(): Promise<void> {
    if (await choose()) void go({ to: '/imports/new' });
  }
  const button = (
    <Button
      leftSection={<IconFileImport size={17} aria-hidden />}
      loading={isLooking}
      disabled={run !== null}
      onClick={() => void chooseFile()}
    >
      {w.choose}
    </Button>
  );
  return (
    <Stack>
      <PageHead title={w.title}>{asked.answer && asked.answer.length > 0 && button}</PageHead>
      <RunNotice />
      {run === null && look !== null && !isLooking && (
        <Paper bg="var(--steward-card)" withBorder p="sm" radius="md">
          <Group justify="space-between">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {w.unfinished(look.fileName)}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => void go({ to: '/imports/new' })}>
              {w.goOn}
            </Button>
          </Group>
        </Paper>
      )}
      <FailureNotice failure={run === null ? failure : null} />
      <AskedPage asked={asked}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState icon={<IconTableImport aria-hidden />} title={w.empty.title} lines={w.empty.lines}>
              {button}
            </EmptyState>
          ) : (
            <Past reports={reports} />
          )
        }
      </AskedPage>
    </Stack>
  );
}

function Past({ reports }: { readonly reports: readonly ImportReport[] }) {
  const w = useWords('imports');
  const language = useLanguage();
  const newestFirst = reports.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{ type: 'auto', viewportProps: { tabIndex: 0, role: 'group', 'aria-label': w.past } }}
    >
      <Table verticalSpacing="sm" withTableBorder highlightOnHover aria-label={w.past}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.columns.file}</Table.Th>
            <Table.Th>{w.columns.when}</Table.Th>
            <Table.Th className={styles.number}>{w.columns.rows}</Table.Th>
            <Table.Th className={styles.bar}>{w.columns.became}</Table.Th>
            <Table.Th>{w.columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {newestFirst.map((report) => (
            <Table.Tr key={report.id}>
              <Table.Td className={styles.file}>
                <TextLink size="sm" to="/imports/$id" params={{ id: report.id }}>
                  {report.fileName}
                </TextLink>
                <Text size="xs" c="dimmed">
                  {w.profiles[report.profile]}
                </Text>
              </Table.Td>
              <Table.Td>{momentIn(language, report.startedAt)}</Table.Td>
              <Table.Td className={styles.number}>{w.number(report.rows)}</Table.Td>
              <Table.Td>
                <BalanceBar report={report} small />
              </Table.Td>
              <Table.Td>
                {report.undoneAt !== null ? (
                  <Badge color="gray" variant="light" className={styles.badge}>
                    {w.undone}
                  </Badge>
                ) : report.quarantined > 0 ? (
                  <TextLink size="sm" to="/imports/$id/quarantine" params={{ id: report.id }}>
                    {w.waiting(report.quarantined)}
                  </TextLink>
                ) : (
                  w.complete
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
