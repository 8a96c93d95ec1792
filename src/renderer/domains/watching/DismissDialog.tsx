/** Says why an alert is nothing, and for how long the same stays quiet. */
import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Alert } from '#shared/domains/watching/model';
import { FailureNotice } from '../../app/FailureNotice';
import { numberIn } from '../../app/language';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

const periods = ['0', '30', '180', '365'] as const;

export function DismissDialog({ alert, onClose }: { readonly alert: Alert; readonly onClose: () => void }) {
  const w = useWords('watching');
  const language = useLanguage();
  const dismiss = useCommand('watching', 'dismiss');
  const [reason, setReason] = useState('');
  const [quiet, setQuiet] = useState<string>('180');
  const [tried, setTried] = useState(false);
  const lacksReason = reason.trim().length < 3;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksReason) return;
    const asked = { id: alert.id, revision: alert.revision, reason, quietDays: Number(quiet) };
    if ((await dismiss.run(asked)) !== undefined) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={w.dismissTitle} closeButtonProps={{ 'aria-label': w.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text>{w.dismissLead(numberIn(language, alert.numbers.value))}</Text>
          <Textarea
            data-autofocus
            label={w.reason}
            autosize
            minRows={2}
            value={reason}
            error={tried && lacksReason ? w.reasonNeeded : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <NativeSelect
            label={w.quiet}
            value={quiet}
            onChange={(event) => setQuiet(event.currentTarget.value)}
            data={periods.map((value) => ({ value, label: w.quietFor[value] }))}
          />
          <FailureNotice failure={dismiss.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={dismiss.isRunning}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
