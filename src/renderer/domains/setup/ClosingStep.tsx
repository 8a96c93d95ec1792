/** The end of the set-up: what now exists, who is in charge, and the next dates. */
import { Group, Stack, Text } from '@mantine/core';
import type { SetupState } from '#shared/domains/setup/model';
import { localToday } from '../../app/days';
import { ButtonLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import processing from '../processing/RecordPage.module.css';
import styles from './SetupPage.module.css';

export function ClosingStep({ state }: { readonly state: SetupState }) {
  const w = useWords('setup').end;
  const t = useWords('today');
  const language = useLanguage();
  const today = localToday();
  const { answer: business } = useAsked('business', 'facts', {});
  const { answer: decisions = [] } = useAsked('applicability', 'decisions', { language });
  const { answer: record } = useAsked('processing', 'record', {});
  const { answer: register } = useAsked('vendors', 'list', { language });
  const { answer: overview } = useAsked('documents', 'overview', { language, today });
  const { answer: table } = useAsked('responsibilities', 'list', { language, today });
  const { answer: picture } = useAsked('training', 'picture', { language, today });
  const { answer: due } = useAsked('today', 'list', { language, today });
  const minutes =
    state.startedAt === null || state.finishedAt === null
      ? null
      : Math.round((Date.parse(state.finishedAt) - Date.parse(state.startedAt)) / 60_000);
  const owned = table?.areas.filter(({ accountable }) => accountable !== null) ?? [];
  const owners = [...new Set(owned.map(({ accountable }) => accountable))].map(
    (id) => table?.people.find((person) => person.id === id)?.name ?? '',
  );
  const rows: readonly (readonly [string, string])[] = [
    [w.rows.business, business?.facts?.name ?? '–'],
    [
      w.rows.laws,
      decisions
        .filter(({ applies }) => applies === 'yes')
        .map(({ title }) => title)
        .join(', ') || '–',
    ],
    [w.rows.activities, String(record?.content.entries.length ?? 0)],
    [w.rows.vendors, String(register?.vendors.filter(({ ended }) => !ended).length ?? 0)],
    [w.rows.documents, String(overview?.documents.length ?? 0)],
    [w.rows.areas, [w.of(owned.length, table?.areas.length ?? 0), ...owners.map((name) => w.owner(name))].join(', ')],
    [w.rows.courses, String(picture?.courses.filter(({ on }) => on).length ?? 0)],
  ];
  const dates = (due?.items ?? []).filter(({ on }) => on !== null).slice(0, 6);
  const gaps = record?.gaps.length ?? 0;
  return (
    <Stack gap="md">
      <Text>{[w.lead, ...(minutes === null ? [] : [w.took(minutes)])].join(' ')}</Text>
      <dl className={processing.rows}>
        {rows.map(([name, value]) => (
          <Row key={name} name={name} value={value} />
        ))}
      </dl>
      <Text size="sm">{gaps === 0 ? w.noGaps : w.gaps(gaps)}</Text>
      <div>
        <Text fw={600}>{w.dates}</Text>
        {dates.length === 0 ? (
          <Text size="sm">{w.noDates}</Text>
        ) : (
          <ul className={styles.list}>
            {dates.map((item) => (
              <li key={item.id}>
                <Text size="sm">
                  {item.on === null ? '' : `${dayIn(language, item.on)}: `}
                  {t.kinds[item.kind](item.title, item.count)}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Group>
        <ButtonLink to="/">{w.toToday}</ButtonLink>
        <ButtonLink variant="default" to="/record">
          {w.toRecord}
        </ButtonLink>
      </Group>
    </Stack>
  );
}

const Row = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);
