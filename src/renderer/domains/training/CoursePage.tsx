/** One course: its lessons one after the other, then the questions of an attempt, then what is to be said of every answer. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Attempt, Marked, MemberId } from '#shared/domains/training/model';
import type { Answered } from '#shared/contract';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { MarkedCard } from './MarkedCard';
import { QuestionsCard } from './QuestionsCard';
import styles from './training.module.css';

type Props = {
  readonly name: string;
  /** Somebody else who takes it on this machine; null for oneself. */
  readonly member: MemberId | null;
};

export function CoursePage({ name, member }: Props) {
  const language = useLanguage();
  const asked = useAsked('training', 'course', { name, language });
  return <AskedPage asked={asked}>{(course) => <Shown course={course} member={member} />}</AskedPage>;
}

type ShownProps = { readonly course: Answered<'training', 'course'>; readonly member: MemberId | null };

function Shown({ course, member }: ShownProps) {
  const w = useWords('training').course;
  const language = useLanguage();
  const { answer: picture } = useAsked('training', 'picture', { language, today: localToday() });
  const start = useCommand('training', 'start');
  const [at, setAt] = useState(0);
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [marked, setMarked] = useState<Marked | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const count = course.lessons.length;
  const lesson = course.lessons[at];
  const moved = useRef(false);
  useEffect(() => {
    // Whoever goes on reads on from the top; the first lesson leaves the focus with the page's title.
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [at]);
  const who = member === null ? undefined : picture?.members.find(({ id }) => id === member)?.name;

  async function begin(): Promise<void> {
    setMarked(null);
    setAttempt((await start.run({ course: course.name, member, language })) ?? null);
  }
  return (
    <Stack gap="lg">
      <PageHead title={course.title} lead={who === undefined ? course.about : w.for(who)} />
      <FailureNotice failure={start.failure} />
      {marked !== null ? (
        <MarkedCard marked={marked} onRetry={() => void begin()} />
      ) : attempt !== null ? (
        <QuestionsCard
          key={attempt.id}
          attempt={attempt}
          lead={w.questionsLead(course.ask, course.passPercent)}
          withPin={member !== null && member !== picture?.me}
          onMarked={setMarked}
        />
      ) : (
        <Card>
          <Text size="sm" c="dimmed">
            {w.lesson(at + 1, count)}
          </Text>
          <Title order={2} size="h3" ref={heading} tabIndex={-1}>
            {lesson?.title}
          </Title>
          <div className={styles.lesson}>{lesson?.text}</div>
          <Group>
            {at > 0 && (
              <Button variant="default" onClick={() => setAt(at - 1)}>
                {w.before}
              </Button>
            )}
            {at + 1 < count ? (
              <Button onClick={() => setAt(at + 1)}>{w.next}</Button>
            ) : (
              <Button loading={start.isRunning} onClick={() => void begin()}>
                {w.toQuestions}
              </Button>
            )}
          </Group>
        </Card>
      )}
    </Stack>
  );
}
