/** The texts people are shown, every version, and adding one. */
import { Button, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Topic, Wording } from '#shared/domains/consents/model';
import { channels, choices } from '#shared/domains/consents/model';
import { channelTopic, choiceTopic, purposeTopic } from '#shared/domains/consents/rules';
import { Day } from '#shared/kernel/time';
import { localToday } from '../../app/days';
import { FormDialog } from '../../app/FormDialog';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import listed from '../../ui/Listed.module.css';
import { useTopicNames } from './topic-names';

export function WordingsCard() {
  const w = useWords('consents');
  const language = useLanguage();
  const { nameOf } = useTopicNames();
  const mayWrite = useMay()('write', 'consents');
  const wordings = useAsked('consents', 'wordings', {}).answer ?? [];
  const [adding, setAdding] = useState(false);
  return (
    <Card title={w.wordings.title}>
      <Text size="sm" c="dimmed">
        {w.wordings.lead}
      </Text>
      {wordings.length === 0 ? (
        <Text>{w.wordings.none}</Text>
      ) : (
        <ul className={listed.list}>
          {wordings.map((wording) => (
            <li key={wording.id} className={listed.item}>
              <span>
                <Text span fw={600}>
                  {nameOf(wording.topic)}
                </Text>
                <Text size="sm" c="dimmed">
                  {w.wordings.version(
                    wording.version,
                    w.wordings.languages[wording.language],
                    dayIn(language, wording.since),
                  )}
                </Text>
                <Text size="sm" className={listed.words ?? ''}>
                  {wording.text}
                </Text>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setAdding(true)}>
            {w.wordings.add}
          </Button>
        </Group>
      )}
      {adding && <WordingDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function WordingDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords('consents');
  const f = w.form;
  const page = useLanguage();
  const { purposes, nameOf } = useTopicNames();
  const add = useCommand('consents', 'addWording');
  const topics = [
    ...purposes.filter(({ lawfulBasis }) => lawfulBasis === 'consent').map(({ id }) => purposeTopic(id)),
    ...channels.map(channelTopic),
    ...choices.map(choiceTopic),
  ];
  const [topic, setTopic] = useState<string>('');
  const [language, setLanguage] = useState<Wording['language']>(page);
  const [text, setText] = useState('');
  const [since, setSince] = useState<string>(localToday());
  const [tried, setTried] = useState(false);
  const about = topic === '' ? topics[0] : Topic.parse(topic);
  const day = Day.safeParse(since);
  async function submit(): Promise<boolean> {
    setTried(true);
    if (about === undefined || text.trim().length < 3 || !day.success) return false;
    return (await add.run({ topic: about, language, text, since: day.data })) !== undefined;
  }
  return (
    <FormDialog
      title={w.wordings.addTitle}
      save={w.wordings.save}
      isRunning={add.isRunning}
      failure={add.failure}
      onClose={onClose}
      onSave={submit}
    >
      <NativeSelect
        data-autofocus
        label={w.wordings.topic}
        value={about ?? ''}
        data={topics.map((one) => ({ value: one as string, label: nameOf(one) }))}
        onChange={(event) => setTopic(event.currentTarget.value)}
      />
      <NativeSelect
        label={w.wordings.language}
        value={language}
        data={Wording.shape.language.options.map((one) => ({ value: one, label: w.wordings.languages[one] }))}
        onChange={(event) => setLanguage(Wording.shape.language.parse(event.currentTarget.value))}
      />
      <Textarea
        label={w.wordings.text}
        autosize
        minRows={3}
        value={text}
        error={tried && text.trim().length < 3 ? w.wordings.textNeeded : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.wordings.since}
        value={since}
        error={tried && !day.success ? f.dayNeeded : null}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
