/** Signs an assessment that is whole, with the day for the next look. */
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Assessment } from '#shared/domains/risks/model';
import { Day, daysLater } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';

type Props = { readonly assessment: Assessment; readonly isOwn: boolean; readonly today: Day };

export function SignCard({ assessment, isOwn, today }: Props) {
  const { assessment: w, form } = useWords('risks');
  const sign = useCommand('risks', 'sign');
  const [reviewOn, setReviewOn] = useState<string>(daysLater(today, 365));
  const [alone, setAlone] = useState(false);
  const day = Day.safeParse(reviewOn);
  return (
    <Card title={w.sign}>
      <Text>{w.signLead}</Text>
      <TextInput
        type="date"
        label={w.reviewOn}
        maw={260}
        value={reviewOn}
        error={day.success ? null : form.dayNeeded}
        onChange={(event) => setReviewOn(event.currentTarget.value)}
      />
      {isOwn && (
        <Checkbox label={w.alone} checked={alone} onChange={(event) => setAlone(event.currentTarget.checked)} />
      )}
      <FailureNotice failure={sign.failure} />
      <Group>
        <Button
          loading={sign.isRunning}
          disabled={!day.success}
          onClick={() =>
            void sign.run({ id: assessment.id, revision: assessment.revision, reviewOn: reviewOn as Day, alone, today })
          }
        >
          {w.sign}
        </Button>
      </Group>
    </Card>
  );
}
