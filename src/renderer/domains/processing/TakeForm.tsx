/** Ticks activities of a trade and takes them into the record, with the purposes they need. */
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TradeName } from '#shared/domains/business/model';
import type { Proposal, ProposedName } from '#shared/domains/processing/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

type Props = { readonly onDone: () => void; readonly onCancel?: () => void };

export function TakeForm({ onDone, onCancel }: Props) {
  const w = useWords('processing');
  const language = useLanguage();
  const { answer: business } = useAsked('business', 'facts', {});
  const { answer: trades = [] } = useAsked('business', 'trades', { language });
  const [chosen, setChosen] = useState<TradeName | null>(null);
  const trade = chosen ?? business?.facts?.trade ?? ('processing:other' as TradeName);
  const { answer: choices } = useAsked('processing', 'choices', { trade, language });
  const take = useCommand('processing', 'take');
  // What was ticked or unticked by hand; everything else follows the trade.
  const [hand, setHand] = useState<ReadonlyMap<ProposedName, boolean>>(new Map());
  const [tried, setTried] = useState(false);
  const proposals = choices?.activities ?? [];
  const isTicked = ({ name, usual, taken }: Proposal): boolean => !taken && (hand.get(name) ?? usual);
  const names = proposals.filter(isTicked).map(({ name }) => name);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (names.length === 0) return;
    if ((await take.run({ names, language })) !== undefined) onDone();
  }
  const group = (label: string, some: readonly Proposal[]) =>
    some.length > 0 && (
      <Checkbox.Group label={label} value={some.filter(isTicked).map(({ name }) => name)}>
        <Stack gap={6} mt={6}>
          {some.map((proposal) => (
            <Checkbox
              key={proposal.name}
              value={proposal.name}
              disabled={proposal.taken}
              label={[
                proposal.title,
                proposal.role === 'processor' ? ` (${w.take.forClients})` : '',
                proposal.taken ? ` – ${w.take.taken}` : '',
              ].join('')}
              description={proposal.purposes.join(' · ')}
              onChange={(event) => setHand(new Map(hand).set(proposal.name, event.currentTarget.checked))}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <NativeSelect
          data-autofocus
          label={w.take.trade}
          description={w.take.lead}
          value={trade}
          data={trades.map(({ name, title }) => ({ value: name as string, label: title }))}
          onChange={(event) => {
            setChosen(event.currentTarget.value as TradeName);
            setHand(new Map());
          }}
        />
        {group(
          w.take.usual,
          proposals.filter(({ usual }) => usual),
        )}
        {group(
          w.take.more,
          proposals.filter(({ usual }) => !usual),
        )}
        {tried && names.length === 0 && <Text c="red">{w.take.none}</Text>}
        <FailureNotice failure={take.failure} />
        <Group justify="flex-end">
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {w.take.cancel}
            </Button>
          )}
          <Button type="submit" loading={take.isRunning}>
            {w.take.save(names.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
