/** An action: what is to be done, by whom and by when. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import type { AssessmentId, RiskId, RiskPicture } from '#shared/domains/risks/model';
import { Day, daysLater } from '#shared/kernel/time';
import { FormDialog } from '../../app/FormDialog';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { OwnerSelect } from './OwnerSelect';

type Props = { readonly picture: RiskPicture; readonly about: RiskId | AssessmentId; readonly onClose: () => void };

export function ActionDialog({ picture, about, onClose }: Props) {
  const w = useWords('risks').form;
  const add = useCommand('risks', 'addAction');
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState<PersonId | null>(null);
  const [dueOn, setDueOn] = useState<string>(daysLater(picture.today, 30));
  const [tried, setTried] = useState(false);
  const day = Day.safeParse(dueOn);

  async function save(): Promise<boolean> {
    setTried(true);
    if (words.trim() === '' || !day.success) return false;
    return (await add.run({ about, action: { words, owner, dueOn: day.data } })) !== undefined;
  }
  return (
    <FormDialog title={w.actionTitle} isRunning={add.isRunning} failure={add.failure} onClose={onClose} onSave={save}>
      <TextInput
        data-autofocus
        label={w.actionWords}
        value={words}
        maxLength={300}
        error={tried && words.trim() === '' ? w.titleNeeded : null}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <OwnerSelect label={w.owner} people={picture.people} value={owner} onChange={setOwner} />
      <TextInput
        type="date"
        label={w.dueOn}
        value={dueOn}
        error={tried && !day.success ? w.dayNeeded : null}
        onChange={(event) => setDueOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
