/** Deadlines: choose what happened, where and when, and see the date with every step to it. */
import { Group, NativeSelect, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { ClockInUse, ClockResult } from '#shared/domains/law/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import styles from './DeadlinesPage.module.css';
import { LawInUse } from './LawInUse';
import { OwnHolidays } from './OwnHolidays';
import { OlderRecords } from './OlderRecords';

export function DeadlinesPage() {
  const w = useWords('law');
  const language = useLanguage();
  const asked = useAsked('law', 'clocks', { language });
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead} />
      <AskedPage asked={asked}>{(clocks) => <Computer clocks={clocks} />}</AskedPage>
      <OwnHolidays />
      <LawInUse />
      <OlderRecords />
    </Stack>
  );
}

type Facts = Record<string, string | number | boolean>;

function Computer({ clocks }: { readonly clocks: readonly ClockInUse[] }) {
  const w = useWords('law');
  const names = useWords('obligations').regulations;
  const language = useLanguage();
  const [clockName, setClockName] = useState<string | null>('gdpr.request.respond');
  const [place, setPlace] = useState<string | null>(language === 'de' ? 'DE' : 'IE');
  const [day, setDay] = useState<string>(localToday());
  const [time, setTime] = useState('');
  const [facts, setFacts] = useState<Facts>({});
  const clock = clocks.find((one) => one.name === clockName) ?? null;
  const known = clock?.places.some((one) => one.code === place) ?? false;
  const ready = clock !== null && known && day !== '';
  const question = {
    clock: clock?.name ?? '',
    place: place ?? '',
    start: time === '' ? day : `${day}T${time}`,
    facts,
    language,
  };
  const { answer, failure } = useAsked('law', 'compute', question, { enabled: ready });
  const groups = [...new Set(clocks.map((one) => one.regulation))].map((regulation) => ({
    group: names[regulation] ?? regulation,
    items: clocks.filter((one) => one.regulation === regulation).map((one) => ({ value: one.name, label: one.title })),
  }));
  const choose = (name: string | null): void => {
    setClockName(name);
    setFacts({});
    const next = clocks.find((one) => one.name === name);
    if (next && !next.places.some((one) => one.code === place)) setPlace(next.places[0]?.code ?? null);
  };
  return (
    <div className={styles.columns}>
      <Card>
        <Select
          label={w.clock}
          data={groups}
          value={clockName}
          onChange={choose}
          searchable
          allowDeselect={false}
          maxDropdownHeight={360}
        />
        <Select
          label={w.place}
          data={(clock?.places ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          value={known ? place : null}
          onChange={setPlace}
          searchable
          allowDeselect={false}
          maxDropdownHeight={300}
        />
        <Group grow>
          <TextInput
            type="date"
            label={w.start(clock?.start ?? '')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput type="time" label={w.time} value={time} onChange={(event) => setTime(event.currentTarget.value)} />
        </Group>
        {clock !== null && clock.facts.length > 0 && <FactFields clock={clock} facts={facts} onFacts={setFacts} />}
      </Card>
      <Card title={w.answer}>
        {failure !== null && <FailureNotice failure={failure} />}
        {ready && failure === null && answer !== undefined ? (
          <Answer answer={answer} />
        ) : (
          <Text c="dimmed">{failure === null ? w.choose : ''}</Text>
        )}
      </Card>
    </div>
  );
}

function FactFields({
  clock,
  facts,
  onFacts,
}: {
  readonly clock: ClockInUse;
  readonly facts: Facts;
  readonly onFacts: (facts: Facts) => void;
}) {
  const w = useWords('law');
  const set = (name: string, value: string | number | boolean | undefined): void => {
    const { [name]: _, ...rest } = facts;
    onFacts(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <fieldset className={styles.facts}>
      <legend>{w.facts}</legend>
      <Text size="sm" c="dimmed">
        {w.factsLead}
      </Text>
      {clock.facts.map((fact) => {
        const value = facts[fact.name];
        const label = capital(fact.title);
        if (fact.type === 'yes-no') {
          return (
            <NativeSelect
              key={fact.name}
              label={label}
              value={value === undefined ? '' : String(value)}
              data={[
                { value: '', label: w.unanswered },
                { value: 'true', label: w.yes },
                { value: 'false', label: w.no },
              ]}
              onChange={(event) =>
                set(fact.name, event.currentTarget.value === '' ? undefined : event.currentTarget.value === 'true')
              }
            />
          );
        }
        if (fact.type === 'choice') {
          return (
            <NativeSelect
              key={fact.name}
              label={label}
              value={typeof value === 'string' ? value : ''}
              data={[
                { value: '', label: w.unanswered },
                ...fact.choices.map((choice) => ({ value: choice.name, label: choice.words })),
              ]}
              onChange={(event) =>
                set(fact.name, event.currentTarget.value === '' ? undefined : event.currentTarget.value)
              }
            />
          );
        }
        if (fact.type === 'count') {
          return (
            <NumberInput
              key={fact.name}
              label={label}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              value={typeof value === 'number' ? value : ''}
              onChange={(next) => set(fact.name, typeof next === 'number' ? next : undefined)}
            />
          );
        }
        return (
          <TextInput
            key={fact.name}
            label={label}
            type={fact.type === 'day' ? 'date' : fact.type === 'moment' ? 'datetime-local' : 'text'}
            placeholder={fact.type === 'time-zone' ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) =>
              set(fact.name, event.currentTarget.value === '' ? undefined : event.currentTarget.value)
            }
          />
        );
      })}
    </fieldset>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Answer({ answer }: { readonly answer: ClockResult }) {
  const w = useWords('law');
  const language = useLanguage();
  const spoken = (due: string): string =>
    due.length === 10
      ? new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${due}T00:00:00Z`))
      : `${dayIn(language, due.slice(0, 10))}, ${due.slice(11, 16)} (${due.slice(16) || 'UTC'})`;
  return (
    <div role="status">
      {answer.due === null ? (
        <Text size="lg" fw={600}>
          {w.states[answer.state]}
        </Text>
      ) : (
        <>
          <Text c="dimmed">{w.purposes[answer.purpose]}</Text>
          <Title order={3} className={styles.due}>
            {spoken(answer.due)}
          </Title>
          {answer.safe !== null && (
            <Text>
              {w.safe} <b>{spoken(answer.safe)}</b>
            </Text>
          )}
        </>
      )}
      <Title order={3} size="h4" mt="md">
        {w.because}
      </Title>
      <ol className={styles.because}>
        {answer.because.map(({ step, cite }, index) => (
          <li key={index}>
            <span>{step}</span>
            <span className={styles.cite}>{cite}</span>
          </li>
        ))}
      </ol>
      <Text size="xs" c="dimmed">
        {w.edition(answer.edition)}
      </Text>
    </div>
  );
}
