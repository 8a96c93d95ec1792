/** Locks the vault when the computer sleeps, its screen locks, or nobody has touched it for the chosen time. */
import { powerMonitor } from 'electron';
import type { Workbench } from '../ipc/workbench';

const lookEvery = 10_000;

export function lockWhenAway(workbench: Workbench): void {
  const lock = (): void => void workbench.lock();
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  setInterval(() => {
    const open = workbench.opened();
    if (open !== null && powerMonitor.getSystemIdleTime() >= open.slots().idleMinutes * 60) lock();
  }, lookEvery).unref();
}
