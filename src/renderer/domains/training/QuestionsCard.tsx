/** The questions of one attempt. On a shared machine the person signs off with a PIN; a wrong one loses no answer. */
import { Alert, Button, Group, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Attempt, type Marked, Pin } from '#shared/domains/training/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './training.module.css';

type Props = {
  readonly attempt: Attempt;
  readonly lead: string;
  readonly withPin: boolean;
  readonly onMarked: (marked: Marked) => void;
};

export function QuestionsCard({ attempt, lead, withPin, onMarked }: Props) {
  const words = useWords('training');
  const w = words.course;
  const language = useLanguage();
  const finish = useCommand('training', 'finish');
  const signOff = useTask('training', 'signOff');
  const [answers, setAnswers] = useState<Record<string, number>>({});
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = attempt.questions.some(({ name }) => answers[name] === undefined);
  const isPin = Pin.safeParse(pin).success;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacks || (withPin && !isPin)) return;
    const chosen = Object.entries(answers).map(([question, at]) => ({ question, chosen: at }));
    const given = { attempt: attempt.id, answers: chosen, language };
    const marked = withPin ? await signOff.run({ ...given, pin }) : await finish.run(given);
    setPin('');
    if (marked !== undefined) onMarked(marked);
  }
  return (
    <Card title={w.questions}>
      <Text c="dimmed">{lead}</Text>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <div>
            {attempt.questions.map((question) => (
              <fieldset key={question.name} className={styles.question}>
                <legend>{question.words}</legend>
                <Stack gap="xs">
                  {question.answers.map((answer, at) => (
                    <Radio
                      key={answer}
                      name={question.name}
                      label={answer}
                      checked={answers[question.name] === at}
                      onChange={() => setAnswers((before) => ({ ...before, [question.name]: at }))}
                    />
                  ))}
                </Stack>
              </fieldset>
            ))}
          </div>
          {withPin && (
            <PasswordInput
              label={w.pin}
              description={w.pinHelp}
              inputMode="numeric"
              autoComplete="off"
              maw={320}
              value={pin}
              error={tried && !isPin ? words.forms.pinNeeded : null}
              onChange={(event) => setPin(event.currentTarget.value)}
            />
          )}
          {tried && lacks && (
            <Alert color="clay" role="alert">
              {w.answerAll}
            </Alert>
          )}
          <FailureNotice failure={finish.failure ?? signOff.failure} />
          <Group>
            <Button type="submit" loading={finish.isRunning || signOff.isRunning}>
              {w.finish}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
