/** Step: the training programme is begun. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import type { StepProps } from './step-props';

export function TrainingStep({ onDone }: StepProps) {
  const w = useWords('setup');
  const language = useLanguage();
  const today = localToday();
  const { answer: picture } = useAsked('training', 'picture', { language, today });
  const begin = useCommand('training', 'begin');
  if (picture === undefined) return null;
  const on = picture.courses.filter((course) => course.on).length;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {w.training.lead}
      </Text>
      <FailureNotice failure={begin.failure} />
      <Group>
        {on === 0 ? (
          <Button loading={begin.isRunning} onClick={() => void begin.run({ today })}>
            {w.training.begin}
          </Button>
        ) : (
          <>
            <Text size="sm">{w.training.done(on)}</Text>
            <Button onClick={onDone}>{w.goOn}</Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
