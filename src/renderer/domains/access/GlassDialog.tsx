/** States a purpose to see masked special-category data of one customer for a short time. */
import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { GlassReason } from '#shared/domains/access/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

type Props = { readonly customer: string; readonly onClose: () => void; readonly onShown: () => void };

export function GlassDialog({ customer, onClose, onShown }: Props) {
  const { glass: w, people } = useWords('access');
  const show = useCommand('access', 'breakGlass');
  const [kind, setKind] = useState<GlassReason['kind']>('treatment');
  const [words, setWords] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await show.run({ customer, reason: { kind, words } })) !== undefined) onShown();
  }
  return (
    <Modal opened onClose={onClose} title={w.title} closeButtonProps={{ 'aria-label': people.cancel }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">{w.lead}</Text>
          <NativeSelect
            label={w.kind}
            value={kind}
            data={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))}
            onChange={(event) => setKind(event.currentTarget.value as GlassReason['kind'])}
          />
          <Textarea
            label={w.words}
            value={words}
            autosize
            minRows={2}
            maxLength={400}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <FailureNotice failure={show.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {people.cancel}
            </Button>
            <Button type="submit" loading={show.isRunning} disabled={words.trim().length < 3}>
              {w.go}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
