/** What became of one import: the account that balances, what was dropped, what was odd, and how to take it all back. */
import { Alert, Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { type ImportId, type ImportReport, WarningCode } from '#shared/domains/imports/model';
import { AskedPage } from '../../app/AskedPage';
import { TextLink, useGo } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { momentIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { useListState } from '../customers/list-state';
import { PageHead } from '../../ui/PageHead';
import { BalanceBar } from './BalanceBar';
import { UndoDialog } from './UndoDialog';

export function ImportPage({ id }: { readonly id: ImportId }) {
  const w = useWords('imports');
  const asked = useAsked('imports', 'get', { id });
  return (
    <AskedPage asked={asked} back={{ to: '/imports', label: w.back }}>
      {(report) => <Result report={report} />}
    </AskedPage>
  );
}

function Result({ report }: { readonly report: ImportReport }) {
  const w = useWords('imports');
  const language = useLanguage();
  const go = useGo();
  const [undoing, setUndoing] = useState(false);
  const warnings = WarningCode.options.flatMap((code) => {
    const count = report.warnings[code] ?? 0;
    return count === 0 ? [] : [{ code, count }];
  });
  function showPeople(): void {
    useListState.getState().setFilter({ import: report.id });
    void go({ to: '/customers' });
  }
  return (
    <Stack gap="sm">
      <TextLink
        to="/imports"
        size="sm"
        style={{ display: 'inline-flex', alignItems: 'center', gap: 4, alignSelf: 'flex-start' }}
      >
        <IconArrowLeft size={15} aria-hidden /> {w.back}
      </TextLink>
      <PageHead
        title={report.fileName}
        lead={[w.profiles[report.profile], momentIn(language, report.finishedAt)].join(' · ')}
      >
        {report.undoneAt === null && (
          <>
            <Button leftSection={<IconUsers size={17} aria-hidden />} onClick={showPeople}>
              {w.result.showPeople}
            </Button>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={17} aria-hidden />}
              onClick={() => setUndoing(true)}
            >
              {w.result.undo}
            </Button>
          </>
        )}
      </PageHead>
      {report.undoneAt !== null && (
        <Alert color="gray" title={w.result.undoneTitle}>
          {w.result.undoneAt(momentIn(language, report.undoneAt))}
        </Alert>
      )}
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section">
        <Title order={2} size="h5" mb={4}>
          {w.result.balance}
        </Title>
        <Text mb="md" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {w.balance(report)}
        </Text>
        <BalanceBar report={report} />
      </Paper>
      {report.quarantined > 0 && report.undoneAt === null && (
        <Alert color="clay" title={w.result.quarantineTitle(report.quarantined)}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{w.result.quarantineText}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void go({ to: '/imports/$id/quarantine', params: { id: report.id } })}
            >
              {w.result.toQuarantine}
            </Button>
          </Stack>
        </Alert>
      )}
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section">
        <Title order={2} size="h5" mb="xs">
          {w.result.warnings}
        </Title>
        {warnings.length === 0 ? (
          <Text size="sm" c="dimmed">
            {w.result.noWarnings}
          </Text>
        ) : (
          <List size="sm" spacing={6}>
            {warnings.map(({ code, count }) => (
              <List.Item key={code}>{w.warnings[code](count)}</List.Item>
            ))}
          </List>
        )}
      </Paper>
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section">
        <Title order={2} size="h5" mb="xs">
          {w.result.dropped}
        </Title>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {report.dropped.length === 0 ? w.result.noneDropped : report.dropped.map(w.quoted).join(', ')}
        </Text>
      </Paper>
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section">
        <Title order={2} size="h5" mb="xs">
          {w.result.howRead}
        </Title>
        <Text size="sm">
          {report.delimiter === 'none'
            ? w.file.spreadsheet
            : w.file.text(w.encodings[report.encoding], w.delimiters[report.delimiter])}
        </Text>
      </Paper>
      {undoing && <UndoDialog report={report} onClose={() => setUndoing(false)} />}
    </Stack>
  );
}
