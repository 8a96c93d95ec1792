/** Evidence: what there is, for what, until when; adding, checking, copying out. */
import { Alert, Badge, Button, Group, Menu, Modal, MultiSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconDots, IconPaperclip, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Evidence } from '#shared/domains/evidence/model';
import type { Day } from '#shared/kernel/time';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import styles from './EvidencePage.module.css';

export function EvidencePage() {
  const w = useWords('evidence');
  const asked = useAsked('evidence', 'list', {});
  const add = useTask('evidence', 'add');
  const check = useTask('evidence', 'check');
  const copy = useTask('evidence', 'export');
  const [editing, setEditing] = useState<Evidence | null>(null);
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
              onRemove={setRemoving}
              onCopy={(one) => void copy.run({ id: one.id })}
              onRevise={(one) => void addFile(one.id)}
            />
          )
        }
      </AskedPage>
      {editing !== null && <EditDialog one={editing} onClose={() => setEditing(null)} />}
      {removing !== null && <RemoveDialog one={removing} onClose={() => setRemoving(null)} />}
    </Stack>
  );
}

type TableProps = {
  readonly list: readonly Evidence[];
  readonly onEdit: (one: Evidence) => void;
  readonly onRemove: (one: Evidence) => void;
  readonly onCopy: (one: Evidence) => void;
  readonly onRevise: (one: Evidence) => void;
};

function EvidenceTable({ list, onEdit, onRemove, onCopy, onRevise }: TableProps) {
  const w = useWords('evidence');
  const language = useLanguage();
  return (
    <div className={styles.sheet}>
      <Table verticalSpacing="sm" aria-label={w.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.headers.title}</Table.Th>
            <Table.Th>{w.headers.kind}</Table.Th>
            <Table.Th>{w.headers.added}</Table.Th>
            <Table.Th>{w.headers.expires}</Table.Th>
            <Table.Th>{w.headers.for}</Table.Th>
            <Table.Th>
              <span className={styles.hidden}>{w.headers.actions}</span>
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
    </div>
  );
}

function EditDialog({ one, onClose }: { readonly one: Evidence; readonly onClose: () => void }) {
  const w = useWords('evidence');
  const names = useWords('obligations');
  const language = useLanguage();
  const { answer: rows } = useAsked('obligations', 'list', { language });
  const { answer: measures } = useAsked('obligations', 'measures', {});
  const link = useCommand('evidence', 'link');
  const [targets, setTargets] = useState<string[]>([...one.targets]);
  const [until, setUntil] = useState<string>(one.expiresOn ?? '');
  const data = [
    {
      group: w.measuresGroup,
      items: (measures ?? []).map(({ measure }) => ({
        value: `measure:${measure}`,
        label: names.measures[measure] ?? measure,
      })),
    },
    {
      group: w.obligationsGroup,
      items: (rows ?? [])
        .filter((row) => row.state !== 'not-applicable')
        .map((row) => ({ value: row.name, label: `${row.title} (${row.citation})` })),
    },
  ];
  async function save(): Promise<void> {
    if ((await link.run({ id: one.id, targets, expiresOn: until === '' ? null : (until as Day) })) !== undefined)
      onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${w.editTitle}: ${one.title}`}
      size="lg"
      closeButtonProps={{ 'aria-label': w.cancel }}
    >
      <Stack>
        <MultiSelect
          label={w.targets}
          description={w.targetsHelp}
          data={data}
          value={targets}
          onChange={setTargets}
          searchable
          limit={60}
          maxDropdownHeight={260}
          clearable
          clearButtonProps={{ 'aria-label': w.remove }}
        />
        <TextInput
          type="date"
          label={w.until}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <FailureNotice failure={link.failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button loading={link.isRunning} onClick={() => void save()}>
            {w.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
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
