/** Names who looks after an area. */
import { Button, Group, Modal, MultiSelect, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import type { AssignedArea, Responsibilities } from '#shared/domains/responsibilities/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

type Props = { readonly area: AssignedArea; readonly people: Responsibilities['people']; readonly onClose: () => void };

const one = ['accountable', 'responsible', 'deputy'] as const;
const several = ['consulted', 'informed'] as const;

export function AssignDialog({ area, people, onClose }: Props) {
  const w = useWords('responsibilities');
  const assign = useCommand('responsibilities', 'assign');
  const [named, setNamed] = useState({
    accountable: area.accountable,
    responsible: area.responsible,
    deputy: area.deputy,
    consulted: area.consulted,
    informed: area.informed,
  });
  /** Whoever left stays in the list only where they still stand. */
  const choices = (kept: readonly (string | null)[]): { value: string; label: string }[] =>
    people
      .filter(({ id, active }) => active || kept.includes(id))
      .map(({ id, name, active }) => ({ value: id, label: active ? name : w.left(name) }));
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const done = await assign.run({ area: area.name, revision: area.revision, assignment: named, today: localToday() });
    if (done !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={w.assignOne(area.title)} closeButtonProps={{ 'aria-label': w.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{area.duties}</Text>
          {one.map((role, at) => (
            <NativeSelect
              key={role}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              label={w.roles[role]}
              description={w.roleHelp[role]}
              value={named[role] ?? ''}
              data={[{ value: '', label: w.nobody }, ...choices([area[role]])]}
              onChange={({ currentTarget: { value } }) =>
                setNamed((all) => ({ ...all, [role]: value === '' ? null : (value as PersonId) }))
              }
            />
          ))}
          {several.map((role) => (
            <MultiSelect
              key={role}
              label={w.roles[role]}
              description={w.roleHelp[role]}
              data={choices(area[role])}
              value={named[role]}
              onChange={(value) => setNamed((all) => ({ ...all, [role]: value as PersonId[] }))}
            />
          ))}
          <FailureNotice failure={assign.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={assign.isRunning}>
              {w.keep}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
