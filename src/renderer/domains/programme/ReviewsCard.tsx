/** Reviews that were held, and the dialog to hold one: Steward counts, people decide. */
import { Alert, Button, Group, List, Menu, Text, Textarea, TextInput } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReviewFigures, Year } from '#shared/domains/programme/model';
import { Day, daysLater } from '#shared/kernel/time';
import { paperFormats } from '#shared/papers/paper';
import { FailureNotice } from '../../app/FailureNotice';
import { FormDialog } from '../../app/FormDialog';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';

export function ReviewsCard({ year }: { readonly year: Year }) {
  const w = useWords('programme');
  const language = useLanguage();
  const may = useMay();
  const save = useTask('programme', 'exportReview');
  const [holding, setHolding] = useState(false);
  return (
    <Card title={w.review}>
      <Text c="dimmed">{w.reviewLead}</Text>
      <FailureNotice failure={save.failure} />
      {save.answer !== undefined && <Alert role="status">{w.reviewSaved(save.answer.file)}</Alert>}
      {year.reviews.length === 0 && <Text>{w.noReview}</Text>}
      {year.reviews.map((review) => {
        const day = dayIn(language, review.heldOn);
        return (
          <Group key={review.id} justify="space-between">
            <Text>{w.held(day, dayIn(language, review.nextOn))}</Text>
            {may('export', 'programme') && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" size="xs" loading={save.isRunning} aria-label={w.saveReview(day)}>
                    {w.saveShort}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {([...paperFormats, 'json'] as const).map((format) => (
                    <Menu.Item key={format} onClick={() => void save.run({ id: review.id, format, language })}>
                      {format.toUpperCase()}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        );
      })}
      {may('write', 'programme') && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconFileCertificate size={18} aria-hidden />}
            onClick={() => setHolding(true)}
          >
            {w.hold}
          </Button>
        </Group>
      )}
      {holding && <HoldDialog year={year} onClose={() => setHolding(false)} />}
    </Card>
  );
}

function Figures({ figures }: { readonly figures: ReviewFigures }) {
  const w = useWords('programme').figures;
  const { obligations, risks, training, slipped } = figures;
  return (
    <List size="sm">
      <List.Item>{w.obligations(obligations.apply, obligations.shown)}</List.Item>
      <List.Item>{w.open(obligations.notStarted + obligations.runOut)}</List.Item>
      <List.Item>{w.slipped(slipped)}</List.Item>
      <List.Item>{w.risks(risks.open, risks.grave)}</List.Item>
      <List.Item>{w.actions(risks.actions)}</List.Item>
      <List.Item>{w.training(training.overdue, training.due)}</List.Item>
    </List>
  );
}

function HoldDialog({ year, onClose }: { readonly year: Year; readonly onClose: () => void }) {
  const w = useWords('programme').form;
  const language = useLanguage();
  const hold = useTask('programme', 'hold');
  const [present, setPresent] = useState('');
  const [looked, setLooked] = useState('');
  const [decided, setDecided] = useState('');
  const [heldOn, setHeldOn] = useState<string>(year.today);
  const [nextOn, setNextOn] = useState<string>(daysLater(year.today, 365));
  const [tried, setTried] = useState(false);
  const [held, next] = [Day.safeParse(heldOn), Day.safeParse(nextOn)];

  async function save(): Promise<boolean> {
    setTried(true);
    if (present.trim() === '' || decided.trim() === '' || !held.success || !next.success) return false;
    const review = { present, looked, decided, heldOn: held.data, nextOn: next.data };
    return (await hold.run({ review, language, today: year.today })) !== undefined;
  }
  return (
    <FormDialog
      title={w.title}
      save={w.sign}
      isRunning={hold.isRunning}
      failure={hold.failure}
      onClose={onClose}
      onSave={save}
    >
      <Text fw={600}>{w.counted}</Text>
      <Figures figures={year.figures} />
      <TextInput
        data-autofocus
        label={w.present}
        maxLength={400}
        value={present}
        error={tried && present.trim() === '' ? w.presentNeeded : null}
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      <Textarea
        label={w.looked}
        autosize
        minRows={2}
        maxLength={2_000}
        value={looked}
        onChange={(event) => setLooked(event.currentTarget.value)}
      />
      <Textarea
        label={w.decided}
        autosize
        minRows={2}
        maxLength={2_000}
        value={decided}
        error={tried && decided.trim() === '' ? w.decidedNeeded : null}
        onChange={(event) => setDecided(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.heldOn}
        max={year.today}
        value={heldOn}
        error={tried && !held.success ? w.dayNeeded : null}
        onChange={(event) => setHeldOn(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.nextOn}
        value={nextOn}
        error={tried && !next.success ? w.dayNeeded : null}
        onChange={(event) => setNextOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
