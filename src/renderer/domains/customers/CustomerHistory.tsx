/** What happened to a customer's record, newest first, in sentences. */
import { Button, Paper, Text, Timeline, Title } from '@mantine/core';
import { useState } from 'react';
import type { Customer, CustomerChange } from '#shared/domains/customers/model';
import { useAsked } from '../../app/use-asked';
import { momentIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { usePersonNames } from '../access/role-words';
import type { Declared } from './declarations';
import { valueText } from './field-text';

type Props = { readonly customer: Customer; readonly declared: (name: string) => Declared | undefined };
const fewest = 5;

export function CustomerHistory({ customer, declared }: Props) {
  const w = useWords('customers');
  const { answer = [] } = useAsked('customers', 'history', { id: customer.id });
  const [all, setAll] = useState(false);
  const newestFirst = withBirth(answer, customer).toSorted((one, other) => other.at.localeCompare(one.at));
  const shown = all ? newestFirst : newestFirst.slice(0, fewest);
  return (
    <Paper bg="var(--steward-card)" component="section" withBorder p="md" radius="md">
      <Title order={2} size="h5" mb="sm">
        {w.history.title}
      </Title>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {w.history.nothing}
        </Text>
      ) : (
        <Timeline bulletSize={14} lineWidth={2} active={-1}>
          {shown.map((change, index) => (
            <Timeline.Item
              key={`${change.at} ${index}`}
              title={
                <Text size="sm" fw={600}>
                  {w.history.events[change.event]}
                </Text>
              }
            >
              <Changes change={change} declared={declared} />
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      {newestFirst.length > fewest && (
        <Button mt="sm" size="compact-sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.history.fewer : w.history.more(newestFirst.length - fewest)}
        </Button>
      )}
    </Paper>
  );
}

function Changes({ change, declared }: { readonly change: CustomerChange; readonly declared: Props['declared'] }) {
  const w = useWords('customers');
  const language = useLanguage();
  const personName = usePersonNames();
  const say = (name: string, value: string): string => valueText(name, value, { language, marketing: w.marketing });
  const isBirth = change.event === 'added' || change.event === 'imported';
  return (
    <>
      <Text size="xs" c="dimmed">
        {momentIn(language, change.at)} · {change.actor === '' ? w.history.owner : personName(change.actor)}
      </Text>
      {!isBirth &&
        Object.entries(change.changes).map(([name, [before, after]]) => (
          <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {w.history.change(
              declared(name)?.label ?? name,
              before === null ? null : say(name, before),
              after === null ? null : say(name, after),
            )}
          </Text>
        ))}
    </>
  );
}

/** A million imported people have no entry each for having come; the record itself says when and how. */
function withBirth(
  changes: readonly CustomerChange[],
  { createdAt, import: cameWith }: Customer,
): readonly CustomerChange[] {
  if (changes.some(({ event }) => event === 'added' || event === 'imported')) return changes;
  return [{ at: createdAt, actor: '', event: cameWith === null ? 'added' : 'imported', changes: {} }, ...changes];
}
