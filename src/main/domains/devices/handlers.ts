/** Answers about devices, software and this computer. */
import { endOfLifeOf } from '#shared/domains/devices/lifecycle';
import type { Device, DeviceDraft } from '#shared/domains/devices/model';
import type { devices } from '#shared/domains/devices/operations';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import type { Day, Instant } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { checkThisComputer } from './check';
import { findDevice, insertDevice, type KeptDevice, listDevices, listSnapshots, updateDevice } from './store';

const dayOf = (now: Instant): Day => now.slice(0, 10) as Day;

export const devicesHandlers: Handlers<typeof devices> = {
  list: async ({ db, workbench, now }, { today = dayOf(now()) }) => listed(db, workbench.law.current(), today),
  products: async ({ workbench }) =>
    workbench.law
      .current()
      .lifecycles.map(({ product, title, versions }) => ({
        product,
        title,
        versions: versions.map(({ version }) => version),
      })),
  add: async ({ db, workbench, now, newId }, draft) => {
    assertDated(draft);
    const id = newId('dev');
    await insertDevice(db, id, draft, now());
    return one(db, workbench.law.current(), dayOf(now()), id);
  },
  change: async ({ db, workbench, now }, { id, revision, device }) => {
    assertDated(device);
    if ((await findDevice(db, id)) === null) throw notFound('device');
    if (!(await updateDevice(db, { id, revision }, device, now()))) throw conflict('device');
    return one(db, workbench.law.current(), dayOf(now()), id);
  },
  check: (context) => checkThisComputer(context),
  snapshots: ({ db }, { limit }) => listSnapshots(db, limit),
};

/** Lost or disposed of is a matter of a day: clocks run from it. */
function assertDated({ state, stateOn }: DeviceDraft): void {
  if (state !== 'in-use' && stateOn === null) throw brokenRule('devices.day-needed');
}

export async function listed(db: ReadDb, law: Law, today: Day): Promise<Device[]> {
  return (await listDevices(db)).map((kept) => withEnd(kept, law, today));
}

const withEnd = (kept: KeptDevice, law: Law, today: Day): Device => ({
  ...kept,
  id: kept.id as Device['id'],
  endOfLife: endOfLifeOf(law.lifecycles, kept.product, kept.version, today),
});

async function one(db: ReadDb, law: Law, today: Day, id: string): Promise<Device> {
  const kept = await findDevice(db, id);
  if (kept === null) throw notFound('device');
  return withEnd(kept, law, today);
}
