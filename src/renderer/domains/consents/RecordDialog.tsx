/** Writes down what one person said about one or more topics. */
import { Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Said, Topic } from '#shared/domains/consents/model';
import type { CustomerId } from '#shared/domains/customers/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
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
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const proof = proofOf(form);
    if (proof === null || chosen.length === 0) return;
    const kept = said === 'yes' ? proof : { ...proof, wording: null, guardian: '', expiresOn: null };
    const done = await record.run({ customer, said, topics: [...chosen], proof: kept, today: localToday() });
    if (done !== undefined) onClose();
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={f.title(name)} closeButtonProps={{ 'aria-label': f.close }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
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
          <FailureNotice failure={record.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f.cancel}
            </Button>
            <Button type="submit" loading={record.isRunning}>
              {f.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
