/** Records a sheet that somebody filled in on paper and somebody else marked. */
import { FormDialog } from '../../app/FormDialog';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceId } from '#shared/domains/evidence/model';
import type { MemberId, TrainingPicture } from '#shared/domains/training/model';
import { Day } from '#shared/kernel/time';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

export function PaperDialog({ picture, onClose }: { readonly picture: TrainingPicture; readonly onClose: () => void }) {
  const w = useWords('training').forms;
  const language = useLanguage();
  const record = useCommand('training', 'recordPaper');
  const { answer: files = [] } = useAsked('evidence', 'list', {});
  const members = picture.members.filter(({ id }) => id !== picture.me);
  const [member, setMember] = useState<string>(members[0]?.id ?? picture.me);
  const [course, setCourse] = useState(picture.courses[0]?.name ?? '');
  const [on, setOn] = useState<string>(picture.today);
  const [right, setRight] = useState('');
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const ask = picture.courses.find(({ name }) => name === course)?.ask ?? 0;
  const day = Day.safeParse(on);
  const count = right.trim() === '' ? Number.NaN : Number(right);
  const isCount = Number.isInteger(count) && count >= 0 && count <= ask;

  async function save(): Promise<boolean> {
    setTried(true);
    if (!day.success || !isCount) return false;
    const done = await record.run({
      member: member as MemberId,
      course,
      on: day.data,
      right: count,
      evidence: evidence === '' ? null : (evidence as EvidenceId),
      language,
      today: picture.today,
    });
    return done !== undefined;
  }
  return (
    <FormDialog
      title={w.paperTitle}
      lead={w.paperLead}
      isRunning={record.isRunning}
      failure={record.failure}
      onClose={onClose}
      onSave={save}
    >
      <NativeSelect
        data-autofocus
        label={w.who}
        value={member}
        data={(members.length > 0 ? members : picture.members).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setMember(event.currentTarget.value)}
      />
      <NativeSelect
        label={w.course}
        value={course}
        data={picture.courses.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(event) => setCourse(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.on}
        value={on}
        max={picture.today}
        error={tried && !day.success ? w.dayNeeded : null}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        inputMode="numeric"
        label={w.right(ask)}
        value={right}
        error={tried && !isCount ? w.rightNeeded(ask) : null}
        onChange={(event) => setRight(event.currentTarget.value)}
      />
      {files.length > 0 && (
        <NativeSelect
          label={w.evidence}
          value={evidence}
          data={[{ value: '', label: w.noEvidence }, ...files.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
