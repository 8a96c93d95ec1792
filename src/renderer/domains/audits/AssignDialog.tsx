/** Says who sees to a finding and by when; what was found stays as it is. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Finding, Programme } from '#shared/domains/audits/model';
import { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { PersonSelect } from './PersonSelect';

type Props = { readonly finding: Finding; readonly people: Programme['people']; readonly onClose: () => void };

export function AssignDialog({ finding, people, onClose }: Props) {
  const w = useWords('audits');
  const assign = useCommand('audits', 'assignFinding');
  const [responsible, setResponsible] = useState(finding.responsible);
  const [dueOn, setDueOn] = useState<string>(finding.dueOn);
  const day = Day.safeParse(dueOn);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!day.success) return;
    const { id, revision } = finding;
    if ((await assign.run({ id, revision, responsible, dueOn: day.data })) !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={w.assignTitle} closeButtonProps={{ 'aria-label': w.form.closeDialog }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{finding.words}</Text>
          <PersonSelect label={w.form.responsible} people={people} value={responsible} onChange={setResponsible} />
          <TextInput
            type="date"
            label={w.form.dueOn}
            value={dueOn}
            required
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
          <FailureNotice failure={assign.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.form.cancel}
            </Button>
            <Button type="submit" loading={assign.isRunning} disabled={!day.success}>
              {w.assignSave}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
