/** Legal holds: who stays whatever the rules say, and why. */
import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CustomerId } from '#shared/domains/customers/model';
import type { HeldPeople, LegalHold } from '#shared/domains/retention/model';
import { FailureNotice } from '../../app/FailureNotice';
import { FormDialog } from '../../app/FormDialog';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import listed from '../../ui/Listed.module.css';

export function HoldsCard() {
  const w = useWords('retention');
  const h = w.holds;
  const language = useLanguage();
  const may = useMay();
  const holds = useAsked('retention', 'holds', {});
  const release = useCommand('retention', 'releaseHold');
  const [adding, setAdding] = useState(false);
  const whom = ({ people }: LegalHold): string =>
    'ids' in people ? h.about(people.ids.length) : h.tagged((people.filter.tag ?? []).join(', '));
  return (
    <Card title={h.title}>
      <Text size="sm" c="dimmed">
        {h.lead}
      </Text>
      <FailureNotice failure={holds.failure ?? release.failure} />
      {holds.answer?.length === 0 && <Text>{h.none}</Text>}
      <ul className={listed.list}>
        {holds.answer?.map((hold) => (
          <li key={hold.id} className={listed.item}>
            <span>
              <Text span fw={600}>
                {hold.name}
              </Text>
              <Text size="sm" c="dimmed">
                {whom(hold)} ·{' '}
                {hold.releasedAt === null
                  ? h.since(dayIn(language, hold.since.slice(0, 10)))
                  : h.released(dayIn(language, hold.releasedAt.slice(0, 10)))}
              </Text>
              <Text size="sm" className={listed.words ?? ''}>
                {hold.reason}
              </Text>
            </span>
            {hold.releasedAt === null && may('configure', 'retention') && (
              <Button
                size="xs"
                variant="default"
                aria-label={h.releaseOf(hold.name)}
                onClick={() => void release.run({ id: hold.id })}
              >
                {h.release}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('write', 'retention') && (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {h.add}
          </Button>
        </Group>
      )}
      {adding && <HoldDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function HoldDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords('retention');
  const h = w.holds;
  const add = useCommand('retention', 'addHold');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [ids, setIds] = useState('');
  const [tag, setTag] = useState('');
  const [tried, setTried] = useState(false);
  const people = peopleOf(ids, tag);
  async function submit(): Promise<boolean> {
    setTried(true);
    if (name.trim() === '' || reason.trim() === '' || people === null) return false;
    return (await add.run({ name, reason, people })) !== undefined;
  }
  return (
    <FormDialog
      title={h.add}
      save={h.save}
      isRunning={add.isRunning}
      failure={add.failure}
      onClose={onClose}
      onSave={submit}
    >
      <TextInput
        data-autofocus
        label={h.name}
        value={name}
        maxLength={120}
        error={tried && name.trim() === '' ? h.nameNeeded : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={h.reason}
        autosize
        minRows={2}
        value={reason}
        error={tried && reason.trim() === '' ? h.reasonNeeded : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={h.ids}
        description={h.idsHelp}
        value={ids}
        error={tried && people === null ? h.whoNeeded : null}
        onChange={(event) => setIds(event.currentTarget.value)}
      />
      <TextInput label={h.tag} value={tag} maxLength={80} onChange={(event) => setTag(event.currentTarget.value)} />
    </FormDialog>
  );
}

/** Null where nobody was named, or somebody wrongly. */
function peopleOf(ids: string, tag: string): HeldPeople | null {
  const typed = ids
    .split(/[,\s]+/)
    .map((part) => part.trim().toUpperCase())
    .filter((part) => part !== '');
  if (typed.length > 0) {
    const parsed = CustomerId.array().safeParse(typed);
    return parsed.success ? { ids: parsed.data } : null;
  }
  return tag.trim() === '' ? null : { filter: { tag: [tag.trim()] } };
}
