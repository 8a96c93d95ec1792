/** Says what a piece of evidence shows and until when. Whoever is behind is shown what it says now before they replace it. */
import { Alert, Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Evidence } from '#shared/domains/evidence/model';
import type { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

type Props = {
  /** As it was when the dialog opened. */
  readonly one: Evidence;
  /** As it is now; somebody may have changed it meanwhile. */
  readonly now: Evidence | undefined;
  readonly onClose: () => void;
};

export function EditEvidenceDialog({ one, now, onClose }: Props) {
  const w = useWords('evidence');
  const names = useWords('obligations');
  const language = useLanguage();
  const { answer: rows } = useAsked('obligations', 'list', { language });
  const { answer: measures } = useAsked('obligations', 'measures', {});
  const link = useCommand('evidence', 'link');
  const [targets, setTargets] = useState<string[]>([...one.targets]);
  const [until, setUntil] = useState<string>(one.expiresOn ?? '');
  const changedMeanwhile = link.failure?.code === 'conflict' && now !== undefined;
  const nameOf = (target: string): string => {
    const measure = target.startsWith('measure:') ? target.slice('measure:'.length) : null;
    if (measure !== null) return names.measures[measure] ?? measure;
    return rows?.find((row) => row.name === target)?.title ?? target;
  };
  const data = [
    {
      group: w.measuresGroup,
      items: (measures ?? []).map(({ measure }) => ({
        value: `measure:${measure}`,
        label: names.measures[measure] ?? measure,
      })),
    },
    {
      group: w.obligationsGroup,
      items: (rows ?? [])
        // What it is linked to already stays in the list, whatever became of it.
        .filter((row) => row.state !== 'not-applicable' || one.targets.includes(row.name))
        .map((row) => ({ value: row.name, label: `${row.title} (${row.citation})` })),
    },
  ];
  async function save(): Promise<void> {
    // Whoever saves again after they were shown the newer state means to replace it.
    const { revision } = changedMeanwhile ? now : one;
    const expiresOn = until === '' ? null : (until as Day);
    if ((await link.run({ id: one.id, revision, targets, expiresOn })) !== undefined) onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${w.editTitle}: ${one.title}`}
      size="lg"
      closeButtonProps={{ 'aria-label': w.cancel }}
    >
      <Stack>
        <MultiSelect
          label={w.targets}
          description={w.targetsHelp}
          data={data}
          value={targets}
          onChange={setTargets}
          searchable
          limit={60}
          maxDropdownHeight={260}
          clearable
          clearButtonProps={{ 'aria-label': w.remove }}
        />
        <TextInput
          type="date"
          label={w.until}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <FailureNotice failure={link.failure} />
        {changedMeanwhile && (
          <Alert color="clay" title={w.nowSays}>
            {w.nowState(now.targets.map(nameOf), now.expiresOn === null ? w.never : dayIn(language, now.expiresOn))}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {w.cancel}
          </Button>
          <Button loading={link.isRunning} onClick={() => void save()}>
            {changedMeanwhile ? w.saveMine : w.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
