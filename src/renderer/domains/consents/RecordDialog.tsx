/** Writes down what one person said about one or more topics. */
import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Said, Topic } from '#shared/domains/consents/model';
import type { CustomerId } from '#shared/domains/customers/model';
import { localToday } from '../../app/days';
import { FormDialog } from '../../app/FormDialog';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { ProofFields, proofOf, useProofForm } from './ProofFields';
import { useTopicNames } from './topic-names';

type Props = {
  readonly customer: CustomerId;
  readonly name: string;
  readonly topics: readonly Topic[];
  /** What is chosen when the dialog opens. */
  readonly said: Said;
  readonly about: readonly Topic[];
  readonly onClose: () => void;
};

export function RecordDialog({ customer, name, topics, said: first, about, onClose }: Props) {
  const w = useWords('consents');
  const f = w.form;
  const { nameOf } = useTopicNames();
  const record = useCommand('consents', 'record');
  const [said, setSaid] = useState<Said>(first);
  const [chosen, setChosen] = useState<readonly Topic[]>(about);
  const [form, setForm] = useProofForm('in-person');
  const [tried, setTried] = useState(false);
  async function submit(): Promise<boolean> {
    setTried(true);
    const proof = proofOf(form);
    if (proof === null || chosen.length === 0) return false;
    const kept = said === 'yes' ? proof : { ...proof, wording: null, guardian: '', expiresOn: null };
    return (await record.run({ customer, said, topics: [...chosen], proof: kept, today: localToday() })) !== undefined;
  }
  return (
    <FormDialog
      title={f.title(name)}
      size="lg"
      save={f.save}
      isRunning={record.isRunning}
      failure={record.failure}
      onClose={onClose}
      onSave={submit}
    >
      <Radio.Group label={f.said} value={said} onChange={(value) => setSaid(value === 'no' ? 'no' : 'yes')}>
        <Stack gap={6} mt={4}>
          <Radio value="yes" label={f.yes} />
          <Radio value="no" label={f.no} />
        </Stack>
      </Radio.Group>
      <Checkbox.Group
        label={f.about}
        value={[...chosen]}
        onChange={(values) => setChosen(topics.filter((topic) => values.includes(topic)))}
        error={tried && chosen.length === 0 ? f.aboutNeeded : null}
      >
        <Stack gap={6} mt={4} mb={4}>
          {topics.map((topic) => (
            <Checkbox key={topic} value={topic} label={nameOf(topic)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <ProofFields form={form} onChange={setForm} topics={chosen} yes={said === 'yes'} tried={tried} />
      {said === 'yes' && (
        <Text size="sm" c="dimmed">
          {f.shownBy}
        </Text>
      )}
    </FormDialog>
  );
}
