/** A month at a glance: which days have something due. The list beside it says what. */
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { DueItem } from '#shared/domains/today/model';
import { localToday } from '../../app/days';
import { dayIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './MonthPicture.module.css';

/** The days of a month, with the empty places before the first; weeks begin on Monday, in English on Sunday. */
function daysOf(year: number, month: number, firstWeekday: number): (string | null)[] {
  const lead = (new Date(Date.UTC(year, month, 1)).getUTCDay() - firstWeekday + 7) % 7;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const days = Array.from({ length }, (_, index) =>
    new Date(Date.UTC(year, month, index + 1)).toISOString().slice(0, 10),
  );
  return [...Array.from({ length: lead }, () => null), ...days];
}

export function MonthPicture({ items }: { readonly items: readonly DueItem[] }) {
  const w = useWords('today');
  const language = useLanguage();
  const today = localToday();
  const [shift, setShift] = useState(0);
  const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + shift, 1));
  const firstWeekday = language === 'en' ? 0 : 1;
  const days = daysOf(first.getUTCFullYear(), first.getUTCMonth(), firstWeekday);
  const due = new Map<string, number>();
  for (const { on } of items) if (on !== null) due.set(on, (due.get(on) ?? 0) + 1);
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, 10, 1 + firstWeekday + index)),
    ),
  );
  const name = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, index) => days[week * 7 + index] ?? null),
  );
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <ActionIcon variant="subtle" aria-label={w.month.before} onClick={() => setShift(shift - 1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Text fw={600} aria-live="polite">
          {name}
        </Text>
        <ActionIcon variant="subtle" aria-label={w.month.after} onClick={() => setShift(shift + 1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <table className={styles.month} aria-label={name}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, at) => (
                <td
                  key={day ?? `empty ${at}`}
                  data-today={day === today || undefined}
                  data-due={(day !== null && due.has(day)) || undefined}
                >
                  {day !== null && (
                    <>
                      {Number(day.slice(8))}
                      {due.has(day) && (
                        <span
                          className={styles.hidden}
                        >{`, ${dayIn(language, day)}: ${w.events(due.get(day) ?? 0)}`}</span>
                      )}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
