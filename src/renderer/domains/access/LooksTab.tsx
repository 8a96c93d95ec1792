/** Looks at masked data, to be read through by somebody else. */
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink } from '../../app/go';
import { momentIn } from '../../app/language';
import { useSession } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { TableFrame } from '../../ui/TableFrame';
import { usePersonNames } from './role-words';

export function LooksTab() {
  const { looks: w, glass } = useWords('access');
  const language = useLanguage();
  const me = useSession((state) => state.who?.person?.id);
  const personName = usePersonNames();
  const asked = useAsked('access', 'glassBreaks', {});
  const review = useCommand('access', 'reviewGlassBreak');
  return (
    <AskedPage asked={asked}>
      {({ breaks }) =>
        breaks.length === 0 ? (
          <EmptyState icon={<IconEye aria-hidden />} title={w.none} lines={w.noneLines} />
        ) : (
          <Stack>
            <Text c="dimmed">{w.lead}</Text>
            <FailureNotice failure={review.failure} />
            <TableFrame label={w.lead}>
              <Table aria-label={w.lead} verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{w.columns.when}</Table.Th>
                    <Table.Th>{w.columns.who}</Table.Th>
                    <Table.Th>{w.columns.customer}</Table.Th>
                    <Table.Th>{w.columns.why}</Table.Th>
                    <Table.Th>{w.columns.review}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {breaks.map((look) => (
                    <Table.Tr key={look.id}>
                      <Table.Td>{momentIn(language, look.at)}</Table.Td>
                      <Table.Td>{personName(look.person)}</Table.Td>
                      <Table.Td>
                        <TextLink to="/customers/$id" params={{ id: look.customer }}>
                          {look.customer}
                        </TextLink>
                      </Table.Td>
                      <Table.Td>
                        {glass.kinds[look.reason.kind]}: {look.reason.words}
                      </Table.Td>
                      <Table.Td>
                        {look.verdict !== null ? (
                          w.reviewed(w.verdicts[look.verdict], personName(look.reviewedBy))
                        ) : look.person === me ? (
                          w.own
                        ) : (
                          <Group gap={6} role="group" aria-label={w.verdict(personName(look.person), look.customer)}>
                            {(['fine', 'ask', 'misuse'] as const).map((verdict) => (
                              <Button
                                key={verdict}
                                size="compact-sm"
                                variant="default"
                                onClick={() => void review.run({ id: look.id, verdict })}
                              >
                                {w.verdicts[verdict]}
                              </Button>
                            ))}
                          </Group>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </TableFrame>
          </Stack>
        )
      }
    </AskedPage>
  );
}
