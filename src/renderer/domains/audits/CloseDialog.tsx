/** Says what was done about a finding; then it is settled. */
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Finding } from '#shared/domains/audits/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

export function CloseDialog({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const w = useWords('audits');
  const close = useCommand('audits', 'closeFinding');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const lacksWords = words.trim().length < 3;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksWords) return;
    if ((await close.run({ id: finding.id, revision: finding.revision, words })) !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={w.closeTitle} closeButtonProps={{ 'aria-label': w.form.closeDialog }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{finding.words}</Text>
          <Textarea
            data-autofocus
            label={w.closing}
            autosize
            minRows={2}
            value={words}
            error={tried && lacksWords ? w.closingNeeded : null}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <FailureNotice failure={close.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.form.cancel}
            </Button>
            <Button type="submit" loading={close.isRunning}>
              {w.closeSave}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
