/** One finding in the form of a record. */
import { Button, Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FindingDraft, type Programme, Severity } from '#shared/domains/audits/model';
import { Day } from '#shared/kernel/time';
import { useWords } from '../../app/words';
import { PersonSelect } from './PersonSelect';

type Props = {
  readonly number: number;
  readonly finding: FindingDraft;
  readonly people: Programme['people'];
  readonly tried: boolean;
  readonly onChange: (finding: FindingDraft) => void;
  readonly onRemove: (() => void) | undefined;
};

export function FindingFields({ number, finding, people, tried, onChange, onRemove }: Props) {
  const w = useWords('audits');
  const f = w.form;
  return (
    <Fieldset legend={f.finding(number)}>
      <Stack gap="sm">
        <TextInput
          label={f.findingWords}
          value={finding.words}
          maxLength={300}
          error={tried && finding.words.trim() === '' ? f.findingNeeded : null}
          onChange={(event) => onChange({ ...finding, words: event.currentTarget.value })}
        />
        <NativeSelect
          label={f.severity}
          value={finding.severity}
          data={Severity.options.map((value) => ({ value, label: w.severities[value] }))}
          onChange={(event) => onChange({ ...finding, severity: event.currentTarget.value as Severity })}
        />
        <PersonSelect
          label={f.responsible}
          people={people}
          value={finding.responsible}
          onChange={(responsible) => onChange({ ...finding, responsible })}
        />
        <TextInput
          type="date"
          label={f.dueOn}
          value={finding.dueOn}
          error={tried && !Day.safeParse(finding.dueOn).success ? f.dayNeeded : null}
          onChange={(event) => onChange({ ...finding, dueOn: event.currentTarget.value as Day })}
        />
        {onRemove !== undefined && (
          <Button variant="default" size="xs" onClick={onRemove}>
            {f.less(number)}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
