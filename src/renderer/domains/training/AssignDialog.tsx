/** Sets a day by which one person passes one course. */
import { FormDialog } from '../../app/FormDialog';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Member, TrainingPicture } from '#shared/domains/training/model';
import { Day, daysLater } from '#shared/kernel/time';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

type Props = { readonly picture: TrainingPicture; readonly member: Member; readonly onClose: () => void };

export function AssignDialog({ picture, member, onClose }: Props) {
  const w = useWords('training').forms;
  const assign = useCommand('training', 'assign');
  const courses = picture.courses.filter(({ on }) => on);
  const [course, setCourse] = useState(courses[0]?.name ?? '');
  const [dueOn, setDueOn] = useState<string>(daysLater(picture.today, 14));
  const [tried, setTried] = useState(false);
  const day = Day.safeParse(dueOn);

  async function save(): Promise<boolean> {
    setTried(true);
    if (!day.success || course === '') return false;
    const { today } = picture;
    return (await assign.run({ member: member.id, course, dueOn: day.data, today })) !== undefined;
  }
  return (
    <FormDialog
      title={w.assignTitle(member.name)}
      isRunning={assign.isRunning}
      failure={assign.failure}
      onClose={onClose}
      onSave={save}
    >
      <NativeSelect
        data-autofocus
        label={w.course}
        value={course}
        data={courses.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(event) => setCourse(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.dueOn}
        value={dueOn}
        min={picture.today}
        error={tried && !day.success ? w.dayNeeded : null}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
