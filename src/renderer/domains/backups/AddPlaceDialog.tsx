/** Adds a place: what it is, how to get in, when. It is tried out before it is kept. */
import { Button, Checkbox, Group, Modal, NativeSelect, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PlaceAddress } from '#shared/domains/backups/address';
import { PlaceKind } from '#shared/domains/backups/model';
import { usualRetention } from '#shared/domains/backups/retention';
import type { Schedule } from '#shared/domains/backups/schedule';
import { FailureNotice } from '../../app/FailureNotice';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';

type Typed = Readonly<
  Record<
    | 'bucket'
    | 'region'
    | 'endpoint'
    | 'account'
    | 'container'
    | 'host'
    | 'port'
    | 'user'
    | 'secret'
    | 'folder'
    | 'hostKey'
    | 'url',
    string
  >
>;
const nothing: Typed = {
  bucket: '',
  region: 'eu-central-1',
  endpoint: '',
  account: '',
  container: '',
  host: '',
  port: '22',
  user: '',
  secret: '',
  folder: '/',
  hostKey: '',
  url: 'https://',
};

const fieldsOf: Readonly<Record<PlaceKind, readonly (keyof Typed)[]>> = {
  folder: [],
  drive: [],
  share: [],
  s3: ['bucket', 'region', 'endpoint', 'user', 'secret'],
  azure: ['account', 'container', 'secret'],
  sftp: ['host', 'port', 'user', 'secret', 'folder', 'hostKey'],
  webdav: ['url', 'user', 'secret'],
};

function addressOf(kind: PlaceKind, typed: Typed): PlaceAddress {
  const endpoint = typed.endpoint.trim() === '' ? null : typed.endpoint.trim();
  switch (kind) {
    case 'folder':
    case 'drive':
    case 'share':
      // Main asks for the folder itself; a page never names one.
      return { kind, folder: '.' };
    case 's3':
      return { kind, bucket: typed.bucket, prefix: '', region: typed.region, endpoint };
    case 'azure':
      return { kind, account: typed.account, container: typed.container, prefix: '', endpoint: null };
    case 'sftp': {
      const { host, user, folder, hostKey } = typed;
      return { kind, host, port: Number(typed.port), user, folder, hostKey };
    }
    case 'webdav':
      return { kind, url: typed.url, user: typed.user === '' ? null : typed.user };
  }
}

const kinds: readonly PlaceKind[] = ['drive', 'share', 'folder', 's3', 'azure', 'sftp', 'webdav'];
const everies = ['working-day', 'day', 'week', 'never'] as const;
type Every = (typeof everies)[number];

const scheduleOf = (every: Every, at: string): Schedule =>
  every === 'never' ? { every } : every === 'week' ? { every, day: 5, at } : { every, at };

export function AddPlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords('backups');
  const f = w.form;
  const add = useTask('backups', 'addPlace');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PlaceKind>('drive');
  const [typed, setTyped] = useState(nothing);
  const [every, setEvery] = useState<Every>('working-day');
  const [at, setAt] = useState('18:00');
  const [whenThere, setWhenThere] = useState(true);
  const [notOnBattery, setNotOnBattery] = useState(true);
  const [tried, setTried] = useState(false);
  const fields = fieldsOf[kind];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const login = fields.length === 0 ? null : { user: typed.user || typed.account, secret: typed.secret };
    const plan = { schedule: scheduleOf(every, at), whenThere, notOnBattery, retention: usualRetention };
    const done = await add.run({ name, address: addressOf(kind, typed), login, plan });
    if (done !== undefined) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={w.addTitle} closeButtonProps={{ 'aria-label': f.close }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label={f.name}
            placeholder={f.namePlaceholder}
            value={name}
            error={tried && name.trim() === '' ? f.nameNeeded : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={f.kind}
            value={kind}
            data={kinds.map((value) => ({ value, label: f.kinds[value] }))}
            onChange={(event) => setKind(PlaceKind.parse(event.currentTarget.value))}
          />
          {fields.length === 0 && <Text size="sm">{f.pick}</Text>}
          {fields.map((field) => {
            const Input = field === 'secret' ? PasswordInput : TextInput;
            return (
              <Input
                key={field}
                label={field === 'user' && kind === 's3' ? f.key : f[field]}
                description={field === 'hostKey' ? f.hostKeyHelp : undefined}
                value={typed[field]}
                autoComplete="off"
                onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
              />
            );
          })}
          <NativeSelect
            label={f.every}
            value={every}
            data={everies.map((value) => ({ value, label: f.schedules[value] }))}
            onChange={(event) => setEvery(event.currentTarget.value as Every)}
          />
          {every !== 'never' && (
            <TextInput type="time" label={f.at} value={at} onChange={(event) => setAt(event.currentTarget.value)} />
          )}
          {kind === 'drive' && (
            <Checkbox
              label={f.whenThere}
              checked={whenThere}
              onChange={(event) => setWhenThere(event.currentTarget.checked)}
            />
          )}
          <Checkbox
            label={f.notOnBattery}
            checked={notOnBattery}
            onChange={(event) => setNotOnBattery(event.currentTarget.checked)}
          />
          <FailureNotice failure={add.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning}>
              {f.test}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
