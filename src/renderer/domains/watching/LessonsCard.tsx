/** What dismissing taught: who may do how much of what until when without an alert. Any of it can be taken back. */
import { Button, Text } from '@mantine/core';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { usePersonNames } from '../access/role-words';
import styles from './WatchingPage.module.css';

export function LessonsCard() {
  const { lessons: w, kinds } = useWords('watching');
  const who = usePersonNames();
  const language = useLanguage();
  const { answer: lessons = [] } = useAsked('watching', 'lessons', {});
  const revoke = useCommand('watching', 'revoke');
  return (
    <Card title={w.title}>
      {lessons.length === 0 && <Text c="dimmed">{w.none}</Text>}
      <FailureNotice failure={revoke.failure} />
      <ul className={styles.lines}>
        {lessons.map((lesson) => {
          const line = w.line(
            kinds[lesson.kind],
            who(lesson.actor),
            numberIn(language, lesson.upTo),
            dayIn(language, lesson.until),
          );
          return (
            <li key={lesson.id} className={styles.line}>
              <div>
                <Text>{line}</Text>
                <Text size="sm" c="dimmed">
                  {w.because(lesson.reason, who(lesson.madeBy))}
                </Text>
              </div>
              {lesson.revokedAt === null ? (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`${w.revoke}: ${line}`}
                  onClick={() => void revoke.run({ id: lesson.id })}
                >
                  {w.revoke}
                </Button>
              ) : (
                <Text size="sm">{w.revoked}</Text>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
