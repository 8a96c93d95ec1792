/** Records a check that was done, or could not be, with evidence and what was found. */
import { Button, Group, Modal, MultiSelect, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type Check,
  type CheckName,
  CheckResult,
  type FindingDraft,
  type Programme,
} from '#shared/domains/audits/model';
import type { EvidenceId } from '#shared/domains/evidence/model';
import { Day, daysLater } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { FindingFields } from './FindingFields';

type Props = {
  readonly programme: Programme;
  readonly planned: readonly Check[];
  /** The one that is chosen first. */
  readonly check: CheckName;
  readonly onClose: () => void;
};

export function RecordDialog({ programme, planned, check, onClose }: Props) {
  const w = useWords('audits');
  const f = w.form;
  const record = useCommand('audits', 'record');
  const { answer: files = [] } = useAsked('evidence', 'list', {});
  const fresh: FindingDraft = {
    words: '',
    severity: 'middle',
    responsible: null,
    dueOn: daysLater(programme.today, 14),
  };
  const [name, setName] = useState(check);
  const [on, setOn] = useState<string>(programme.today);
  const [result, setResult] = useState<CheckResult>('fine');
  const [words, setWords] = useState('');
  const [evidence, setEvidence] = useState<string[]>([]);
  const [findings, setFindings] = useState<readonly FindingDraft[]>([fresh]);
  const [tried, setTried] = useState(false);
  const day = Day.safeParse(on);
  const lacksWords = result === 'could-not' && words.trim() === '';
  const found = result === 'findings' ? findings : [];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!day.success || lacksWords) return;
    if (found.some((finding) => finding.words.trim() === '' || !Day.safeParse(finding.dueOn).success)) return;
    const draft = {
      check: name,
      on: day.data,
      result,
      words,
      evidence: evidence as EvidenceId[],
      findings: [...found],
    };
    if ((await record.run({ record: draft })) !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} title={f.recordTitle} closeButtonProps={{ 'aria-label': f.closeDialog }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <NativeSelect
            data-autofocus
            label={f.check}
            value={name}
            data={planned.map((one) => ({ value: one.name, label: one.title }))}
            onChange={(event) => setName(event.currentTarget.value as CheckName)}
          />
          <TextInput
            type="date"
            label={f.on}
            value={on}
            max={programme.today}
            error={tried && !day.success ? f.dayNeeded : null}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <NativeSelect
            label={f.result}
            value={result}
            data={CheckResult.options.map((value) => ({ value, label: f.resultChoices[value] }))}
            onChange={(event) => setResult(event.currentTarget.value as CheckResult)}
          />
          <Textarea
            label={f.words}
            description={f.wordsHelp}
            autosize
            minRows={2}
            value={words}
            error={tried && lacksWords ? f.wordsNeeded : null}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {files.length > 0 && (
            <MultiSelect
              label={f.evidence}
              description={f.evidenceHelp}
              searchable
              data={files.map(({ id, title }) => ({ value: id, label: title }))}
              value={evidence}
              onChange={setEvidence}
            />
          )}
          {found.map((finding, index) => (
            <FindingFields
              key={index}
              number={index + 1}
              finding={finding}
              people={programme.people}
              tried={tried}
              onChange={(next) => setFindings((all) => all.map((one, at) => (at === index ? next : one)))}
              onRemove={
                findings.length > 1 ? () => setFindings((all) => all.filter((_, at) => at !== index)) : undefined
              }
            />
          ))}
          {result === 'findings' && findings.length < 20 && (
            <Button variant="default" onClick={() => setFindings((all) => [...all, fresh])}>
              {f.another}
            </Button>
          )}
          <FailureNotice failure={record.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f.cancel}
            </Button>
            <Button type="submit" loading={record.isRunning}>
              {f.saveRecord}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
