/** Writes down for everybody of a list what shows that they said yes. */
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Topic, UnprovenList } from '#shared/domains/consents/model';
import { channelTopic, purposeTopic } from '#shared/domains/consents/rules';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';
import { ProofFields, proofOf, useProofForm } from './ProofFields';
import { useTopicNames } from './topic-names';

export function ProveListDialog({ list, onClose }: { readonly list: UnprovenList; readonly onClose: () => void }) {
  const w = useWords('consents');
  const f = w.form;
  const { purposes, nameOf } = useTopicNames();
  const work = useTask('consents', 'proveList');
  const offered = purposes.filter(({ lawfulBasis }) => lawfulBasis === 'consent').map(({ id }) => purposeTopic(id));
  const [chosen, setChosen] = useState<readonly Topic[]>([]);
  const [form, setForm] = useProofForm('double-opt-in');
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const proof = proofOf(form);
    if (proof === null || chosen.length === 0) return;
    await work.run({ import: list.import, topics: [...chosen], proof, today: localToday() });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={w.lists.dialog(w.lists.people(list.people))}
      closeButtonProps={{ 'aria-label': f.close }}
      closeOnClickOutside={!work.isRunning}
      closeOnEscape={!work.isRunning}
      withCloseButton={!work.isRunning}
    >
      {work.answer !== undefined ? (
        <Stack>
          <Alert color="moss" icon={<IconCheck aria-hidden />} role="status">
            {w.lists.done(work.answer.people)}
          </Alert>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {f.close}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <Text size="sm">{w.lists.dialogLead}</Text>
            <Checkbox.Group
              label={f.about}
              value={[...chosen]}
              onChange={(values) => setChosen(offered.filter((topic) => values.includes(topic)))}
              error={tried && chosen.length === 0 ? f.aboutNeeded : null}
            >
              <Stack gap={6} mt={4} mb={4}>
                {offered.map((topic) => (
                  <Checkbox key={topic} value={topic} label={nameOf(topic)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <ProofFields form={form} onChange={setForm} topics={[...chosen, channelTopic('email')]} yes tried={tried} />
            <Text size="sm" c="dimmed">
              {f.shownBy}
            </Text>
            {work.isRunning && work.progress !== null && (
              <Text size="sm" role="status">
                {w.lists.working(work.progress.done)}
              </Text>
            )}
            <FailureNotice failure={work.failure} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => (work.isRunning ? work.cancel() : onClose())}>
                {f.cancel}
              </Button>
              <Button type="submit" loading={work.isRunning}>
                {f.save}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
