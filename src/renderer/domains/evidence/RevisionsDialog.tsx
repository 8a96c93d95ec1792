/** All versions of one piece of evidence, newest first, each with the day, the hand it came by and a way to a copy. */
import { Badge, Button, Code, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Evidence } from '#shared/domains/evidence/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { TableFrame } from '../../ui/TableFrame';

export function RevisionsDialog({ one, onClose }: { readonly one: Evidence; readonly onClose: () => void }) {
  const w = useWords('evidence');
  const language = useLanguage();
  const asked = useAsked('evidence', 'revisions', { id: one.id });
  const copy = useTask('evidence', 'export');
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.revisionsTitle(one.title)}
      size="xl"
      closeButtonProps={{ 'aria-label': w.close }}
    >
      <Stack>
        <AskedPage asked={asked}>
          {(line) => (
            <>
              <Text>{w.revisionsLead(line.length)}</Text>
              <TableFrame>
                <Table verticalSpacing="xs" aria-label={w.revisionsTitle(one.title)}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{w.headers.file}</Table.Th>
                      <Table.Th>{w.headers.added}</Table.Th>
                      <Table.Th>{w.headers.size}</Table.Th>
                      <Table.Th>{w.headers.digest}</Table.Th>
                      <Table.Th>{w.headers.copy}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {line.map((version, index) => (
                      <Table.Tr key={version.id}>
                        <Table.Td>
                          <Text fw={index === 0 ? 600 : 400}>{version.fileName}</Text>
                          {index === 0 ? <Badge tt="none">{w.counts}</Badge> : null}
                        </Table.Td>
                        <Table.Td>{w.addedBy(momentIn(language, version.addedAt), version.addedBy)}</Table.Td>
                        <Table.Td>{w.bytes(numberIn(language, version.bytes))}</Table.Td>
                        <Table.Td>
                          <Code>{version.sha256.slice(0, 12)}</Code>
                        </Table.Td>
                        <Table.Td>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            leftSection={<IconDownload size={16} aria-hidden />}
                            loading={copy.isRunning}
                            aria-label={w.copyOf(version.fileName, momentIn(language, version.addedAt))}
                            onClick={() => void copy.run({ id: version.id })}
                          >
                            {w.export}
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </TableFrame>
            </>
          )}
        </AskedPage>
        <FailureNotice failure={copy.failure} />
        {copy.answer !== undefined && (
          <Text size="sm" role="status">
            {w.copied(copy.answer.file)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {w.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
