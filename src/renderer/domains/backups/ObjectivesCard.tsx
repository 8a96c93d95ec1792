/** What could be lost and how long a restore takes, against what the owner said is bearable. */
import { Button, Group, NumberInput, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Overview } from '#shared/domains/backups/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';

export function ObjectivesCard({ overview }: { readonly overview: Overview }) {
  const w = useWords('backups').objectives;
  const language = useLanguage();
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const { targets, wouldLoseHours, restoreTookMinutes } = overview;
  const set = useCommand('backups', 'setTargets');
  const [lose, setLose] = useState(targets?.loseHours ?? 24);
  const [took, setTook] = useState(targets?.restoreMinutes ?? 240);
  const verdict = (have: number | null, most: number | undefined): string =>
    most === undefined ? '' : ` (${have !== null && have <= most ? w.within : w.over})`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void set.run({ loseHours: lose, restoreMinutes: took });
  };
  return (
    <Card title={w.title}>
      <Text>
        {wouldLoseHours === null ? w.loseAll : w.lose(numbers.format(wouldLoseHours))}
        {verdict(wouldLoseHours, targets?.loseHours)}
      </Text>
      <Text>
        {restoreTookMinutes === null ? w.notTook : w.took(numbers.format(restoreTookMinutes))}
        {restoreTookMinutes === null ? '' : verdict(restoreTookMinutes, targets?.restoreMinutes)}
      </Text>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <NumberInput
            label={w.targetLose}
            min={1}
            max={8760}
            value={lose}
            onChange={(value) => setLose(Number(value) || 1)}
          />
          <NumberInput
            label={w.targetTook}
            min={1}
            max={100000}
            value={took}
            onChange={(value) => setTook(Number(value) || 1)}
          />
          <Button type="submit" variant="default" loading={set.isRunning}>
            {w.save}
          </Button>
        </Group>
      </form>
      <FailureNotice failure={set.failure} />
    </Card>
  );
}
