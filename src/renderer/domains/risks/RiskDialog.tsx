/** Enters or changes a risk: how likely, how grave, what is done, and what is left. */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import { type Risk, type RiskPicture, Treatment } from '#shared/domains/risks/model';
import { riskWords } from '#shared/domains/risks/words';
import { Day, daysLater } from '#shared/kernel/time';
import { FormDialog } from '../../app/FormDialog';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { OwnerSelect } from './OwnerSelect';
import styles from './risks.module.css';
import { StepSelect } from './StepSelect';

type Props = { readonly picture: RiskPicture; readonly risk: Risk | null; readonly onClose: () => void };

export function RiskDialog({ picture, risk, onClose }: Props) {
  const w = useWords('risks').form;
  const language = useLanguage();
  const add = useCommand('risks', 'add');
  const change = useCommand('risks', 'change');
  const [title, setTitle] = useState(risk?.title ?? '');
  const [words, setWords] = useState(risk?.words ?? '');
  const [likelihood, setLikelihood] = useState(risk?.likelihood ?? 3);
  const [impact, setImpact] = useState(risk?.impact ?? 3);
  const [treatment, setTreatment] = useState<Treatment>(risk?.treatment ?? 'reduce');
  const [measures, setMeasures] = useState(risk?.measures ?? '');
  const [judged, setJudged] = useState(risk !== null && risk.left !== null);
  const [left, setLeft] = useState(risk?.left ?? { likelihood: 1, impact: 1 });
  const [owner, setOwner] = useState<PersonId | null>(risk?.owner ?? null);
  const [reviewOn, setReviewOn] = useState<string>(risk?.reviewOn ?? daysLater(picture.today, 182));
  const [open, setOpen] = useState(risk?.state !== 'closed');
  const [tried, setTried] = useState(false);
  const day = Day.safeParse(reviewOn);

  async function save(): Promise<boolean> {
    setTried(true);
    if (title.trim() === '' || !day.success) return false;
    const draft = {
      title,
      words,
      likelihood,
      impact,
      treatment,
      measures,
      left: judged ? left : null,
      owner,
      reviewOn: day.data,
    };
    const done =
      risk === null
        ? await add.run({ risk: draft })
        : await change.run({ id: risk.id, revision: risk.revision, risk: draft, state: open ? 'open' : 'closed' });
    return done !== undefined;
  }
  return (
    <FormDialog
      title={w.addTitle}
      isRunning={add.isRunning || change.isRunning}
      failure={add.failure ?? change.failure}
      onClose={onClose}
      onSave={save}
    >
      <TextInput
        data-autofocus
        label={w.title}
        value={title}
        maxLength={160}
        error={tried && title.trim() === '' ? w.titleNeeded : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={w.words}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={styles.steps}>
        <StepSelect label={w.likelihood} steps={w.likelihoods} value={likelihood} onChange={setLikelihood} />
        <StepSelect label={w.impact} steps={w.impacts} value={impact} onChange={setImpact} />
      </div>
      <NativeSelect
        label={w.treatment}
        value={treatment}
        data={Treatment.options.map((value) => ({ value, label: riskWords[language].treatments[value] }))}
        onChange={(event) => setTreatment(event.currentTarget.value as Treatment)}
      />
      <Textarea
        label={w.measures}
        autosize
        minRows={2}
        value={measures}
        onChange={(event) => setMeasures(event.currentTarget.value)}
      />
      <Checkbox label={w.judged} checked={judged} onChange={(event) => setJudged(event.currentTarget.checked)} />
      {judged && (
        <div className={styles.steps}>
          <StepSelect
            label={w.leftLikelihood}
            steps={w.likelihoods}
            value={left.likelihood}
            onChange={(value) => setLeft({ ...left, likelihood: value })}
          />
          <StepSelect
            label={w.leftImpact}
            steps={w.impacts}
            value={left.impact}
            onChange={(value) => setLeft({ ...left, impact: value })}
          />
        </div>
      )}
      <OwnerSelect label={w.owner} people={picture.people} value={owner} onChange={setOwner} />
      <TextInput
        type="date"
        label={w.reviewOn}
        value={reviewOn}
        error={tried && !day.success ? w.dayNeeded : null}
        onChange={(event) => setReviewOn(event.currentTarget.value)}
      />
      {risk !== null && (
        <Checkbox label={w.isOpen} checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
      )}
    </FormDialog>
  );
}
