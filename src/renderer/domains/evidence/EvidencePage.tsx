/** Evidence: what there is, for what, until when; adding, checking, copying out. */
import { Alert, Badge, Button, Group, Menu, Modal, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconDots, IconPaperclip, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Evidence } from '#shared/domains/evidence/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { TableFrame } from '../../ui/TableFrame';
import { EditEvidenceDialog } from './EditEvidenceDialog';
import { RevisionsDialog } from './RevisionsDialog';

export function EvidencePage() {
  const w = useWords('evidence');
  const asked = useAsked('evidence', 'list', {});
  const add = useTask('evidence', 'add');
  const check = useTask('evidence', 'check');
  const copy = useTask('evidence', 'export');
  const [editing, setEditing] = useState<Evidence | null>(null);
  const [looking, setLooking] = useState<Evidence | null>(null);
  const [removing, setRemoving] = useState<Evidence | null>(null);
  const addFile = async (replaces?: Evidence['id']): Promise<void> => {
    const added = await add.run(replaces === undefined ? {} : { replaces });
    if (added !== undefined && replaces === undefined) setEditing(added);
  };
  return (
    <Stack gap="md">
      <PageHead title={w.title} lead={w.lead}>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={check.isRunning}
          onClick={() => void check.run({})}
        >
          {w.check}
        </Button>
        <Button
          leftSection={<IconPaperclip size={18} aria-hidden />}
          loading={add.isRunning}
          onClick={() => void addFile()}
        >
          {w.add}
        </Button>
      </PageHead>
      <FailureNotice failure={add.failure ?? check.failure ?? copy.failure} />
      {check.answer !== undefined && (
        <Alert role="status" color={check.answer.damaged.length === 0 ? 'moss' : 'clay'}>
          {w.checked(check.answer.checked, check.answer.damaged.length)}
        </Alert>
      )}
      {copy.answer !== undefined && <Alert role="status">{w.copied(copy.answer.file)}</Alert>}
      <AskedPage asked={asked}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState icon={<IconPaperclip aria-hidden />} title={w.none} lines={w.noneLines} />
          ) : (
            <EvidenceTable
              list={list}
              onEdit={setEditing}
              onLook={setLooking}
              onRemove={setRemoving}
              onCopy={(one) => void copy.run({ id: one.id })}
              onRevise={(one) => void addFile(one.id)}
            />
          )
        }
      </AskedPage>
      {editing !== null && (
        <EditEvidenceDialog
          one={editing}
          now={asked.answer?.find(({ id }) => id === editing.id)}
          onClose={() => setEditing(null)}
        />
      )}
      {looking !== null && <RevisionsDialog one={looking} onClose={() => setLooking(null)} />}
      {removing !== null && <RemoveDialog one={removing} onClose={() => setRemoving(null)} />}
    </Stack>
  );
}

type TableProps = {
  readonly list: readonly Evidence[];
  readonly onEdit: (one: Evidence) => void;
  readonly onLook: (one: Evidence) => void;
  readonly onRemove: (one: Evidence) => void;
  readonly onCopy: (one: Evidence) => void;
  readonly onRevise: (one: Evidence) => void;
};

function EvidenceTable({ list, onEdit, onLook, onRemove, onCopy, onRevise }: TableProps) {
  const w = useWords('evidence');
  const language = useLanguage();
  return (
    <TableFrame>
      <Table verticalSpacing="sm" aria-label={w.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.headers.title}</Table.Th>
            <Table.Th>{w.headers.kind}</Table.Th>
            <Table.Th>{w.headers.added}</Table.Th>
            <Table.Th>{w.headers.expires}</Table.Th>
            <Table.Th>{w.headers.for}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{w.headers.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Text fw={600}>{one.title}</Text>
                {one.title !== one.fileName && (
                  <Text size="sm" c="dimmed">
                    {one.fileName}
                  </Text>
                )}
                {one.replaces !== null && (
                  <Button size="compact-xs" variant="subtle" px={0} onClick={() => onLook(one)}>
                    {w.hasEarlier}
                  </Button>
                )}
              </Table.Td>
              <Table.Td>{one.kind.toUpperCase()}</Table.Td>
              <Table.Td>{momentIn(language, one.addedAt)}</Table.Td>
              <Table.Td>
                {one.expiresOn === null ? w.never : dayIn(language, one.expiresOn)}{' '}
                {one.expired && <Badge color="clay">{w.expired}</Badge>}
              </Table.Td>
              <Table.Td>{w.for(one.targets.length)}</Table.Td>
              <Table.Td>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button variant="subtle" size="compact-sm" aria-label={`${w.headers.actions}: ${one.title}`}>
                      <IconDots size={18} aria-hidden />
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => onEdit(one)}>{w.edit}</Menu.Item>
                    <Menu.Item onClick={() => onCopy(one)}>{w.export}</Menu.Item>
                    <Menu.Item onClick={() => onRevise(one)}>{w.revise}</Menu.Item>
                    <Menu.Item onClick={() => onLook(one)}>{w.revisions}</Menu.Item>
                    <Menu.Item color="clay" onClick={() => onRemove(one)}>
                      {w.remove}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function RemoveDialog({ one, onClose }: { readonly one: Evidence; readonly onClose: () => void }) {
  const w = useWords('evidence');
  const remove = useTask('evidence', 'remove');
  async function go(): Promise<void> {
    if ((await remove.run({ id: one.id })) !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={w.removeTitle(one.title)} closeButtonProps={{ 'aria-label': w.cancel }}>
      <Stack>
        <Text>{w.removeLead}</Text>
        <FailureNotice failure={remove.failure} />
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {w.cancel}
          </Button>
          <Button color="clay" loading={remove.isRunning} onClick={() => void go()}>
            {w.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
