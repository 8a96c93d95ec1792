/** Things that need two people: what waits, what was approved and can be done, and what was decided. */
import { Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { Approval } from '#shared/domains/approvals/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { useMay, useSession } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useRepeated } from '../../app/use-repeated';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { usePersonNames, useRoleNames } from '../access/role-words';

export function ApprovalsPage() {
  const w = useWords('access').approvals;
  const asked = useAsked('approvals', 'list', {});
  return (
    <Stack>
      <PageHead title={w.title} lead={w.lead} />
      <AskedPage asked={asked}>
        {({ approvals }) => {
          const open = approvals.filter(({ state }) => state === 'waiting' || state === 'approved');
          const older = approvals.filter(({ state }) => state !== 'waiting' && state !== 'approved');
          return (
            <Stack>
              {open.length === 0 ? (
                <EmptyState icon={<IconUsersGroup aria-hidden />} title={w.none} lines={w.noneLines} />
              ) : (
                open.map((approval) => <One key={approval.id} approval={approval} />)
              )}
              {older.length > 0 && (
                <Title order={2} size="h3" mt="md">
                  {w.older}
                </Title>
              )}
              {older.slice(0, 100).map((approval) => (
                <One key={approval.id} approval={approval} />
              ))}
            </Stack>
          );
        }}
      </AskedPage>
    </Stack>
  );
}

function One({ approval }: { readonly approval: Approval }) {
  const { approvals: w } = useWords('access');
  const language = useLanguage();
  const may = useMay();
  const personName = usePersonNames();
  const me = useSession((state) => state.who?.person?.id);
  const approve = useCommand('approvals', 'approve');
  const deny = useCommand('approvals', 'deny');
  const withdraw = useCommand('approvals', 'withdraw');
  const repeated = useRepeated();
  const [note, setNote] = useState('');
  const isMine = approval.requestedBy === me;
  const mayDecide = !isMine && may('approve', 'approvals') && may('approve', approval.domain);
  const { id } = approval;
  return (
    <Card title={w.kinds[approval.kind]}>
      <Group gap="xs">
        <Badge variant="light" color={approval.state === 'denied' || approval.state === 'expired' ? 'clay' : 'moss'}>
          {w.states[approval.state]}
        </Badge>
        <Text size="sm">{w.asked(personName(approval.requestedBy), momentIn(language, approval.requestedAt))}</Text>
      </Group>
      <Facts approval={approval} />
      {approval.decidedBy !== null && approval.decidedAt !== null && (
        <Text size="sm" c="dimmed">
          {w.states[approval.state === 'used' || approval.state === 'expired' ? 'approved' : approval.state]}:{' '}
          {w.decided(personName(approval.decidedBy), momentIn(language, approval.decidedAt))}
          {approval.note === '' ? '' : ` – ${approval.note}`}
        </Text>
      )}
      <FailureNotice failure={approve.failure ?? deny.failure ?? withdraw.failure ?? repeated.failure} />
      {approval.state === 'waiting' && mayDecide && (
        <Group align="flex-end">
          <TextInput label={w.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button loading={approve.isRunning} onClick={() => void approve.run({ id, note })}>
            {w.approve}
          </Button>
          <Button variant="default" loading={deny.isRunning} onClick={() => void deny.run({ id, note })}>
            {w.deny}
          </Button>
        </Group>
      )}
      {isMine && (approval.state === 'waiting' || approval.state === 'approved') && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {approval.state === 'waiting' ? w.yours : w.again}
          </Text>
          <Group gap="xs">
            <Button variant="default" loading={withdraw.isRunning} onClick={() => void withdraw.run({ id })}>
              {w.withdraw}
            </Button>
            {approval.state === 'approved' && canRepeat(approval) && (
              <Button loading={repeated.isRunning} onClick={() => void repeated.run(approval)}>
                {w.run}
              </Button>
            )}
          </Group>
        </Group>
      )}
    </Card>
  );
}

/** What shows something only once (a first passphrase) is done where it was asked for, so that its answer has a screen. */
const canRepeat = ({ domain, operation }: Approval): boolean =>
  !(domain === 'access' && (operation === 'addPerson' || operation === 'resetPassphrase'));

function Facts({ approval: { facts } }: { readonly approval: Approval }) {
  const w = useWords('access').approvals.facts;
  const roleName = useRoleNames();
  const personName = usePersonNames();
  const says: Record<string, (value: string | number) => string> = {
    people: (value) => w.people(Number(value)),
    change: (value) => w.change[String(value)] ?? String(value),
    role: (value) => w.role(roleName(String(value))),
    person: (value) => w.person(personName(String(value))),
    format: (value) => w.format(String(value)),
  };
  const lines = Object.entries(facts).map(([name, value]) => says[name]?.(value) ?? `${name}: ${value}`);
  return lines.length === 0 ? null : <Text>{lines.join(' · ')}</Text>;
}
