/** Who could go today and who stays and why, in numbers and one by one; and removing those who can go. */
import { Alert, Button, Group, Modal, Progress, Stack, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { RetentionRule, Simulation } from '#shared/domains/retention/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { TableFrame } from '../../ui/TableFrame';
import listed from '../../ui/Listed.module.css';

function useReasons(rules: readonly RetentionRule[]): (reason: string) => string {
  const w = useWords('retention');
  const named = namesIn(useLanguage());
  return (reason) =>
    w.simulation.reasons[reason] ?? named(reason, rules.find((rule) => rule.class === reason)?.name ?? reason);
}

export function SimulationCard({ rules }: { readonly rules: readonly RetentionRule[] }) {
  const w = useWords('retention');
  const s = w.simulation;
  const may = useMay();
  const count = useTask('retention', 'simulate');
  const [shown, setShown] = useState<'go' | 'stay' | null>(null);
  const [removing, setRemoving] = useState(false);
  const said = count.answer;
  return (
    <Card title={s.title}>
      <Text size="sm" c="dimmed">
        {s.lead}
      </Text>
      <Group>
        <Button loading={count.isRunning} onClick={() => void count.run({ today: localToday() })}>
          {s.count}
        </Button>
        {said !== undefined && said.canGo > 0 && may('erase', 'retention') && (
          <Button color="red" variant="outline" onClick={() => setRemoving(true)}>
            {s.go(said.canGo)}
          </Button>
        )}
      </Group>
      <FailureNotice failure={count.failure} />
      {said !== undefined && (
        <>
          <Picture said={said} rules={rules} />
          <Group gap="xs">
            {said.canGo > 0 && (
              <Button size="xs" variant="default" onClick={() => setShown('go')}>
                {s.show}
              </Button>
            )}
            {said.stays.length > 0 && (
              <Button size="xs" variant="default" onClick={() => setShown('stay')}>
                {s.showStaying}
              </Button>
            )}
          </Group>
          {shown !== null && <OneByOne key={shown} canGo={shown === 'go'} rules={rules} />}
        </>
      )}
      {removing && said !== undefined && (
        <RemoveDialog
          count={said.canGo}
          onClose={(removed) => {
            setRemoving(false);
            if (removed) {
              setShown(null);
              void count.run({ today: localToday() });
            }
          }}
        />
      )}
    </Card>
  );
}

function Picture({ said, rules }: { readonly said: Simulation; readonly rules: readonly RetentionRule[] }) {
  const w = useWords('retention');
  const s = w.simulation;
  const language = useLanguage();
  const reasonOf = useReasons(rules);
  const share = (people: number): number => (said.people === 0 ? 0 : (people / said.people) * 100);
  return (
    <div role="status">
      <Text fw={600}>{said.canGo === 0 ? s.nobody : s.canGo(said.canGo)}</Text>
      <Progress value={share(said.canGo)} color="clay" size="lg" my={4} aria-hidden />
      {said.stays.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {s.stay}
          </Text>
          <ul className={listed.counts}>
            {said.stays.map(({ reason, people, from, until }) => (
              <li key={reason}>
                <span>
                  {reasonOf(reason)}
                  {from !== null && until !== null && reason !== 'hold' && (
                    <Text size="sm" c="dimmed">
                      {s.until(dayIn(language, from), dayIn(language, until))}
                    </Text>
                  )}
                </span>
                <Progress value={share(people)} color="moss" size="lg" aria-hidden />
                <span>{s.people(people)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const perPage = 50;

function OneByOne({ canGo, rules }: { readonly canGo: boolean; readonly rules: readonly RetentionRule[] }) {
  const w = useWords('retention');
  const s = w.simulation;
  const language = useLanguage();
  const reasonOf = useReasons(rules);
  const [limit, setLimit] = useState(perPage);
  const asked = useAsked('retention', 'list', { canGo, limit, today: localToday() });
  const rows = asked.answer ?? [];
  return (
    <>
      <FailureNotice failure={asked.failure} />
      <TableFrame label={canGo ? s.title : s.stay}>
        <Table aria-label={canGo ? s.title : s.stay} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{s.who}</Table.Th>
              {!canGo && <Table.Th>{s.why}</Table.Th>}
              <Table.Th>{s.kept}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, name, reason, until }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <TextLink to="/customers/$id" params={{ id }}>
                    {name === '' ? id : name}
                  </TextLink>
                </Table.Td>
                {!canGo && <Table.Td>{reason === null ? '' : reasonOf(reason)}</Table.Td>}
                <Table.Td>{until === null ? '–' : dayIn(language, until)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      {rows.length === limit && limit < 200 && (
        <Group>
          <Button size="xs" variant="default" onClick={() => setLimit(limit + perPage)}>
            {s.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function RemoveDialog({ count, onClose }: { readonly count: number; readonly onClose: (removed: boolean) => void }) {
  const w = useWords('retention');
  const r = w.remove;
  const run = useTask('retention', 'run');
  return (
    <Modal
      opened
      onClose={() => onClose(run.answer !== undefined)}
      title={r.title(count)}
      closeButtonProps={{ 'aria-label': w.form.close }}
      closeOnClickOutside={!run.isRunning}
      closeOnEscape={!run.isRunning}
      withCloseButton={!run.isRunning}
    >
      <Stack>
        {run.answer !== undefined ? (
          <>
            <Alert color="moss" icon={<IconCheck aria-hidden />} role="status">
              {r.done(run.answer.removed)}
            </Alert>
            <Group justify="flex-end">
              <Button data-autofocus onClick={() => onClose(true)}>
                {w.form.close}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text>{r.text}</Text>
            {run.isRunning && run.progress !== null && (
              <Text size="sm" role="status">
                {r.progress(run.progress.done)}
              </Text>
            )}
            <FailureNotice failure={run.failure} />
            <Group justify="flex-end">
              <Button data-autofocus variant="default" onClick={() => (run.isRunning ? run.cancel() : onClose(false))}>
                {w.form.cancel}
              </Button>
              <Button
                color="red"
                loading={run.isRunning}
                onClick={() => void run.run({ expected: count, today: localToday() })}
              >
                {r.go}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
