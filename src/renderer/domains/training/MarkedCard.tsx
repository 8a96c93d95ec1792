/** An attempt afterwards: the score, and of every answer why it is right or not. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Explained, Marked } from '#shared/domains/training/model';
import { PageLink } from '../../app/go';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './training.module.css';

type Props = { readonly marked: Marked; readonly onRetry: () => void };

export function MarkedCard({ marked: { result, questions }, onRetry }: Props) {
  const w = useWords('training').course;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {w.marked(result.right, result.outOf)}
      </Title>
      <Text>{result.passed ? w.passedLead : w.failedLead}</Text>
      <Stack gap={0}>
        {questions.map((question) => (
          <Question key={question.name} question={question} />
        ))}
      </Stack>
      <Group>
        <Button component={PageLink} to="/training">
          {w.done}
        </Button>
        {!result.passed && (
          <Button variant="default" onClick={onRetry}>
            {w.retry}
          </Button>
        )}
      </Group>
    </Card>
  );
}

function Question({ question }: { readonly question: Explained }) {
  const w = useWords('training').course;
  return (
    <section className={styles.question}>
      <Title order={3} size="h5">
        {question.words}
      </Title>
      <ul className={styles.list}>
        {question.answers.map((answer, at) => {
          const isRight = at === question.right;
          const isChosen = at === question.chosen;
          const said = [isRight ? w.right : null, isChosen ? w.yours : null].filter((one) => one !== null).join(', ');
          return (
            <li key={answer} className={styles.item}>
              <div>
                <Text className={isRight ? (styles.right ?? '') : isChosen ? (styles.wrong ?? '') : ''}>
                  {isRight ? <IconCheck size={15} aria-hidden /> : isChosen ? <IconX size={15} aria-hidden /> : null}{' '}
                  {answer}
                  {said !== '' && ` (${said})`}
                </Text>
                <Text size="sm" c="dimmed">
                  {question.because[at]}
                </Text>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
