/** Who is away from when to when: whatever their account does meanwhile is an alert. */
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Day } from '#shared/kernel/time';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { usePersonNames } from '../access/role-words';
import styles from './WatchingPage.module.css';

export function AwayCard() {
  const w = useWords('watching').away;
  const who = usePersonNames();
  const language = useLanguage();
  const { answer: { people: names } = { people: [] } } = useAsked('access', 'names', {});
  const { answer: absences = [] } = useAsked('watching', 'absences', {});
  const away = useCommand('watching', 'away');
  const back = useCommand('watching', 'back');
  const [actor, setActor] = useState('owner');
  const [from, setFrom] = useState<string>(localToday());
  const [until, setUntil] = useState<string>(localToday());

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    await away.run({ actor, from: from as Day, until: until as Day });
  }

  return (
    <Card title={w.title}>
      <Text c="dimmed">{w.lead}</Text>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <NativeSelect
            label={w.who}
            value={actor}
            data={names.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setActor(event.currentTarget.value)}
          />
          <Group align="flex-end" gap="sm">
            <TextInput
              type="date"
              label={w.from}
              value={from}
              required
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={w.until}
              value={until}
              required
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={away.isRunning}>
              {w.add}
            </Button>
          </Group>
          <FailureNotice failure={away.failure ?? back.failure} />
        </Stack>
      </form>
      {absences.length === 0 && <Text c="dimmed">{w.none}</Text>}
      <ul className={styles.lines}>
        {absences.map((absence) => (
          <li key={absence.id} className={styles.line}>
            <Text>{w.line(who(absence.actor), dayIn(language, absence.from), dayIn(language, absence.until))}</Text>
            <Button
              variant="default"
              size="xs"
              aria-label={w.removeOne(who(absence.actor), dayIn(language, absence.from))}
              onClick={() => void back.run({ id: absence.id })}
            >
              {w.remove}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
