/** Decides about a check: whether, how often, from when and by whom; adds one of the business's own. */
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Check, CheckChoice, type Programme } from '#shared/domains/audits/model';
import { firstDue } from '#shared/domains/audits/rules';
import { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import styles from './AuditsPage.module.css';
import { PersonSelect } from './PersonSelect';

type Props = {
  readonly programme: Programme;
  /** Null for a new one of the business's own. */
  readonly check: Check | null;
  readonly onClose: () => void;
};

export function CheckDialog({ programme, check, onClose }: Props) {
  const w = useWords('audits');
  const f = w.form;
  const language = useLanguage();
  const add = useCommand('audits', 'add');
  const choose = useCommand('audits', 'choose');
  const isOwn = check === null || check.own;
  const [title, setTitle] = useState(check?.title ?? '');
  const [how, setHow] = useState(check?.how ?? '');
  // Whoever opens one that is off wants it in.
  const [on, setOn] = useState(true);
  const [everyDays, setEveryDays] = useState(String(check?.everyDays ?? 30));
  const [firstOn, setFirstOn] = useState<string>(check?.firstOn ?? firstDue(programme.today, 30));
  const [responsible, setResponsible] = useState(check?.responsible ?? null);
  const [tried, setTried] = useState(false);
  const lacksTitle = isOwn && title.trim() === '';
  const interval = CheckChoice.shape.everyDays.safeParse(everyDays.trim() === '' ? Number.NaN : Number(everyDays));
  const day = Day.safeParse(firstOn);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksTitle || !interval.success || !day.success) return;
    const choice = { on, everyDays: interval.data, firstOn: day.data, responsible };
    const words = isOwn ? { title, how } : null;
    const { today } = programme;
    const done =
      check === null
        ? await add.run({ words: { title, how }, choice, today })
        : await choose.run({ name: check.name, revision: check.revision, choice, words, language, today });
    if (done !== undefined) onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={check === null ? f.addTitle : f.changeTitle}
      closeButtonProps={{ 'aria-label': f.closeDialog }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          {isOwn ? (
            <>
              <TextInput
                data-autofocus
                label={f.title}
                value={title}
                maxLength={120}
                error={tried && lacksTitle ? f.titleNeeded : null}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
              <Textarea
                label={f.how}
                autosize
                minRows={3}
                value={how}
                onChange={(event) => setHow(event.currentTarget.value)}
              />
            </>
          ) : (
            <div>
              <Text fw={600}>{title}</Text>
              <Text size="sm" className={styles.words ?? ''}>
                {how}
              </Text>
            </div>
          )}
          {check !== null && (
            <Checkbox label={f.isOn} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
          )}
          <TextInput
            inputMode="numeric"
            label={f.everyDays}
            value={everyDays}
            error={tried && !interval.success ? f.everyDaysNeeded : null}
            onChange={(event) => setEveryDays(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={f.firstOn}
            description={f.firstOnHelp}
            value={firstOn}
            error={tried && !day.success ? f.dayNeeded : null}
            onChange={(event) => setFirstOn(event.currentTarget.value)}
          />
          <PersonSelect label={f.who} people={programme.people} value={responsible} onChange={setResponsible} />
          <FailureNotice failure={add.failure ?? choose.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning || choose.isRunning}>
              {f.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
