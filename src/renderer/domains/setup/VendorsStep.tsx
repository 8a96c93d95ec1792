/** Step: the vendors such a business usually has, by name; roles follow from where the business is and which laws apply. */
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { VendorDraft, VendorRole } from '#shared/domains/vendors/model';
import { useCountries } from '../../app/countries';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import type { StepProps } from './step-props';

export function VendorsStep({ onDone }: StepProps) {
  const w = useWords('setup').vendors;
  const language = useLanguage();
  const countries = useCountries();
  const { answer: business } = useAsked('business', 'facts', {});
  const { answer: trades = [] } = useAsked('business', 'trades', { language });
  const { answer: decisions = [] } = useAsked('applicability', 'decisions', { language });
  const { answer: register } = useAsked('vendors', 'list', { language });
  const add = useCommand('vendors', 'add');
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [places, setPlaces] = useState<Readonly<Record<string, string>>>({});
  const home = business?.facts?.country ?? '';
  const trade = business?.facts?.trade ?? 'processing:other';
  const kinds = trades.find(({ name }) => name === trade)?.vendors ?? [];
  const filled = kinds.filter((kind) => (names[kind] ?? '').trim() !== '');
  const applies = (regulation: string): boolean =>
    decisions.some((one) => one.regulation === regulation && one.applies === 'yes');
  const roles: VendorRole[] = [
    ...(applies('hipaa') ? (['business-associate'] as const) : []),
    ...(applies('ccpa') ? (['service-provider'] as const) : []),
    ...(applies('gdpr') || applies('uk-gdpr') ? (['processor'] as const) : []),
  ];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const known = new Set(register?.vendors.map(({ name }) => name) ?? []);
    for (const kind of filled) {
      const name = (names[kind] ?? '').trim();
      // Pressed again after one was refused: those before it are there already.
      if (known.has(name)) continue;
      const country = (places[kind] ?? home) || null;
      const draft: VendorDraft = {
        name,
        reach: '',
        country,
        roles: roles.length === 0 ? ['processor'] : roles,
        does: kind,
        fields: [],
        clauses: {},
        contractFrom: null,
        contractUntil: null,
        noticeDays: null,
        subProcessors: [],
        tool: null,
        owner: null,
        reviewOn: null,
        exitPlan: '',
      };
      if ((await add.run(draft)) === undefined) return;
    }
    onDone();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {w.lead}
        </Text>
        {kinds.map((kind) => (
          <SimpleGrid key={kind} cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput
              label={w.kind(kind)}
              value={names[kind] ?? ''}
              maxLength={160}
              onChange={(event) => setNames({ ...names, [kind]: event.currentTarget.value })}
            />
            <NativeSelect
              label={w.country(kind)}
              value={places[kind] ?? home}
              data={[...countries]}
              onChange={(event) => setPlaces({ ...places, [kind]: event.currentTarget.value })}
            />
          </SimpleGrid>
        ))}
        <FailureNotice failure={add.failure} />
        <Group>
          <Button type="submit" loading={add.isRunning}>
            {w.save(filled.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
