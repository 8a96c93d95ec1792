/** The business's own days in the holiday calendars: what is there, adding one, taking one out. */
import { Button, Checkbox, Group, NativeSelect, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OwnHoliday } from '#shared/domains/law/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { TableFrame } from '../../ui/TableFrame';

export function OwnHolidays() {
  const w = useWords('law').ownDays;
  const language = useLanguage();
  const mayChange = useMay()('configure', 'law');
  const { answer } = useAsked('law', 'ownHolidays', { language });
  const remove = useCommand('law', 'removeHoliday');
  if (answer === undefined) return null;
  const titleOf = (calendar: string): string =>
    answer.calendars.find(({ name }) => name === calendar)?.title ?? calendar;
  return (
    <Card title={w.title}>
      <Text c="dimmed">{w.lead}</Text>
      {answer.days.length === 0 ? (
        <Text>{w.none}</Text>
      ) : (
        <TableFrame label={w.title}>
          <Table aria-label={w.title} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.headers.day}</Table.Th>
                <Table.Th>{w.headers.name}</Table.Th>
                <Table.Th>{w.headers.calendar}</Table.Th>
                <Table.Th>{w.headers.what}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{w.actions}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {answer.days.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{dayText(one, language)}</Table.Td>
                  <Table.Td>{one.name}</Table.Td>
                  <Table.Td>{titleOf(one.calendar)}</Table.Td>
                  <Table.Td>{one.strike ? w.works : w.holiday}</Table.Td>
                  <Table.Td>
                    {mayChange && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={w.remove(one.name)}
                        onClick={() => void remove.run({ id: one.id })}
                      >
                        {w.removeShort}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
      <FailureNotice failure={remove.failure} />
      {mayChange && <AddDay calendars={answer.calendars} />}
    </Card>
  );
}

/** `8 August` or `8 August 2027`, as people write it. */
function dayText({ year, month, day }: OwnHoliday, language: string): string {
  const parts = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(language, year === null ? parts : { ...parts, year: 'numeric' });
  return format.format(new Date(Date.UTC(year ?? 2_024, month - 1, day)));
}

type AddProps = { readonly calendars: readonly { readonly name: string; readonly title: string }[] };

function AddDay({ calendars }: AddProps) {
  const w = useWords('law').ownDays;
  const add = useCommand('law', 'addHoliday');
  const [calendar, setCalendar] = useState(calendars[0]?.name ?? '');
  const [day, setDay] = useState<string>(localToday());
  const [every, setEvery] = useState(true);
  const [strike, setStrike] = useState(false);
  const [name, setName] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
    const added = await add.run({ calendar, month, day: dayOfMonth, year: every ? null : year, name, strike });
    if (added !== undefined) setName('');
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Group align="flex-end">
          <NativeSelect
            label={w.calendar}
            value={calendar}
            data={calendars.map((one) => ({ value: one.name, label: one.title }))}
            onChange={(event) => setCalendar(event.currentTarget.value)}
          />
          <TextInput type="date" label={w.day} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
          <TextInput label={w.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </Group>
        <Checkbox label={w.every} checked={every} onChange={(event) => setEvery(event.currentTarget.checked)} />
        <Checkbox label={w.worked} checked={strike} onChange={(event) => setStrike(event.currentTarget.checked)} />
        <FailureNotice failure={add.failure} />
        <Group>
          <Button type="submit" variant="default" loading={add.isRunning} disabled={name.trim() === '' || day === ''}>
            {w.add}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
