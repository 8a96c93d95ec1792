/** A phishing drill: ten messages to judge, and every one explained at the end. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconMailQuestion, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { JudgedMessage, ShownMessage } from '#shared/domains/training/model';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink } from '../../app/go';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import styles from './training.module.css';

export function DrillPage() {
  const w = useWords('training').drill;
  const language = useLanguage();
  const start = useCommand('training', 'startDrill');
  const finish = useCommand('training', 'finishDrill');
  const [at, setAt] = useState(0);
  const [judged, setJudged] = useState<Record<string, boolean>>({});
  const drill = start.answer;
  const message = drill?.messages[at];
  const done = finish.answer;

  function begin(): void {
    setAt(0);
    setJudged({});
    finish.reset();
    void start.run({ language });
  }
  async function judge(phishing: boolean): Promise<void> {
    if (drill === undefined || message === undefined) return;
    const next = { ...judged, [message.name]: phishing };
    setJudged(next);
    if (at + 1 < drill.messages.length) setAt(at + 1);
    else {
      const judgements = Object.entries(next).map(([name, is]) => ({ message: name, phishing: is }));
      await finish.run({ attempt: drill.id, judgements, language });
    }
  }
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead} />
      <FailureNotice failure={start.failure ?? finish.failure} />
      {done !== undefined ? (
        <Done right={done.result.right} messages={done.messages} onAnother={begin} />
      ) : drill !== undefined && message !== undefined ? (
        <Card>
          <Message key={message.name} message={message} title={w.of(at + 1, drill.messages.length)} />
          <Group>
            <Button loading={finish.isRunning} onClick={() => void judge(true)}>
              {w.phishing}
            </Button>
            <Button loading={finish.isRunning} variant="default" onClick={() => void judge(false)}>
              {w.honest}
            </Button>
            {at > 0 && (
              <Button variant="subtle" onClick={() => setAt(at - 1)}>
                {w.back}
              </Button>
            )}
          </Group>
        </Card>
      ) : (
        <EmptyState icon={<IconMailQuestion aria-hidden />} title={w.title} lines={[w.card]}>
          <Button loading={start.isRunning} onClick={begin}>
            {w.begin}
          </Button>
        </EmptyState>
      )}
    </Stack>
  );
}

/** The message as text: its link is shown and cannot be followed. */
function Message({ message, title }: { readonly message: ShownMessage; readonly title: string }) {
  const w = useWords('training').drill;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {title}
      </Title>
      <dl className={styles.message}>
        <dt>{w.from}</dt>
        <dd>{message.from}</dd>
        <dt>{w.address}</dt>
        <dd>{message.address}</dd>
        <dt>{w.subject}</dt>
        <dd>{message.subject}</dd>
        <dt>{w.link}</dt>
        <dd>{message.link ?? w.noLink}</dd>
      </dl>
      <Text className={styles.words ?? ''}>{message.body}</Text>
    </>
  );
}

type DoneProps = {
  readonly right: number;
  readonly messages: readonly JudgedMessage[];
  readonly onAnother: () => void;
};

function Done({ right, messages, onAnother }: DoneProps) {
  const w = useWords('training').drill;
  const { done } = useWords('training').course;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {w.done(right, messages.length)}
      </Title>
      <ul className={styles.list}>
        {messages.map((message) => {
          const rightly = message.phishing === message.judgedPhishing;
          return (
            <li key={message.name} className={styles.item}>
              <div>
                <Text fw={600}>{message.subject}</Text>
                <Text size="sm" c="dimmed">
                  {message.from} · {message.address}
                </Text>
                <Text className={rightly ? (styles.right ?? '') : (styles.wrong ?? '')}>
                  {rightly ? <IconCheck size={15} aria-hidden /> : <IconX size={15} aria-hidden />}{' '}
                  {message.phishing ? w.isPhishing : w.isHonest} {rightly ? w.rightly : w.wrongly}
                </Text>
                <Text size="sm">{message.because}</Text>
              </div>
            </li>
          );
        })}
      </ul>
      <Group>
        <Button component={PageLink} to="/training">
          {done}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {w.another}
        </Button>
      </Group>
    </Card>
  );
}
