/** Before the first course was chosen: what training is for, and one button. */
import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import type { TrainingPicture } from '#shared/domains/training/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';

export function BeginCard({ picture }: { readonly picture: TrainingPicture }) {
  const w = useWords('training');
  const mayWrite = useMay()('write', 'training');
  const begin = useCommand('training', 'begin');
  const proposed = picture.courses.filter(({ suits, revision }) => suits && revision === 0).length;
  return (
    <>
      <FailureNotice failure={begin.failure} />
      <EmptyState icon={<IconSchool aria-hidden />} title={w.empty} lines={mayWrite ? w.emptyLines : [w.notYet]}>
        {mayWrite && proposed > 0 && (
          <Button loading={begin.isRunning} onClick={() => void begin.run({ today: picture.today })}>
            {w.begin(proposed)}
          </Button>
        )}
      </EmptyState>
    </>
  );
}
