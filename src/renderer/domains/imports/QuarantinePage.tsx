/** Rows that were not imported: why, corrected in place, tried again or let go. */
import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ImportId, QuarantinedRow } from '#shared/domains/imports/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { QuarantineRow } from './QuarantineRow';

const step = 25;

export function QuarantinePage({ id }: { readonly id: ImportId }) {
  const w = useWords('imports');
  const [after, setAfter] = useState(0);
  const asked = useAsked('imports', 'quarantine', { id, after, limit: step });
  const discard = useCommand('imports', 'discard');
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);

  /** The row is gone from the list: the next one, or the heading, gets the keyboard. */
  function settled(row: QuarantinedRow): void {
    setSaid(
      row.state === 'discarded'
        ? w.quarantine.discarded(row.row)
        : row.state === 'merged'
          ? w.quarantine.merged(row.row)
          : w.quarantine.imported(row.row),
    );
    const boxes = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = boxes.findIndex((box) => box.dataset['row'] === String(row.id));
    const next = boxes[at + 1] ?? boxes[at - 1];
    next?.querySelector<HTMLElement>('input[aria-invalid="true"], input')?.focus();
  }

  async function discardAll(rows: readonly QuarantinedRow[]): Promise<void> {
    const done = await discard.run({ ids: rows.map((row) => row.id) });
    if (done) setSaid(w.quarantine.discardedMany(done.discarded));
  }

  return (
    <Stack gap="sm">
      <TextLink
        to="/imports/$id"
        params={{ id }}
        size="sm"
        style={{ display: 'inline-flex', alignItems: 'center', gap: 4, alignSelf: 'flex-start' }}
      >
        <IconArrowLeft size={15} aria-hidden /> {w.quarantine.back}
      </TextLink>
      <PageHead title={w.quarantine.title} lead={w.quarantine.lead} />
      <Text role="status" aria-live="polite" fw={600} size="sm">
        {[said, asked.answer ? w.quarantine.left(asked.answer.open) : ''].filter(Boolean).join(' ')}
      </Text>
      <AskedPage asked={asked} back={{ to: '/imports', label: w.back }}>
        {({ open, rows }) =>
          open === 0 ? (
            <EmptyState
              icon={<IconCircleCheck aria-hidden />}
              title={w.quarantine.doneTitle}
              lines={w.quarantine.doneLines}
            />
          ) : (
            <Stack ref={list}>
              <Text size="xs" c="dimmed">
                <Kbd size="xs">Enter</Kbd> {w.quarantine.enterKey} · <Kbd size="xs">{w.quarantine.discardKey}</Kbd>{' '}
                {w.quarantine.discardKeyDoes}
              </Text>
              {rows.map((row) => (
                <QuarantineRow key={row.id} row={row} onSettled={settled} />
              ))}
              <FailureNotice failure={discard.failure} />
              <Group justify="space-between">
                <Group gap="xs">
                  <Button variant="default" disabled={after === 0} onClick={() => setAfter(0)}>
                    {w.quarantine.first}
                  </Button>
                  <Button
                    variant="default"
                    disabled={rows.length < step}
                    onClick={() => setAfter(rows.at(-1)?.row ?? 0)}
                  >
                    {w.quarantine.next}
                  </Button>
                </Group>
                {rows.length > 1 && (
                  <Button
                    variant="subtle"
                    color="red"
                    loading={discard.isRunning}
                    onClick={() => void discardAll(rows)}
                  >
                    {w.quarantine.discardThese(rows.length)}
                  </Button>
                )}
              </Group>
            </Stack>
          )
        }
      </AskedPage>
    </Stack>
  );
}
