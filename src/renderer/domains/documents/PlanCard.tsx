/** Who looks after a document, when it is looked at again, and taking it out of use. */
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import type { DocumentDetail } from '#shared/domains/documents/model';
import { Day } from '#shared/kernel/time';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useGo } from '../../app/go';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';

export function PlanCard({ document, mayWrite }: { readonly document: DocumentDetail; readonly mayWrite: boolean }) {
  const w = useWords('documents').plan;
  const plan = useCommand('documents', 'plan');
  const withdraw = useCommand('documents', 'withdraw');
  const go = useGo();
  const [owner, setOwner] = useState<string>(document.people.find(({ name }) => name === document.owner)?.id ?? '');
  const [day, setDay] = useState<string>(document.nextReviewOn);
  const next = Day.safeParse(day);
  const which = { id: document.id, revision: document.revision };
  const chosen = owner === '' ? null : (owner as PersonId);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (next.success) void plan.run({ ...which, owner: chosen, nextReviewOn: next.data, today: localToday() });
  }
  return (
    <Card title={w.title}>
      <form onSubmit={submit}>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={w.owner}
            value={owner}
            disabled={!mayWrite}
            data={[
              { value: '', label: w.nobody },
              ...document.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget }) => setOwner(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={w.next}
            value={day}
            disabled={!mayWrite}
            error={next.success ? null : w.dayNeeded}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
          />
          {mayWrite && (
            <Button type="submit" variant="default" loading={plan.isRunning}>
              {w.save}
            </Button>
          )}
        </Group>
      </form>
      <FailureNotice failure={plan.failure ?? withdraw.failure} />
      {mayWrite && (
        <>
          <Text size="sm">{w.reviewLead}</Text>
          <Group gap="sm">
            <Button
              variant="default"
              onClick={() =>
                void plan
                  .run({ ...which, owner: chosen, nextReviewOn: null, reviewed: true, today: localToday() })
                  .then((done) => done !== undefined && setDay(done.nextReviewOn))
              }
            >
              {w.reviewed}
            </Button>
            <Button
              variant="subtle"
              color="clay"
              loading={withdraw.isRunning}
              onClick={() =>
                void withdraw.run(which).then((done) => {
                  if (done !== undefined) void go({ to: '/documents' });
                })
              }
            >
              {w.withdraw}
            </Button>
          </Group>
        </>
      )}
    </Card>
  );
}
