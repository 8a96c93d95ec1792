/** Adds a device or service to the register, or changes one. */
import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Device, DeviceDraft } from '#shared/domains/devices/model';
import { DeviceDraft as Draft } from '#shared/domains/devices/model';
import type { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

const empty: DeviceDraft = {
  name: '',
  kind: 'laptop',
  owner: null,
  product: null,
  version: null,
  encrypted: 'unknown',
  patchedOn: null,
  nextCheckOn: null,
  state: 'in-use',
  stateOn: null,
  note: null,
};

function draftOf(device: Device | null): DeviceDraft {
  if (device === null) return empty;
  const { id: _id, revision: _revision, endOfLife: _end, ...draft } = device;
  return draft;
}

export function DeviceDialog({ device, onClose }: { readonly device: Device | null; readonly onClose: () => void }) {
  const w = useWords('devices');
  const f = w.form;
  const add = useCommand('devices', 'add');
  const change = useCommand('devices', 'change');
  const { answer: products = [] } = useAsked('devices', 'products', {});
  const [draft, setDraft] = useState(draftOf(device));
  const [tried, setTried] = useState(false);
  const set = <K extends keyof DeviceDraft>(name: K, value: DeviceDraft[K]): void =>
    setDraft((before) => ({ ...before, [name]: value }));
  const text = (value: string): string | null => (value === '' ? null : value);
  const versions = products.find(({ product }) => product === draft.product)?.versions ?? [];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim() === '') return;
    const done =
      device === null
        ? await add.run(draft)
        : await change.run({ id: device.id, revision: device.revision, device: draft });
    if (done !== undefined) onClose();
  }

  const select = <K extends 'kind' | 'encrypted' | 'state'>(name: K, words: Readonly<Record<string, string>>) => (
    <NativeSelect
      label={f[name]}
      value={draft[name]}
      data={Draft.shape[name].options.map((value) => ({ value, label: words[value] ?? value }))}
      onChange={(event) => set(name, event.currentTarget.value as DeviceDraft[K])}
    />
  );
  const date = (name: 'patchedOn' | 'nextCheckOn' | 'stateOn') => (
    <TextInput
      type="date"
      label={f[name]}
      value={draft[name] ?? ''}
      onChange={(event) => set(name, text(event.currentTarget.value) as Day | null)}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={device === null ? w.addTitle : w.editTitle}
      closeButtonProps={{ 'aria-label': f.close }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={f.name}
            value={draft.name}
            error={tried && draft.name.trim() === '' ? f.nameNeeded : null}
            onChange={(event) => set('name', event.currentTarget.value)}
          />
          {select('kind', w.kinds)}
          <TextInput
            label={f.owner}
            value={draft.owner ?? ''}
            onChange={(event) => set('owner', text(event.currentTarget.value))}
          />
          <NativeSelect
            label={f.product}
            value={draft.product ?? ''}
            data={[
              { value: '', label: f.otherProduct },
              ...products.map(({ product, title }) => ({ value: product, label: title })),
            ]}
            onChange={(event) => set('product', text(event.currentTarget.value))}
          />
          <TextInput
            label={f.version}
            description={versions.length > 0 ? f.versionHelp(versions.join(', ')) : undefined}
            value={draft.version ?? ''}
            onChange={(event) => set('version', text(event.currentTarget.value))}
          />
          {select('encrypted', w.encrypted)}
          {date('patchedOn')}
          {date('nextCheckOn')}
          {select('state', w.deviceStates)}
          {draft.state !== 'in-use' && date('stateOn')}
          <Textarea
            label={f.note}
            autosize
            minRows={2}
            value={draft.note ?? ''}
            onChange={(event) => set('note', text(event.currentTarget.value))}
          />
          <FailureNotice failure={add.failure ?? change.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning || change.isRunning}>
              {f.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
