/** Everything that was done with backups, newest first. */
import { Table, Text } from '@mantine/core';
import type { BackupPlace, BackupRun } from '#shared/domains/backups/model';
import { momentIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { TableFrame } from '../../ui/TableFrame';

type Props = { readonly runs: readonly BackupRun[]; readonly places: readonly BackupPlace[] };

export function HistoryCard({ runs, places }: Props) {
  const w = useWords('backups').history;
  const language = useLanguage();
  return (
    <Card title={w.title}>
      {runs.length === 0 ? (
        <Text>{w.none}</Text>
      ) : (
        <TableFrame>
          <Table aria-label={w.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.when}</Table.Th>
                <Table.Th>{w.what}</Table.Th>
                <Table.Th>{w.where}</Table.Th>
                <Table.Th>{w.result}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runs.map((run) => (
                <Table.Tr key={run.id}>
                  <Table.Td>{momentIn(language, run.endedAt)}</Table.Td>
                  <Table.Td>{w.kinds[run.kind]}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {places.find(({ id }) => id === run.place)?.name ?? run.place}
                  </Table.Td>
                  <Table.Td>{w.outcomes[run.outcome]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
    </Card>
  );
}
