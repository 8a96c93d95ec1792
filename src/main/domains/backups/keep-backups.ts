/** Makes backups by itself: at their times, once for everything that was missed, and when a drive appears; quiet on battery. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlaceAddress } from '#shared/domains/backups/address';
import { isDue } from '#shared/domains/backups/schedule';
import { AppError } from '#shared/kernel/failures';
import { appendTrail } from '../trail/public';
import { traceOf } from '../../ipc/local-log';
import type { Workbench } from '../../ipc/workbench';
import { openKept } from './at-place';
import { makeBackup } from './make';
import { overviewOf } from './overview';
import { findPlace } from './store';

/** How often it is looked whether something is due, and whether a drive is there. */
const everyMs = 60_000;

/** Attached once to each workbench of the app; a terminal makes a backup when it is asked. */
export function keepBackups(workbench: Workbench, look: { onBattery: () => Promise<boolean> } = { onBattery }): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let isLooking = false;
  /** Drives that were there at the last look, null before the first: only one that appeared is a reason. */
  let there: ReadonlySet<string> | null = null;
  const once = async (): Promise<void> => {
    if (isLooking || workbench.opened() === null) return;
    isLooking = true;
    try {
      there = await lookOnce(workbench, there, look.onBattery);
    } catch (error) {
      // Locked meanwhile, a place that cannot be reached: written down where it happened. Anything else is a mistake.
      if (!(error instanceof AppError))
        workbench.log.write({ at: workbench.clock.now(), event: 'backups-failed', facts: traceOf(error) });
    } finally {
      isLooking = false;
    }
  };
  workbench.attach({
    opened: async () => {
      there = null;
      clearInterval(timer);
      timer = setInterval(() => void once(), everyMs);
      timer.unref();
    },
    committed: () => undefined,
    closing: async () => clearInterval(timer),
  });
}

/** One look: what is due is made. Gives the drives that are there. Exported for tests. */
export async function lookOnce(
  workbench: Workbench,
  before: ReadonlySet<string> | null,
  isOnBattery: () => Promise<boolean>,
): Promise<Set<string>> {
  const { places } = await overviewOf(workbench.read(), workbench.clock.now());
  const there = new Set<string>();
  for (const { id, address, plan, lastGood, madeAt } of places) {
    const isDrive = address.kind === 'drive';
    const isPresent = await isReachable(address);
    if (isDrive && isPresent) there.add(id);
    const appeared = isDrive && plan.whenThere && isPresent && before !== null && !before.has(id);
    const due = appeared || isDue(plan.schedule, lastGood, madeAt, workbench.clock.now());
    // A drive that is not plugged in is waited for; when it stays away Today says that a backup was missed.
    if (!due || !isPresent || (plan.notOnBattery && (await isOnBattery()))) continue;
    await runByItself(workbench, id);
  }
  return there;
}

/** Of a server nobody knows before it is asked. */
const isReachable = async (address: PlaceAddress): Promise<boolean> =>
  address.kind === 'folder' || address.kind === 'drive' || address.kind === 'share'
    ? ((await stat(address.folder).catch(() => null))?.isDirectory() ?? false)
    : true;

async function runByItself(workbench: Workbench, id: string): Promise<void> {
  const place = await findPlace(workbench.read(), id);
  if (place === null) return;
  // As a task it shows its progress, can be stopped, and is waited for when the vault is locked.
  const running = workbench.startTask(undefined);
  try {
    const destination = await openKept(workbench, place, running.signal);
    try {
      const { signal, progress } = running;
      const made = await makeBackup(
        { workbench, signal, progress, now: workbench.clock.now },
        destination,
        id,
        place.plan.retention,
      );
      const at = workbench.clock.now();
      const facts = { sequence: made.sequence, bytes: made.bytes };
      const entry = { at, actor: 'steward', origin: 'itself', event: 'backups.backed-up', about: [id], facts } as const;
      await workbench.write((db) => appendTrail(db, [{ ...entry, about: [id], stage: 'finished' }]));
      workbench.emit('changed', { domain: 'backups' });
    } finally {
      await destination.close();
    }
  } finally {
    running.end();
  }
}

/** Whether the computer says that it runs on its battery. Only Linux says so in a file; elsewhere it counts as plugged in. */
export async function onBattery(folder = '/sys/class/power_supply'): Promise<boolean> {
  const supplies = await readdir(folder).catch(() => []);
  const read = async (supply: string, name: string): Promise<string> =>
    (await readFile(join(folder, supply, name), 'utf8').catch(() => '')).trim();
  let mains = false;
  let discharging = false;
  for (const supply of supplies) {
    if ((await read(supply, 'type')) === 'Mains' && (await read(supply, 'online')) === '1') mains = true;
    if ((await read(supply, 'status')) === 'Discharging') discharging = true;
  }
  return discharging && !mains;
}
