/** Step: somebody answers for every area, and somebody stands in. */
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import styles from './SetupPage.module.css';
import type { StepProps } from './step-props';

export function PeopleStep({ onDone }: StepProps) {
  const w = useWords('setup');
  const language = useLanguage();
  const today = localToday();
  const me = useSession((state) => state.who?.person?.id ?? null);
  const { answer: table } = useAsked('responsibilities', 'list', { language, today });
  const assign = useCommand('responsibilities', 'assign');
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const [deputy, setDeputy] = useState<PersonId | null>(null);
  const [isSaving, setSaving] = useState(false);
  if (table === undefined) return null;
  const people = table.people.filter(({ active }) => active);
  const accountable = chosen ?? people.find(({ id }) => id === me)?.id ?? people[0]?.id ?? null;
  const without = table.areas.filter((area) => area.accountable === null);

  async function save(): Promise<void> {
    setSaving(true);
    for (const { name, revision, responsible, consulted, informed } of without) {
      const assignment = { accountable, responsible, deputy, consulted, informed };
      if ((await assign.run({ area: name, revision, assignment, today })) === undefined) break;
    }
    setSaving(false);
  }
  const choices = people.map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {w.people.lead}
      </Text>
      <ul className={styles.list}>
        {table.areas.map((area) => (
          <li key={area.name}>
            <Text size="sm">
              {area.title}
              {': '}
              {table.people.find(({ id }) => id === area.accountable)?.name ?? w.people.nobody}
            </Text>
          </li>
        ))}
      </ul>
      {without.length > 0 && (
        <>
          <NativeSelect
            label={w.people.who}
            value={accountable ?? ''}
            data={choices}
            onChange={(event) => setChosen(event.currentTarget.value as PersonId)}
          />
          <NativeSelect
            label={w.people.deputy}
            value={deputy ?? ''}
            data={[{ value: '', label: w.people.nobody }, ...choices.filter(({ value }) => value !== accountable)]}
            onChange={(event) => setDeputy((event.currentTarget.value || null) as PersonId | null)}
          />
        </>
      )}
      <FailureNotice failure={assign.failure} />
      <Group>
        {without.length > 0 ? (
          <Button loading={isSaving} onClick={() => void save()}>
            {w.people.save(without.length)}
          </Button>
        ) : (
          <>
            <Text size="sm">{w.people.done}</Text>
            <Button onClick={onDone}>{w.goOn}</Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
