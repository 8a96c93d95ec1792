/** Asks who the business is; also a step of the set-up. */
import { Button, Group, MultiSelect, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Business, BusinessFacts, type Contact, type TradeName } from '#shared/domains/business/model';
import { useCountries } from '../../app/countries';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

type Props = {
  readonly business: Business;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
  /** What the button says; saving otherwise. */
  readonly action?: string;
};

const contactOf = (name: string, reach: string): Contact | null =>
  name.trim() === '' ? null : { name: name.trim(), reach: reach.trim() };

export function BusinessForm({ business, onDone, onCancel, action }: Props) {
  const w = useWords('processing').businessForm;
  const language = useLanguage();
  const countries = useCountries();
  const save = useCommand('business', 'save');
  const { answer: trades = [] } = useAsked('business', 'trades', { language });
  const known = business.facts;
  const [text, setText] = useState({
    name: known?.name ?? '',
    street: known?.street ?? '',
    postalCode: known?.postalCode ?? '',
    city: known?.city ?? '',
    region: known?.region ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    website: known?.website ?? '',
    staff: known === null ? '' : String(known.staff),
    contactName: known?.contact?.name ?? '',
    contactReach: known?.contact?.reach ?? '',
    officerName: known?.officer?.name ?? '',
    officerReach: known?.officer?.reach ?? '',
    representativeName: known?.representative?.name ?? '',
    representativeReach: known?.representative?.reach ?? '',
  });
  const [country, setCountry] = useState<string>(known?.country ?? '');
  const [trade, setTrade] = useState<string>(known?.trade ?? '');
  const [customersIn, setCustomersIn] = useState<string[]>([...(known?.customersIn ?? [])]);
  const [tried, setTried] = useState(false);
  const staff = BusinessFacts.shape.staff.safeParse(text.staff.trim() === '' ? Number.NaN : Number(text.staff));
  const lacksName = text.name.trim() === '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksName || country === '' || trade === '' || !staff.success) return;
    const { name, street, postalCode, city, region, email, phone, website } = text;
    const facts: BusinessFacts = {
      name,
      street,
      postalCode,
      city,
      region,
      email,
      phone,
      website,
      country,
      customersIn,
      trade: trade as TradeName,
      staff: staff.data,
      contact: contactOf(text.contactName, text.contactReach),
      officer: contactOf(text.officerName, text.officerReach),
      representative: contactOf(text.representativeName, text.representativeReach),
    };
    if ((await save.run({ revision: business.revision, facts })) !== undefined) onDone();
  }
  const input = (name: keyof typeof text, error: string | null = null) => (
    <TextInput
      label={w[name]}
      value={text[name]}
      error={tried ? error : null}
      {...(name === 'staff' ? { inputMode: 'numeric' as const } : {})}
      {...(name === 'name' ? { 'data-autofocus': true } : {})}
      onChange={(event) => setText({ ...text, [name]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        {input('name', lacksName ? w.nameNeeded : null)}
        <NativeSelect
          label={w.trade}
          value={trade}
          data={[
            { value: '', label: w.choose, disabled: true },
            ...trades.map(({ name, title }) => ({ value: name as string, label: title })),
          ]}
          error={tried && trade === '' ? w.tradeNeeded : null}
          onChange={(event) => setTrade(event.currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {input('street')}
          {input('postalCode')}
          {input('city')}
          {input('region')}
          <NativeSelect
            label={w.country}
            value={country}
            data={[{ value: '', label: w.choose, disabled: true }, ...countries]}
            error={tried && country === '' ? w.countryNeeded : null}
            onChange={(event) => setCountry(event.currentTarget.value)}
          />
          {input('staff', staff.success ? null : w.staffNeeded)}
          {input('email')}
          {input('phone')}
          {input('website')}
          <MultiSelect
            label={w.customersIn}
            searchable
            data={[...countries]}
            value={customersIn}
            onChange={setCustomersIn}
            hidePickedOptions
          />
          {input('contactName')}
          {input('contactReach')}
          {input('officerName')}
          {input('officerReach')}
          {input('representativeName')}
          {input('representativeReach')}
        </SimpleGrid>
        <FailureNotice failure={save.failure} />
        <Group justify="flex-end">
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {w.cancel}
            </Button>
          )}
          <Button type="submit" loading={save.isRunning}>
            {action ?? w.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
