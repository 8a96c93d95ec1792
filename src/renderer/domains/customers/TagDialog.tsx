/** Gives tags to the people selected, or takes some away. */
import { Button, Group, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { type Selection, toAsk } from './selection';

type Props = {
  readonly selection: Selection;
  readonly count: number;
  readonly knownTags: readonly string[];
  readonly onClose: () => void;
};

/** The list of known tags opens upwards: below it would lie on the button that saves. */
const above = { maxDropdownHeight: 180, comboboxProps: { position: 'top' } } as const;

export function TagDialog({ selection, count, knownTags, onClose }: Props) {
  const w = useWords('customers');
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const tag = useCommand('customers', 'tag');
  const changed = tag.answer?.changed;

  async function save(): Promise<void> {
    const people = toAsk(selection);
    if (people) await tag.run({ selection: people, add, remove });
  }

  return (
    <Modal opened onClose={onClose} title={w.tag.title(count)} closeButtonProps={{ 'aria-label': w.close }}>
      {changed === undefined ? (
        <Stack>
          <TagsInput
            data-autofocus
            label={w.tag.add}
            description={w.tag.addHelp}
            data={[...knownTags]}
            value={add}
            onChange={setAdd}
            maxTags={20}
            clearable={false}
            {...above}
          />
          <TagsInput
            label={w.tag.remove}
            data={[...knownTags]}
            value={remove}
            onChange={setRemove}
            maxTags={20}
            clearable={false}
            {...above}
          />
          <FailureNotice failure={tag.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button disabled={add.length + remove.length === 0} loading={tag.isRunning} onClick={() => void save()}>
              {w.tag.save(count)}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Text role="status">{w.tag.done(changed)}</Text>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {w.close}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
