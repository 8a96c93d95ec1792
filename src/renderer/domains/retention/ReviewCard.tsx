/** Where less would do: what the store holds that may not be needed at all. */
import { Button, Group, Text } from '@mantine/core';
import { namesIn } from '#shared/domains/fields/defaults';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import listed from '../../ui/Listed.module.css';

export function ReviewCard() {
  const w = useWords('retention');
  const language = useLanguage();
  const named = namesIn(language);
  const fields = useAsked('fields', 'list', {}).answer ?? [];
  const look = useTask('retention', 'review');
  const count = (people: number): string => people.toLocaleString(language);
  return (
    <Card title={w.review.title}>
      <Text size="sm" c="dimmed">
        {w.review.lead}
      </Text>
      <Group>
        <Button variant="default" loading={look.isRunning} onClick={() => void look.run({ today: localToday() })}>
          {w.review.look}
        </Button>
      </Group>
      <FailureNotice failure={look.failure} />
      {look.answer !== undefined && (
        <div role="status">
          {look.answer.length === 0 && <Text>{w.review.fine}</Text>}
          <ul className={listed.list}>
            {look.answer.map(({ kind, field, people, of }) => (
              <li key={`${kind} ${field}`} className={listed.item}>
                <Text>
                  {w.review.kinds[kind](
                    field === null ? '' : named(field, fields.find(({ name }) => name === field)?.label ?? field),
                    count(people),
                    count(of),
                  )}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
