/** Imports attendance of courses elsewhere: first a look, then the good rows are taken in and the others kept. */
import { Alert, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import type { TrainingPicture } from '#shared/domains/training/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';
import { TableFrame } from '../../ui/TableFrame';

type Props = { readonly picture: TrainingPicture; readonly onClose: () => void };

export function AttendanceDialog({ picture, onClose }: Props) {
  const words = useWords('training');
  const w = words.forms;
  const look = useTask('training', 'previewAttendance');
  const take = useTask('training', 'importAttendance');
  const { today } = picture;
  const seen = look.answer;
  const good = seen?.rows.filter(({ problem }) => problem === null).length ?? 0;
  const titles = new Map(picture.courses.map(({ name, title }) => [name, title]));
  return (
    <Modal opened size="xl" onClose={onClose} title={w.attendanceTitle} closeButtonProps={{ 'aria-label': w.close }}>
      <Stack gap="sm">
        <Text size="sm">{w.attendanceLead}</Text>
        <Group>
          <Button
            data-autofocus
            variant="default"
            leftSection={<IconFileSearch size={18} aria-hidden />}
            loading={look.isRunning}
            onClick={() => {
              take.reset();
              void look.run({ today });
            }}
          >
            {w.choose}
          </Button>
        </Group>
        <FailureNotice failure={look.failure ?? take.failure} />
        {take.answer !== undefined && <Alert role="status">{w.tookIn(take.answer.taken, take.answer.refused)}</Alert>}
        {seen !== undefined && take.answer === undefined && (
          <>
            <Text role="status">{w.look(good, seen.rows.length - good)}</Text>
            <TableFrame label={w.attendanceTitle}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    {[w.rowHead, w.nameHead, w.courseHead, w.dayHead, w.whatHead].map((head) => (
                      <Table.Th key={head} scope="col">
                        {head}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {seen.rows.slice(0, 200).map((row) => (
                    <Table.Tr key={row.row}>
                      <Table.Td>{row.row}</Table.Td>
                      <Table.Td>{row.name}</Table.Td>
                      <Table.Td>{row.title}</Table.Td>
                      <Table.Td>{row.on}</Table.Td>
                      <Table.Td>
                        {row.problem !== null
                          ? words.problems[row.problem]
                          : row.course === null
                            ? w.goodOne
                            : w.countsAs(titles.get(row.course) ?? row.course)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </TableFrame>
            <Group justify="flex-end">
              <Button
                loading={take.isRunning}
                disabled={seen.rows.length === 0}
                onClick={() => void take.run({ file: seen.file, digest: seen.digest, today })}
              >
                {w.takeIn}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
