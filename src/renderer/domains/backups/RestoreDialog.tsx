/** Restores: a place is chosen, now the moment, with what changed from one to the next; then a folder, asked for by main. */
import { Button, Modal, Stack, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { BackupPlace, Moment } from '#shared/domains/backups/model';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { Loading } from '../../app/Loading';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { TableFrame } from '../../ui/TableFrame';

type Props = { readonly place: BackupPlace; readonly onClose: () => void };

export function RestoreDialog({ place, onClose }: Props) {
  const w = useWords('backups');
  const moments = useTask('backups', 'moments');
  const restore = useTask('backups', 'restore');
  // Asked once when the dialog opens; a place far away is not asked again for every stroke of the page.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => void moments.run({ place: place.id }), [place.id]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.restoreTitle(place.name)}
      closeButtonProps={{ 'aria-label': w.form.close }}
      size="xl"
    >
      <Stack gap="sm">
        <Text>{w.restoreLead}</Text>
        <FailureNotice failure={moments.failure} />
        {moments.isRunning && <Loading />}
        {moments.answer !== undefined && (
          <Timeline
            moments={moments.answer}
            isBusy={restore.isRunning}
            onRestore={(sequence) => void restore.run({ place: place.id, sequence })}
          />
        )}
        <div role="status">
          {restore.answer !== undefined && (
            <>
              <Text style={{ overflowWrap: 'anywhere' }}>{w.restored(restore.answer.folder)}</Text>
              {restore.answer.erasedAgain > 0 && <Text>{w.erasedAgain(restore.answer.erasedAgain)}</Text>}
            </>
          )}
        </div>
        <FailureNotice failure={restore.failure} />
      </Stack>
    </Modal>
  );
}

type TimelineProps = {
  readonly moments: readonly Moment[];
  readonly isBusy: boolean;
  readonly onRestore: (sequence: number) => void;
};

function Timeline({ moments, isBusy, onRestore }: TimelineProps) {
  const w = useWords('backups');
  const language = useLanguage();
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const numbers = new Intl.NumberFormat(language);
  const people = (one: Moment | undefined): number => one?.counts['customers'] ?? 0;
  return (
    <TableFrame>
      <Table aria-label={w.moments}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.moment}</Table.Th>
            <Table.Th>{w.customers}</Table.Th>
            <Table.Th>{w.changed}</Table.Th>
            <Table.Th>{w.restoreThis}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moments.toReversed().map((one) => {
            const before = moments[moments.indexOf(one) - 1];
            const when = momentIn(language, one.at);
            return (
              <Table.Tr key={one.sequence}>
                <Table.Td>{when}</Table.Td>
                <Table.Td>{numbers.format(people(one))}</Table.Td>
                <Table.Td>
                  {w.change(
                    signed.format(people(one) - people(before)),
                    signed.format(one.files - (before?.files ?? 0)),
                  )}
                </Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="xs"
                    loading={isBusy}
                    aria-label={w.restoreThisOf(when)}
                    onClick={() => onRestore(one.sequence)}
                  >
                    {w.restoreThis}
                  </Button>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}
