/** Everybody who may sign in, with the way to add, change, disable and help them back in. */
import { Badge, Button, Group, Menu, Modal, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FirstPassphrase, Person } from '#shared/domains/access/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, momentIn } from '../../app/language';
import { useMay, useSession } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { TableFrame } from '../../ui/TableFrame';
import { FirstPassphraseDialog } from './FirstPassphraseDialog';
import { PersonDialog } from './PersonDialog';
import { useRoleNames } from './role-words';

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'reset' | 'disable'; readonly person: Person };

export function PeopleTab() {
  const w = useWords('access').people;
  const may = useMay();
  const asked = useAsked('access', 'people', {});
  const [doing, setDoing] = useState<Doing | null>(null);
  const [first, setFirst] = useState<FirstPassphrase | null>(null);
  const close = (): void => setDoing(null);
  const handOver = (made: FirstPassphrase): void => {
    setDoing(null);
    setFirst(made);
  };
  return (
    <AskedPage asked={asked}>
      {({ people }) => (
        <Stack>
          {may('configure', 'access') && (
            <Group justify="flex-end">
              <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
                {w.add}
              </Button>
            </Group>
          )}
          <PeopleTable people={people} onDo={may('configure', 'access') ? setDoing : null} />
          {doing?.what === 'add' && <PersonDialog onClose={close} onAdded={handOver} />}
          {doing?.what === 'change' && <PersonDialog person={doing.person} onClose={close} onAdded={handOver} />}
          {doing?.what === 'reset' && <ResetDialog person={doing.person} onClose={close} onReset={handOver} />}
          {doing?.what === 'disable' && <DisableDialog person={doing.person} onClose={close} />}
          {first !== null && <FirstPassphraseDialog first={first} onClose={() => setFirst(null)} />}
        </Stack>
      )}
    </AskedPage>
  );
}

type TableProps = { readonly people: readonly Person[]; readonly onDo: ((doing: Doing) => void) | null };

function PeopleTable({ people, onDo }: TableProps) {
  const w = useWords('access').people;
  const language = useLanguage();
  const roleName = useRoleNames();
  const me = useSession((state) => state.who?.person?.id);
  return (
    <TableFrame label={w.tabs.people}>
      <Table aria-label={w.tabs.people} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.columns.name}</Table.Th>
            <Table.Th>{w.columns.signInName}</Table.Th>
            <Table.Th>{w.columns.role}</Table.Th>
            <Table.Th>{w.columns.until}</Table.Th>
            <Table.Th>{w.columns.last}</Table.Th>
            <Table.Th>{w.columns.state}</Table.Th>
            {onDo !== null && (
              <Table.Th>
                <VisuallyHidden>{w.change}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                <Text fw={600} span>
                  {person.name}
                </Text>{' '}
                {person.id === me && <Badge variant="light">{w.you}</Badge>}
              </Table.Td>
              <Table.Td translate="no">{person.signInName}</Table.Td>
              <Table.Td>{roleName(person.role)}</Table.Td>
              <Table.Td>{person.until === null ? w.forever : dayIn(language, person.until)}</Table.Td>
              <Table.Td>{person.lastSignInAt === null ? w.never : momentIn(language, person.lastSignInAt)}</Table.Td>
              <Table.Td>
                <States person={person} />
              </Table.Td>
              {onDo !== null && (
                <Table.Td>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <Button variant="subtle" size="compact-sm" aria-label={w.actions(person.name)}>
                        <IconDots size={18} aria-hidden />
                      </Button>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => onDo({ what: 'change', person })}>{w.change}</Menu.Item>
                      <Menu.Item onClick={() => onDo({ what: 'reset', person })}>{w.reset}</Menu.Item>
                      {person.disabledAt === null && (
                        <Menu.Item color="clay" onClick={() => onDo({ what: 'disable', person })}>
                          {w.disable}
                        </Menu.Item>
                      )}
                    </Menu.Dropdown>
                  </Menu>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

function States({ person }: { readonly person: Person }) {
  const { states } = useWords('access').people;
  const today = localToday();
  const said =
    person.disabledAt !== null
      ? [states.disabled]
      : [
          person.until !== null && person.until < today ? states.ended : states.active,
          ...(person.mustChange ? [states.first] : []),
          ...(person.secondFactor ? [states.factor] : []),
        ];
  return <Text size="sm">{said.join(', ')}</Text>;
}

type ResetProps = {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onReset: (first: FirstPassphrase) => void;
};

function ResetDialog({ person, onClose, onReset }: ResetProps) {
  const w = useWords('access').people;
  const reset = useTask('access', 'resetPassphrase');
  async function go(): Promise<void> {
    const made = await reset.run({ id: person.id });
    if (made !== undefined) onReset(made);
  }
  return (
    <Sure title={w.resetTitle(person.name)} lead={w.resetLead} go={w.reset} doing={reset} onGo={go} onClose={onClose} />
  );
}

function DisableDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const w = useWords('access').people;
  const disable = useTask('access', 'disablePerson');
  async function go(): Promise<void> {
    if ((await disable.run({ id: person.id })) !== undefined) onClose();
  }
  return (
    <Sure
      title={w.disableTitle(person.name)}
      lead={w.disableLead}
      go={w.disable}
      doing={disable}
      onGo={go}
      onClose={onClose}
    />
  );
}

type SureProps = {
  readonly title: string;
  readonly lead: string;
  readonly go: string;
  readonly doing: Pick<ReturnType<typeof useTask<'access', 'disablePerson'>>, 'failure' | 'isRunning'>;
  readonly onGo: () => Promise<void>;
  readonly onClose: () => void;
};

function Sure({ title, lead, go, doing, onGo, onClose }: SureProps) {
  const w = useWords('access').people;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': w.cancel }}>
      <Stack>
        <Text size="sm">{lead}</Text>
        <FailureNotice failure={doing.failure} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button color="clay" loading={doing.isRunning} onClick={() => void onGo()}>
            {go}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
