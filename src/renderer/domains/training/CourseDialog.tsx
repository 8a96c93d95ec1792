/** Decides about a course: whether it is part of the programme, for whom, and how often. */
import { FormDialog } from '../../app/FormDialog';
import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CourseChoice, type CourseRow } from '#shared/domains/training/model';
import { Day } from '#shared/kernel/time';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { useRoleNames } from './use-role-names';

export function CourseDialog({ course, onClose }: { readonly course: CourseRow; readonly onClose: () => void }) {
  const { forms: w, team } = useWords('training');
  const choose = useCommand('training', 'choose');
  const { nameOf, roles } = useRoleNames();
  // Whoever opens one that is off wants it in.
  const [on, setOn] = useState(true);
  const [whom, setWhom] = useState<string[]>([...course.roles]);
  const [everyDays, setEveryDays] = useState(String(course.everyDays));
  const [firstOn, setFirstOn] = useState<string>(course.firstOn);
  const [tried, setTried] = useState(false);
  const interval = CourseChoice.shape.everyDays.safeParse(everyDays.trim() === '' ? Number.NaN : Number(everyDays));
  const day = Day.safeParse(firstOn);

  async function save(): Promise<boolean> {
    setTried(true);
    if (!interval.success || !day.success) return false;
    const choice = { on, roles: whom as CourseChoice['roles'], everyDays: interval.data, firstOn: day.data };
    return (await choose.run({ name: course.name, revision: course.revision, choice })) !== undefined;
  }
  return (
    <FormDialog
      title={w.courseTitle(course.title)}
      isRunning={choose.isRunning}
      failure={choose.failure}
      onClose={onClose}
      onSave={save}
    >
      <Checkbox data-autofocus label={w.isOn} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
      <MultiSelect
        label={w.forWhom}
        value={whom}
        data={[
          { value: 'everybody', label: team.everybody },
          ...roles.map((value) => ({ value, label: nameOf(value) })),
        ]}
        onChange={setWhom}
      />
      <TextInput
        inputMode="numeric"
        label={w.everyDays}
        value={everyDays}
        error={tried && !interval.success ? w.everyDaysNeeded : null}
        onChange={(event) => setEveryDays(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.firstOn}
        value={firstOn}
        error={tried && !day.success ? w.dayNeeded : null}
        onChange={(event) => setFirstOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
