/** The register: what the laws ask for, how far each is, and the measures that serve many at once. */
import { Button, Group, NativeSelect, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ObligationRow } from '#shared/domains/obligations/model';
import { AskedPage } from '../../app/AskedPage';
import { PageLink, TextLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { TableFrame } from '../../ui/TableFrame';
import { MeasuresCard } from './MeasuresCard';
import styles from './ObligationsPage.module.css';
import { StandingBar } from './StandingBar';
import { StateMark } from './StateMark';

type Shown = 'mine' | 'core' | 'all';

function isShown(row: ObligationRow, shown: Shown, law: string): boolean {
  if (law !== '' && row.regulation !== law) return false;
  if (shown === 'all') return true;
  if (row.state === 'not-applicable') return false;
  if (shown === 'core') return row.core;
  return row.state !== 'unknown';
}

export function ObligationsPage() {
  const w = useWords('obligations');
  const language = useLanguage();
  const asked = useAsked('obligations', 'list', { language });
  const { answer: summary } = useAsked('obligations', 'summary', { language });
  const [shown, setShown] = useState<Shown>('mine');
  const [law, setLaw] = useState('');
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead} />
      {summary !== undefined && <StandingBar counts={summary.counts} />}
      <AskedPage asked={asked}>
        {(rows) => {
          const laws = [...new Set(rows.map((row) => row.regulation))];
          const listed = rows.filter((row) => isShown(row, shown, law));
          return (
            <Stack gap="md">
              <Group gap="md">
                <SegmentedControl
                  aria-label={w.shown}
                  value={shown}
                  onChange={(value) => setShown(value as Shown)}
                  data={(['mine', 'core', 'all'] as const).map((value) => ({ value, label: w.filters[value] }))}
                />
                <NativeSelect
                  aria-label={w.law}
                  value={law}
                  onChange={(event) => setLaw(event.currentTarget.value)}
                  data={[
                    { value: '', label: w.allLaws },
                    ...laws.map((value) => ({ value, label: w.regulations[value] ?? value })),
                  ]}
                />
                <Text c="dimmed" role="status">
                  {w.count(listed.length)}
                </Text>
              </Group>
              {listed.length === 0 ? (
                <EmptyState icon={<IconListCheck aria-hidden />} title={w.none} lines={[w.noneLead]}>
                  <Button component={PageLink} to="/applicability">
                    {w.toQuestions}
                  </Button>
                </EmptyState>
              ) : (
                <ObligationTable rows={listed} />
              )}
            </Stack>
          );
        }}
      </AskedPage>
      <MeasuresCard />
    </Stack>
  );
}

function ObligationTable({ rows }: { readonly rows: readonly ObligationRow[] }) {
  const w = useWords('obligations');
  const language = useLanguage();
  return (
    <TableFrame>
      <Table verticalSpacing="sm" aria-label={w.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.headers.obligation}</Table.Th>
            <Table.Th>{w.headers.state}</Table.Th>
            <Table.Th>{w.headers.owner}</Table.Th>
            <Table.Th>{w.headers.due}</Table.Th>
            <Table.Th className={styles.number}>{w.headers.evidence}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Td className={styles.what}>
                <TextLink to="/obligations/$name" params={{ name: row.name }} fw={600}>
                  {row.title}
                </TextLink>
                <Text size="sm">{row.sentence}</Text>
                <Text size="xs" c="dimmed">
                  {row.citation}
                </Text>
              </Table.Td>
              <Table.Td>
                <StateMark state={row.state} />
              </Table.Td>
              <Table.Td>{row.owner ?? '–'}</Table.Td>
              <Table.Td className={row.overdue ? styles.overdue : undefined}>
                {row.dueOn === null ? '–' : dayIn(language, row.dueOn)}
              </Table.Td>
              <Table.Td className={styles.number}>{row.evidence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}
