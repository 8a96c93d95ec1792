/** Rehearses a restore, with the recovery words or without them. */
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { BackupPlace } from '#shared/domains/backups/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';

type Props = { readonly place: BackupPlace; readonly onClose: () => void };

export function DrillDialog({ place, onClose }: Props) {
  const w = useWords('backups');
  const language = useLanguage();
  const drill = useTask('backups', 'drill');
  const [words, setWords] = useState('');
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const { answer } = drill;
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.drillTitle(place.name)}
      closeButtonProps={{ 'aria-label': w.form.close }}
      size="lg"
    >
      <Stack gap="sm">
        <Text>{w.drillLead}</Text>
        <Textarea
          label={w.drillWords}
          autosize
          minRows={3}
          value={words}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            disabled={words.trim() === ''}
            loading={drill.isRunning}
            onClick={() => void drill.run({ place: place.id, words })}
          >
            {w.drillGo}
          </Button>
          <Button
            variant="default"
            disabled={drill.isRunning}
            onClick={() => void drill.run({ place: place.id, words: null })}
          >
            {w.drillWithout}
          </Button>
        </Group>
        <div role="status">
          {answer !== undefined && (
            <Text>
              {w.drilled(numbers.format(answer.rows), numbers.format(answer.tookMs / 1_000), answer.withWords)}
            </Text>
          )}
        </div>
        <FailureNotice failure={drill.failure} />
      </Stack>
    </Modal>
  );
}
