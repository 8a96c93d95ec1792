/** Adding a person, or changing their name, role and last day. */
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FirstPassphrase, Person, RoleId } from '#shared/domains/access/model';
import type { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';
import { useRoleNames } from './role-words';

type Props = {
  /** The person to change; without one somebody is added. */
  readonly person?: Person;
  readonly onClose: () => void;
  readonly onAdded: (first: FirstPassphrase) => void;
};

export function PersonDialog({ person, onClose, onAdded }: Props) {
  const words = useWords('access');
  const w = words.people.form;
  const roles = useAsked('access', 'roles', {}).answer?.roles ?? [];
  const roleName = useRoleNames();
  const add = useTask('access', 'addPerson');
  const change = useCommand('access', 'changePerson');
  const [name, setName] = useState(person?.name ?? '');
  const [signInName, setSignInName] = useState(person?.signInName ?? '');
  const [role, setRole] = useState<string>(person?.role ?? 'staff');
  const [until, setUntil] = useState<string>(person?.until ?? '');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = { name, role: role as RoleId, until: until === '' ? null : (until as Day) };
    if (person === undefined) {
      const made = await add.run({ ...said, signInName });
      if (made !== undefined) onAdded(made);
    } else if ((await change.run({ ...said, id: person.id, revision: person.revision })) !== undefined) onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={person === undefined ? w.addTitle : w.changeTitle(person.name)}
      closeButtonProps={{ 'aria-label': words.people.cancel }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={w.name}
            value={name}
            data-autofocus
            onChange={(event) => {
              const typed = event.currentTarget.value;
              // Until somebody says otherwise the sign-in name follows the first name.
              if (person === undefined && signInName === shortOf(name)) setSignInName(shortOf(typed));
              setName(typed);
            }}
          />
          {person === undefined && (
            <TextInput
              label={w.signInName}
              description={w.signInNameHelp}
              value={signInName}
              spellCheck={false}
              onChange={(event) => setSignInName(event.currentTarget.value)}
            />
          )}
          <NativeSelect
            label={w.role}
            value={role}
            data={roles.map(({ id }) => ({ value: id, label: roleName(id) }))}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          {words.roles.builtInHelp[role] !== undefined && (
            <Text size="sm" c="dimmed">
              {words.roles.builtInHelp[role]}
            </Text>
          )}
          <TextInput
            type="date"
            label={w.until}
            description={w.untilHelp}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <FailureNotice failure={add.failure ?? change.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.people.cancel}
            </Button>
            <Button
              type="submit"
              loading={add.isRunning || change.isRunning}
              disabled={name.trim() === '' || signInName.trim() === ''}
            >
              {person === undefined ? w.add : w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const shortOf = (name: string): string => name.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
