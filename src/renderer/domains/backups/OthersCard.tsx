/** The register of backups that Steward does not make: what, where, how often, and who tested last. */
import { Button, Group, Modal, NumberInput, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OtherBackup, OtherBackupDraft } from '#shared/domains/backups/model';
import type { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { TableFrame } from '../../ui/TableFrame';

export function OthersCard({ others }: { readonly others: readonly OtherBackup[] }) {
  const w = useWords('backups').others;
  const language = useLanguage();
  const [edited, setEdited] = useState<OtherBackup | 'new' | null>(null);
  return (
    <Card title={w.title}>
      <Text c="dimmed">{w.lead}</Text>
      <Group>
        <Button variant="default" onClick={() => setEdited('new')}>
          {w.add}
        </Button>
      </Group>
      {others.length === 0 ? (
        <Text>{w.none}</Text>
      ) : (
        <TableFrame>
          <Table aria-label={w.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.what}</Table.Th>
                <Table.Th>{w.where}</Table.Th>
                <Table.Th>{w.howOften}</Table.Th>
                <Table.Th>{w.tested}</Table.Th>
                <Table.Th>{w.due}</Table.Th>
                <Table.Th>{w.edit}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {others.map((other) => (
                <Table.Tr key={other.id}>
                  <Table.Td>{other.what}</Table.Td>
                  <Table.Td>{other.where}</Table.Td>
                  <Table.Td>{other.howOften}</Table.Td>
                  <Table.Td>
                    {other.testedOn === null ? w.never : w.by(other.testedBy ?? '–', dayIn(language, other.testedOn))}
                  </Table.Td>
                  <Table.Td>{dayIn(language, other.testDue)}</Table.Td>
                  <Table.Td>
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={w.editOf(other.what)}
                      onClick={() => setEdited(other)}
                    >
                      {w.edit}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
      {edited !== null && <OtherDialog other={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

const empty: OtherBackupDraft = {
  what: '',
  where: '',
  howOften: '',
  testedBy: null,
  testedOn: null,
  testEveryDays: 90,
  note: null,
};

function OtherDialog({ other, onClose }: { readonly other: OtherBackup | null; readonly onClose: () => void }) {
  const w = useWords('backups').others;
  const f = w.form;
  const close = useWords('backups').form.close;
  const add = useCommand('backups', 'addOther');
  const change = useCommand('backups', 'changeOther');
  const [draft, setDraft] = useState<OtherBackupDraft>(() => {
    if (other === null) return empty;
    const { id: _id, revision: _revision, testDue: _due, ...rest } = other;
    return rest;
  });
  const [tried, setTried] = useState(false);
  const text = (value: string): string | null => (value === '' ? null : value);
  const line = (name: 'what' | 'where' | 'howOften') => (
    <TextInput
      label={f[name]}
      value={draft[name]}
      error={tried && draft[name].trim() === '' ? f.needed : undefined}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if ([draft.what, draft.where, draft.howOften].some((value) => value.trim() === '')) return;
    const done =
      other === null
        ? await add.run(draft)
        : await change.run({ id: other.id, revision: other.revision, other: draft });
    if (done !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={w.add} closeButtonProps={{ 'aria-label': close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {line('what')}
          {line('where')}
          {line('howOften')}
          <TextInput
            label={f.testedBy}
            value={draft.testedBy ?? ''}
            onChange={(event) => setDraft({ ...draft, testedBy: text(event.currentTarget.value) })}
          />
          <TextInput
            type="date"
            label={f.testedOn}
            value={draft.testedOn ?? ''}
            onChange={(event) => setDraft({ ...draft, testedOn: text(event.currentTarget.value) as Day | null })}
          />
          <NumberInput
            label={f.testEveryDays}
            min={1}
            max={3650}
            value={draft.testEveryDays}
            onChange={(value) => setDraft({ ...draft, testEveryDays: Number(value) || 1 })}
          />
          <Textarea
            label={f.note}
            value={draft.note ?? ''}
            onChange={(event) => setDraft({ ...draft, note: text(event.currentTarget.value) })}
          />
          <FailureNotice failure={add.failure ?? change.failure} />
          <Group justify="flex-end">
            <Button type="submit" loading={add.isRunning || change.isRunning}>
              {f.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
