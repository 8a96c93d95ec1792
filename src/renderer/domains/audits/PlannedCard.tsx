/** The checks of the programme, most urgent first, each with how it is done and its newest results. */
import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarEvent, IconClock } from '@tabler/icons-react';
import type { AuditRecord, Check, CheckName, Programme } from '#shared/domains/audits/model';
import { dueState } from '#shared/domains/today/rules';
import type { Day } from '#shared/kernel/time';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './AuditsPage.module.css';
import { useNames } from './use-names';

const signs = { overdue: IconAlertTriangle, today: IconCalendarEvent, later: IconClock } as const;

type Props = {
  readonly programme: Programme;
  readonly planned: readonly Check[];
  readonly onRecord: (name: CheckName) => void;
  readonly onChange: (check: Check) => void;
};

export function PlannedCard({ programme, planned, onRecord, onChange }: Props) {
  const w = useWords('audits');
  const mayWrite = useMay()('write', 'audits');
  const nameOf = useNames(programme.people);
  return (
    <Card title={w.planned}>
      <ul className={styles.list}>
        {planned.map((check) => (
          <li key={check.name} className={styles.item} data-state={stateOf(programme.today, check.dueOn)}>
            <div>
              <Text fw={600}>{check.title}</Text>
              <When today={programme.today} on={check.dueOn} />
              <Text size="sm" c="dimmed">
                {w.every(check.everyDays)} · {nameOf(check.responsible)}
              </Text>
              <LastResult last={check.last[0]} nameOf={nameOf} />
            </div>
            {mayWrite && (
              <Group gap="xs">
                <Button
                  variant="default"
                  size="xs"
                  aria-label={w.recordOne(check.title)}
                  onClick={() => onRecord(check.name)}
                >
                  {w.recordShort}
                </Button>
                <Button variant="default" size="xs" aria-label={w.change(check.title)} onClick={() => onChange(check)}>
                  {w.changeShort}
                </Button>
              </Group>
            )}
            <details>
              <summary>{w.how}</summary>
              <Text size="sm" className={styles.words ?? ''}>
                {check.how}
              </Text>
              {check.keep !== '' && <Text size="sm">{w.keep(check.keep)}</Text>}
              {check.last.length > 0 && (
                <>
                  <Text size="sm" fw={600} mt="xs">
                    {w.earlier}
                  </Text>
                  {check.last.map((record) => (
                    <div key={record.id}>
                      <LastResult last={record} nameOf={nameOf} />
                      {record.words !== '' && (
                        <Text size="sm" className={styles.words ?? ''}>
                          {record.words}
                        </Text>
                      )}
                    </div>
                  ))}
                </>
              )}
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function stateOf(today: Day, on: Day | null): keyof typeof signs {
  const state = dueState(today, on);
  return state === 'overdue' || state === 'today' ? state : 'later';
}

export function When({ today, on }: { readonly today: Day; readonly on: Day | null }) {
  const w = useWords('audits');
  const language = useLanguage();
  if (on === null) return null;
  const state = stateOf(today, on);
  const Sign = signs[state];
  const day = dayIn(language, on);
  return (
    <span className={styles.when}>
      <Sign size={16} aria-hidden />
      {state === 'overdue' ? w.overdue(day) : state === 'today' ? w.dueToday : w.onDay(day)}
    </span>
  );
}

type ResultProps = { readonly last: AuditRecord | undefined; readonly nameOf: (id: string | null) => string };

function LastResult({ last, nameOf }: ResultProps) {
  const w = useWords('audits');
  const language = useLanguage();
  return (
    <Text size="sm">
      {last === undefined ? w.never : w.last(w.results[last.result], dayIn(language, last.on), nameOf(last.by))}
      {last !== undefined && last.evidence.length > 0 && ` · ${w.files(last.evidence.length)}`}
    </Text>
  );
}
