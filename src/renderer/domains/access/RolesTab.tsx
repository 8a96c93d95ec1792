/** What each role may do, subject by subject, and the business's own roles. */
import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Grant, Role, RoleId } from '#shared/domains/access/model';
import { rightsIn } from '#shared/domains/access/rules';
import { type GivenRight, givenRights } from '#shared/kernel/operations';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { TableFrame } from '../../ui/TableFrame';
import { useRoleNames } from './role-words';

export function RolesTab() {
  const w = useWords('access').roles;
  const may = useMay();
  const asked = useAsked('access', 'roles', {});
  const roleName = useRoleNames();
  const [shown, setShown] = useState<string>('owner');
  const [editing, setEditing] = useState<Role | 'new' | null>(null);
  const remove = useCommand('access', 'removeRole');
  return (
    <AskedPage asked={asked}>
      {({ roles, domains }) => {
        const role = roles.find(({ id }) => id === shown) ?? roles[0];
        if (role === undefined) return null;
        return (
          <Stack>
            <Text c="dimmed">{w.lead}</Text>
            <Group align="flex-end" justify="space-between">
              <NativeSelect
                label={w.show}
                value={role.id}
                data={roles.map(({ id }) => ({ value: id, label: roleName(id) }))}
                onChange={(event) => setShown(event.currentTarget.value)}
              />
              {may('configure', 'access') && (
                <Group gap="xs">
                  {!role.builtIn && (
                    <>
                      <Button variant="default" onClick={() => setEditing(role)}>
                        {w.edit}
                      </Button>
                      <Button variant="default" onClick={() => void remove.run({ id: role.id })}>
                        {w.remove}
                      </Button>
                    </>
                  )}
                  <Button onClick={() => setEditing('new')}>{w.add}</Button>
                </Group>
              )}
            </Group>
            <FailureNotice failure={remove.failure} />
            {w.builtInHelp[role.id] !== undefined && <Text>{w.builtInHelp[role.id]}</Text>}
            <RightsTable label={w.table(roleName(role.id))} grants={rightsIn(role.grants, domains)} />
            {editing !== null && (
              <RoleDialog
                roles={roles}
                domains={domains}
                role={editing === 'new' ? null : editing}
                onClose={() => setEditing(null)}
                onSaved={(saved) => {
                  setShown(saved.id);
                  setEditing(null);
                }}
              />
            )}
          </Stack>
        );
      }}
    </AskedPage>
  );
}

type RightsProps = {
  readonly label: string;
  readonly grants: readonly Grant[];
  /** Given where the rights can be changed. */
  readonly onToggle?: (domain: string, right: GivenRight) => void;
};

function RightsTable({ label, grants, onToggle }: RightsProps) {
  const w = useWords('access').roles;
  return (
    <TableFrame label={label}>
      <Table aria-label={label} verticalSpacing={6} stickyHeader={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.subject}</Table.Th>
            {givenRights.map((right) => (
              <Table.Th key={right} ta="center">
                {w.rights[right]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {grants.map(({ domain, rights }) => (
            <Table.Tr key={domain}>
              <Table.Th scope="row" fw={500}>
                {w.domains[domain] ?? domain}
              </Table.Th>
              {givenRights.map((right) => {
                const says = w.allows(w.rights[right], w.domains[domain] ?? domain);
                const has = rights.includes(right);
                return (
                  <Table.Td key={right} ta="center">
                    {onToggle === undefined ? (
                      has ? (
                        <IconCheck size={17} role="img" aria-label={says} />
                      ) : (
                        <IconMinus size={15} aria-hidden opacity={0.35} />
                      )
                    ) : (
                      <Checkbox
                        checked={has}
                        aria-label={says}
                        onChange={() => onToggle(domain, right)}
                        styles={{ body: { justifyContent: 'center' } }}
                      />
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

type RoleDialogProps = {
  readonly roles: readonly Role[];
  readonly domains: readonly string[];
  readonly role: Role | null;
  readonly onClose: () => void;
  readonly onSaved: (role: Role) => void;
};

function RoleDialog({ roles, domains, role, onClose, onSaved }: RoleDialogProps) {
  const words = useWords('access');
  const w = words.roles;
  const roleName = useRoleNames();
  const save = useCommand('access', 'saveRole');
  const [name, setName] = useState(role?.name ?? '');
  const startOf = (id: string): readonly Grant[] => rightsIn(roles.find((one) => one.id === id)?.grants ?? [], domains);
  const [from, setFrom] = useState('staff');
  const [grants, setGrants] = useState(() => startOf(role?.id ?? 'staff'));
  const toggle = (domain: string, right: GivenRight): void =>
    setGrants(
      grants.map((grant) =>
        grant.domain === domain
          ? {
              domain,
              rights: grant.rights.includes(right)
                ? grant.rights.filter((one) => one !== right)
                : [...grant.rights, right],
            }
          : grant,
      ),
    );
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = await save.run({
      id: role?.id ?? (null as RoleId | null),
      revision: role?.revision ?? 0,
      name,
      grants: grants.map((grant) => ({ ...grant, rights: [...grant.rights] })),
    });
    if (saved !== undefined) onSaved(saved);
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={role === null ? w.add : w.edit}
      closeButtonProps={{ 'aria-label': words.people.cancel }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={w.name}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {role === null && (
            <NativeSelect
              label={w.from}
              value={from}
              data={roles.map(({ id }) => ({ value: id, label: roleName(id) }))}
              onChange={(event) => {
                setFrom(event.currentTarget.value);
                setGrants(startOf(event.currentTarget.value));
              }}
            />
          )}
          <RightsTable label={w.table(name)} grants={grants} onToggle={toggle} />
          <FailureNotice failure={save.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.people.cancel}
            </Button>
            <Button type="submit" loading={save.isRunning} disabled={name.trim() === ''}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
