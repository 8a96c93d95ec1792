/** Access reviews: one open at a time, a decision for each person, and the finished ones as evidence. */
import { Button, Group, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccessReview } from '#shared/domains/access/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, momentIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { TableFrame } from '../../ui/TableFrame';
import { usePersonNames, useRoleNames } from './role-words';

export function ReviewsTab() {
  const w = useWords('access').reviews;
  const may = useMay();
  const language = useLanguage();
  const asked = useAsked('access', 'reviews', {});
  const start = useCommand('access', 'startReview');
  const button = may('approve', 'access') && (
    <Button loading={start.isRunning} onClick={() => void start.run({})}>
      {w.start}
    </Button>
  );
  return (
    <AskedPage asked={asked}>
      {({ reviews, nextOn }) => {
        const open = reviews.find(({ finishedAt }) => finishedAt === null);
        return (
          <Stack>
            <FailureNotice failure={start.failure} />
            {reviews.length === 0 ? (
              <EmptyState icon={<IconUserCheck aria-hidden />} title={w.none} lines={w.noneLines}>
                {button}
              </EmptyState>
            ) : (
              <Group justify="space-between">
                <Text c="dimmed" maw={620}>
                  {w.lead} {nextOn !== null && w.next(dayIn(language, nextOn))}
                </Text>
                {open === undefined && button}
              </Group>
            )}
            {open !== undefined && <OpenReview review={open} />}
            {reviews
              .filter(({ finishedAt }) => finishedAt !== null)
              .map((review) => (
                <Finished key={review.id} review={review} />
              ))}
          </Stack>
        );
      }}
    </AskedPage>
  );
}

function OpenReview({ review }: { readonly review: AccessReview }) {
  const w = useWords('access').reviews;
  const { columns, never } = useWords('access').people;
  const language = useLanguage();
  const roleName = useRoleNames();
  const decide = useCommand('access', 'decideReview');
  const finish = useTask('access', 'finishReview');
  const undecided = review.items.filter(({ decision }) => decision === null).length;
  return (
    <Card title={w.open(momentIn(language, review.startedAt))}>
      <TableFrame label={w.open(momentIn(language, review.startedAt))}>
        <Table aria-label={w.open(momentIn(language, review.startedAt))} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.name}</Table.Th>
              <Table.Th>{columns.role}</Table.Th>
              <Table.Th>{columns.last}</Table.Th>
              <Table.Th>{w.decisionHead}</Table.Th>
              <Table.Th>{w.note}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {review.items.map((item) => (
              <Table.Tr key={item.person}>
                <Table.Td>{item.name}</Table.Td>
                <Table.Td>{roleName(item.role)}</Table.Td>
                <Table.Td>{item.lastSignInAt === null ? never : momentIn(language, item.lastSignInAt)}</Table.Td>
                <Table.Td>
                  <SegmentedControl
                    aria-label={w.decision(item.name)}
                    value={item.decision ?? ''}
                    data={[
                      { value: 'keep', label: w.keep },
                      { value: 'remove', label: w.remove },
                    ]}
                    onChange={(value) =>
                      void decide.run({
                        review: review.id,
                        person: item.person,
                        decision: value as 'keep' | 'remove',
                        note: item.note,
                      })
                    }
                  />
                </Table.Td>
                <Table.Td>
                  <Note
                    label={`${w.note}: ${item.name}`}
                    note={item.note}
                    onSaid={(note) =>
                      item.decision !== null &&
                      void decide.run({ review: review.id, person: item.person, decision: item.decision, note })
                    }
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      <FailureNotice failure={decide.failure ?? finish.failure} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {undecided > 0 ? w.undecided(undecided) : w.finishLead}
        </Text>
        <Button
          loading={finish.isRunning}
          disabled={undecided > 0}
          onClick={() => void finish.run({ review: review.id, language })}
        >
          {w.finish}
        </Button>
      </Group>
    </Card>
  );
}

type NoteProps = { readonly label: string; readonly note: string; readonly onSaid: (note: string) => void };

function Note({ label, note, onSaid }: NoteProps) {
  const [typed, setTyped] = useState(note);
  return (
    <TextInput
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== note && onSaid(typed)}
    />
  );
}

function Finished({ review }: { readonly review: AccessReview }) {
  const w = useWords('access').reviews;
  const language = useLanguage();
  const personName = usePersonNames();
  const roleName = useRoleNames();
  const removed = review.items.filter(({ decision }) => decision === 'remove').length;
  return (
    <Card title={w.done(momentIn(language, review.finishedAt ?? review.startedAt), personName(review.finishedBy))}>
      <Text size="sm">{w.kept(review.items.length - removed, removed)}</Text>
      <ul>
        {review.items.map((item) => (
          <li key={item.person}>
            <Text size="sm">
              {item.name}, {roleName(item.role)}: {item.decision === 'remove' ? w.remove : w.keep}
              {item.note === '' ? '' : ` – ${item.note}`}
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
