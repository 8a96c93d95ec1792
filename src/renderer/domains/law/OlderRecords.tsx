/** What the business recorded or answered under an edition that is no longer the one in use. */
import { Table, Text } from '@mantine/core';
import { TextLink } from '../../app/go';
import { momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { TableFrame } from '../../ui/TableFrame';

type Props = {
  /** Only records of this law; of all laws when absent. */
  readonly regulation?: string;
};

export function OlderRecords({ regulation }: Props) {
  const w = useWords('law');
  const language = useLanguage();
  const { answer } = useAsked('law', 'olderRecords', { language });
  const records = (answer ?? []).filter(
    ({ edition }) => regulation === undefined || edition.startsWith(`${regulation}/`),
  );
  if (answer === undefined || (records.length === 0 && regulation === undefined)) return null;
  return (
    <Card title={w.olderTitle}>
      {records.length === 0 ? (
        <Text c="dimmed">{w.olderNone}</Text>
      ) : (
        <>
          <Text c="dimmed">{w.olderLead}</Text>
          <TableFrame>
            <Table verticalSpacing="xs" aria-label={w.olderTitle}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.olderHeaders.what}</Table.Th>
                  <Table.Th>{w.olderHeaders.edition}</Table.Th>
                  <Table.Th>{w.olderHeaders.at}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {records.map((one) => (
                  <Table.Tr key={`${one.kind} ${one.name}`}>
                    <Table.Td>
                      <Text size="xs" c="dimmed">
                        {w.olderKinds[one.kind]}
                      </Text>
                      {one.kind === 'obligation' ? (
                        <TextLink to="/obligations/$name" params={{ name: one.name }}>
                          {one.title}
                        </TextLink>
                      ) : (
                        <TextLink to="/applicability">{one.title}</TextLink>
                      )}
                    </Table.Td>
                    <Table.Td>{one.edition}</Table.Td>
                    <Table.Td>{momentIn(language, one.at)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableFrame>
        </>
      )}
    </Card>
  );
}
