/** A connection that can be exchanged for another behind the same handle: what is asked meanwhile waits. */
import type { Driver } from './driver';

export type Exchangeable = {
  /** What handles are made of; it always leads to the connection in use. */
  readonly driver: Driver;
  /** The connection in use. */
  current(): Driver;
  /** Lets running statements end and holds new ones back until the answer is called. */
  hold(): Promise<() => void>;
  exchange(next: Driver): void;
};

export function exchangeable(first: Driver): Exchangeable {
  let current = first;
  let held: Promise<void> | null = null;
  const running = new Set<Promise<unknown>>();
  const through = async <T>(work: (driver: Driver) => Promise<T>): Promise<T> => {
    while (held !== null) await held;
    const asked = work(current);
    running.add(asked);
    try {
      return await asked;
    } finally {
      running.delete(asked);
    }
  };
  return {
    driver: {
      all: (sql, parameters) => through((driver) => driver.all(sql, parameters)),
      run: (sql, parameters) => through((driver) => driver.run(sql, parameters)),
      exec: (sql) => through((driver) => driver.exec(sql)),
      close: () => through((driver) => driver.close()),
      cipher: () => through((driver) => driver.cipher()),
    },
    current: () => current,
    hold: async () => {
      while (held !== null) await held;
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = () => {
          held = null;
          resolve();
        };
      });
      await Promise.allSettled(running);
      return release;
    },
    exchange: (next) => void (current = next),
  };
}
