/** A new segment, or a change of one: purpose, way, and whom one thinks of. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Channel, channels, type Segment } from '#shared/domains/consents/model';
import type { CustomerFilter } from '#shared/domains/customers/model';
import { PurposeId } from '#shared/domains/fields/model';
import { FormDialog } from '../../app/FormDialog';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { useTopicNames } from './topic-names';

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function SegmentDialog({
  segment,
  onClose,
}: {
  readonly segment: Segment | null;
  readonly onClose: () => void;
}) {
  const w = useWords('consents');
  const s = w.segments;
  const { purposes } = useTopicNames();
  const save = useCommand('consents', 'saveSegment');
  const [name, setName] = useState(segment?.name ?? '');
  const [purpose, setPurpose] = useState<string>(segment?.purpose ?? '');
  const [channel, setChannel] = useState<Channel>(segment?.channel ?? 'email');
  const [tags, setTags] = useState(segment?.filter.tag?.join(', ') ?? '');
  const [countries, setCountries] = useState(segment?.filter.country?.join(', ') ?? '');
  const [tried, setTried] = useState(false);
  const chosen = purpose === '' ? (purposes.find(({ lawfulBasis }) => lawfulBasis === 'consent')?.id ?? '') : purpose;
  async function submit(): Promise<boolean> {
    setTried(true);
    const id = PurposeId.safeParse(chosen);
    if (name.trim() === '' || !id.success) return false;
    const { tag: _tag, country: _country, ...kept } = segment?.filter ?? {};
    const filter: CustomerFilter = {
      ...kept,
      ...(listed(tags).length > 0 && { tag: listed(tags) }),
      ...(listed(countries).length > 0 && { country: listed(countries).map((code) => code.toUpperCase()) }),
    };
    return (
      (await save.run({
        id: segment?.id ?? null,
        revision: segment?.revision ?? 0,
        segment: { name, purpose: id.data, channel, filter },
      })) !== undefined
    );
  }
  return (
    <FormDialog
      title={segment === null ? s.addTitle : s.changeTitle}
      save={s.save}
      isRunning={save.isRunning}
      failure={save.failure}
      onClose={onClose}
      onSave={submit}
    >
      <TextInput
        data-autofocus
        label={s.name}
        value={name}
        maxLength={120}
        error={tried && name.trim() === '' ? s.nameNeeded : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={s.purpose}
        value={chosen}
        data={purposes.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <NativeSelect
        label={s.channel}
        value={channel}
        data={channels.map((one) => ({ value: one, label: w.channels[one] }))}
        onChange={(event) => setChannel(Channel.parse(event.currentTarget.value))}
      />
      <TextInput
        label={s.tags}
        description={s.tagsHelp}
        value={tags}
        onChange={(event) => setTags(event.currentTarget.value)}
      />
      <TextInput
        label={s.countries}
        description={s.countriesHelp}
        value={countries}
        onChange={(event) => setCountries(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
