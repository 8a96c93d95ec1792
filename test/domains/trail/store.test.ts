/** Reading the trail while somebody writes: what is read belongs to one moment, and no writer is taken for a forger. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHandle } from '#main/db/handles';
import type { Driver } from '#main/db/driver';
import { trailCheckpoint } from '#main/domains/trail/public';
import { verifyTrail } from '#main/domains/trail/store';
import { testBench, type TestBench } from '#test/support/workbench';

let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
  await bench.ask('customers', 'add', { fields: { full_name: 'First' } });
});
afterEach(() => bench.end());

/** Reads as usual; after its `between`th statement somebody adds a customer. */
function disturbedAfter(between: number): { db: ReturnType<typeof readHandle>; asked: () => number } {
  const plain = bench.workbench.read().driver;
  let asked = 0;
  const driver: Driver = {
    ...plain,
    all: async (sql, parameters) => {
      const rows = await plain.all(sql, parameters);
      asked += 1;
      if (asked === between) await bench.ask('customers', 'add', { fields: { full_name: `Between ${between}` } });
      return rows;
    },
  };
  return { db: readHandle(driver), asked: () => asked };
}

it('has the length and the root of one moment', async () => {
  const before = await trailCheckpoint(bench.workbench.read());
  const { db, asked } = disturbedAfter(1);
  expect(await trailCheckpoint(db)).toEqual(before);
  expect(asked()).toBe(1);
});

it('is sound wherever somebody adds an entry during the check', async () => {
  for (let between = 1; between <= 4; between += 1) {
    const { db } = disturbedAfter(between);
    const verdict = await verifyTrail(db);
    expect([between, verdict.sound, verdict.fault]).toEqual([between, true, null]);
  }
});

it('sees that the end was cut off', async () => {
  const { db } = disturbedAfter(0);
  const whole = await trailCheckpoint(db);
  const plain = db.driver;
  const cut = readHandle({
    ...plain,
    all: (sql, parameters) =>
      plain.all(
        sql.replaceAll('trail_entries', `(select * from trail_entries where number < ${whole.entries})`),
        parameters,
      ),
  });
  expect(await verifyTrail(cut)).toMatchObject({ sound: false, fault: { code: 'tree-differs' } });
});
