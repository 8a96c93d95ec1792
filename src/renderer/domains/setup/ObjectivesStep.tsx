/** Step: what the business wants from customer data; then every field that serves none of it is questioned. */
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { Field, PurposeId } from '#shared/domains/fields/model';
import type { Objective } from '#shared/domains/setup/model';
import type { ProposedName } from '#shared/domains/processing/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import type { StepProps } from './step-props';

export function ObjectivesStep({ onDone }: StepProps) {
  const w = useWords('setup').objectives;
  const { goOn } = useWords('setup');
  const { holdings } = useWords('reports');
  const language = useLanguage();
  const { answer } = useAsked('setup', 'objectives', { language });
  const want = useCommand('setup', 'want');
  const [hand, setHand] = useState<ReadonlyMap<ProposedName, boolean>>(new Map());
  if (answer === undefined) return null;
  const isKept = answer.objectives.some(({ chosen }) => chosen);
  const isTicked = ({ name, chosen, usual }: Objective): boolean => hand.get(name) ?? (isKept ? chosen : usual);
  const ticked = answer.objectives.filter(isTicked).map(({ name }) => name);
  const isChanged = answer.objectives.some((one) => isTicked(one) !== one.chosen);
  const ordered = answer.objectives.toSorted((a, b) => Number(b.usual) - Number(a.usual));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {w.lead}
      </Text>
      <Stack gap="xs">
        {ordered.map((one) => (
          <Checkbox
            key={one.name}
            label={one.wants}
            description={[
              one.how,
              w.uses(one.fields.join(', ')),
              w.basis(one.purpose.name, holdings.basis[one.purpose.lawfulBasis]),
            ].join(' · ')}
            checked={isTicked(one)}
            onChange={(event) => setHand(new Map(hand).set(one.name, event.currentTarget.checked))}
          />
        ))}
      </Stack>
      <FailureNotice failure={want.failure} />
      {(isChanged || !isKept) && (
        <Group>
          <Button
            loading={want.isRunning}
            disabled={ticked.length === 0}
            onClick={() => void want.run({ names: ticked, language })}
          >
            {w.save}
          </Button>
        </Group>
      )}
      {isKept && !isChanged && (
        <>
          {answer.questioned.length === 0 ? (
            <Text>{w.none}</Text>
          ) : (
            <Stack gap="xs">
              <Text fw={600}>{w.questioned}</Text>
              <Text size="sm" c="dimmed">
                {w.questionedLead}
              </Text>
              {answer.questioned.map((field) => (
                <Questioned key={`${field.name} ${field.revision}`} field={field} />
              ))}
            </Stack>
          )}
          <Group>
            <Button onClick={onDone}>{goOn}</Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Questioned({ field }: { readonly field: Field }) {
  const w = useWords('setup').objectives;
  const named = namesIn(useLanguage());
  const declare = useCommand('fields', 'declare');
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  return (
    <>
      <NativeSelect
        label={w.purposeOf(named(field.name, field.label))}
        value={field.purpose}
        disabled={declare.isRunning}
        data={purposes.map(({ id, name }) => ({ value: id as string, label: named(id, name) }))}
        onChange={(event) =>
          void declare.run({
            name: field.name,
            revision: field.revision,
            declaration: {
              purpose: event.currentTarget.value as PurposeId,
              sensitivity: field.sensitivity,
              retentionClass: field.retentionClass,
            },
          })
        }
      />
      <FailureNotice failure={declare.failure} />
    </>
  );
}
