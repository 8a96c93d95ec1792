/** What the business records about an obligation. */
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ObligationDetail, ObligationRecord } from '#shared/domains/obligations/model';
import type { Day } from '#shared/kernel/time';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';

const states = ['not-started', 'in-place', 'not-applicable'] as const;

export function RecordForm({ obligation }: { readonly obligation: ObligationDetail }) {
  const w = useWords('obligations').record;
  const save = useCommand('obligations', 'record');
  const [record, setRecord] = useState<ObligationRecord>(obligation.record);
  const [tried, setTried] = useState(false);
  const needsReason = record.state === 'not-applicable' && (record.reason ?? '').trim() === '';
  const set = <K extends keyof ObligationRecord>(name: K, value: ObligationRecord[K]): void =>
    setRecord((before) => ({ ...before, [name]: value }));
  const text = (value: string): string | null => (value === '' ? null : value);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!needsReason) await save.run({ name: obligation.name, revision: obligation.revision, record });
  }

  return (
    <Card title={w.title}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <NativeSelect
            label={w.state}
            value={record.state}
            data={states.map((value) => ({ value, label: w.states[value] }))}
            onChange={(event) => set('state', event.currentTarget.value as ObligationRecord['state'])}
          />
          {record.state === 'not-applicable' && (
            <Textarea
              label={w.reason}
              autosize
              minRows={2}
              value={record.reason ?? ''}
              error={tried && needsReason ? w.reasonNeeded : null}
              onChange={(event) => set('reason', text(event.currentTarget.value))}
            />
          )}
          <TextInput
            label={w.owner}
            value={record.owner ?? ''}
            onChange={(event) => set('owner', text(event.currentTarget.value))}
          />
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              type="date"
              label={w.reviewedOn}
              value={record.reviewedOn ?? ''}
              onChange={(event) => set('reviewedOn', text(event.currentTarget.value) as Day | null)}
            />
            <Button variant="default" onClick={() => set('reviewedOn', localToday())}>
              {w.today}
            </Button>
          </Group>
          <TextInput
            type="date"
            label={w.dueOn}
            value={record.dueOn ?? ''}
            onChange={(event) => set('dueOn', text(event.currentTarget.value) as Day | null)}
          />
          <Textarea
            label={w.note}
            autosize
            minRows={2}
            value={record.note ?? ''}
            onChange={(event) => set('note', text(event.currentTarget.value))}
          />
          <FailureNotice failure={save.failure} />
          <Group justify="space-between">
            <Text size="sm" role="status">
              {save.answer === undefined ? '' : w.saved}
            </Text>
            <Button type="submit" loading={save.isRunning}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
