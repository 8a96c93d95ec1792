/** The register of devices and the snapshots of this computer. */
import type { DeviceDraft, Snapshot } from '#shared/domains/devices/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptDevice = DeviceDraft & { readonly id: string; readonly revision: number };

const asDevice = `json_object('id', id, 'name', name, 'kind', kind, 'owner', owner, 'product', product, 'version', version,
  'encrypted', encrypted, 'patchedOn', patched_on, 'nextCheckOn', next_check_on, 'state', state, 'stateOn', state_on,
  'note', note, 'revision', revision)`;

/** What is in use first, then by name. */
export const listDevices = (db: ReadDb): Promise<KeptDevice[]> =>
  packedRows<KeptDevice>(
    db,
    `select ${asDevice} as value from devices order by state = 'disposed', state = 'in-use', name collate nocase, id`,
  );

export async function findDevice(db: ReadDb, id: string): Promise<KeptDevice | null> {
  const [found] = await packedRows<KeptDevice>(db, `select ${asDevice} as value from devices where id = ?`, [id]);
  return found ?? null;
}

const columnsOf = (device: DeviceDraft, at: Instant) => ({
  name: device.name,
  kind: device.kind,
  owner: device.owner,
  product: device.product,
  version: device.version,
  encrypted: device.encrypted,
  patched_on: device.patchedOn,
  next_check_on: device.nextCheckOn,
  state: device.state,
  state_on: device.stateOn,
  note: device.note,
  changed_at: at,
});

export const insertDevice = (db: WriteDb, id: string, device: DeviceDraft, at: Instant) =>
  db.query
    .insertInto('devices')
    .values({ id, ...columnsOf(device, at) })
    .execute();

/** False when it is not at `revision` any more. */
export async function updateDevice(
  db: WriteDb,
  { id, revision }: { id: string; revision: number },
  device: DeviceDraft,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('devices')
    .set({ ...columnsOf(device, at), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const asSnapshot = `json_object('id', id, 'at', at, 'by', by, 'platform', platform, 'answers', json(answers), 'digest', digest, 'changed', json(changed))`;

export const listSnapshots = (db: ReadDb, limit: number): Promise<Snapshot[]> =>
  packedRows<Snapshot>(db, `select ${asSnapshot} as value from posture_snapshots order by at desc, id desc limit ?`, [
    limit,
  ]);

export const insertSnapshot = (db: WriteDb, { answers, changed, ...rest }: Snapshot) =>
  db.query
    .insertInto('posture_snapshots')
    .values({ ...rest, answers: JSON.stringify(answers), changed: JSON.stringify(changed) })
    .execute();
