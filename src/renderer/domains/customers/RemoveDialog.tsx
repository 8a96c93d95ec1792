/** Asks before people are removed, says how many and what cannot be taken back, and removes them in small steps that can be stopped. */
import { Button, Checkbox, Group, List, Modal, Progress, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Failure } from '#shared/kernel/failures';
import { ask, failureOf } from '../../app/ask';
import { FailureNotice } from '../../app/FailureNotice';
import { useWords } from '../../app/words';
import { gatherIds } from './gather';
import type { Selection } from './selection';

/** More people than this at once is more likely a slip than a wish. */
export const mostRemoved = 10_000;
const step = 200;

type Props = {
  readonly selection: Selection;
  readonly count: number;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

export function RemoveDialog({ selection, count, onClose, onRemoved }: Props) {
  const w = useWords('customers');
  const [sure, setSure] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stopped = useRef(false);
  const many = count > 1;

  async function remove(): Promise<void> {
    stopped.current = false;
    setFailure(null);
    setDone(0);
    let removed = 0;
    try {
      const ids =
        selection.kind === 'picked'
          ? [...selection.ids]
          : await gatherIds(selection.filter, mostRemoved, () => stopped.current);
      for (let from = 0; from < ids.length && !stopped.current; from += step) {
        removed += (await ask('customers', 'remove', { ids: ids.slice(from, from + step) })).removed;
        setDone(removed);
      }
      onRemoved();
    } catch (error) {
      setFailure(failureOf(error));
      setDone(null);
    }
  }

  if (count > mostRemoved) {
    return (
      <Modal opened onClose={onClose} title={w.remove.tooManyTitle} closeButtonProps={{ 'aria-label': w.close }}>
        <Stack>
          <Text>{w.remove.tooMany(count, mostRemoved)}</Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{w.close}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.remove.title(count)}
      closeButtonProps={{ 'aria-label': w.close }}
      closeOnClickOutside={done === null}
      closeOnEscape={done === null}
      withCloseButton={done === null}
    >
      <Stack>
        <List size="sm" spacing={6}>
          <List.Item>{w.remove.whatGoes(count)}</List.Item>
          <List.Item>{w.remove.whatStays}</List.Item>
          <List.Item>{w.remove.noWayBack}</List.Item>
        </List>
        {many && (
          <Checkbox
            checked={sure}
            disabled={done !== null}
            onChange={(event) => setSure(event.currentTarget.checked)}
            label={w.remove.sure(count)}
          />
        )}
        {done !== null && <Progress value={(done / count) * 100} aria-label={w.remove.progress(done, count)} />}
        <FailureNotice failure={failure} />
        <Group justify="flex-end">
          <Button
            variant="default"
            data-autofocus
            onClick={() => (done === null ? onClose() : (stopped.current = true))}
          >
            {done === null ? w.cancel : w.remove.stop}
          </Button>
          <Button color="red" disabled={many && !sure} loading={done !== null} onClick={() => void remove()}>
            {w.remove.go(count)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
