/** Reading the trail while somebody writes: what is read belongs to one moment, and no writer is taken for a forger. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHandle } from '#main/db/handles';
import type { Driver } from '#main/db/driver';
import { trailCheckpoint } from '#main/domains/trail/public';
import { lastEntryAt, latestMoment } from '#main/domains/trail/store';
import { verifyTrail } from '#main/domains/trail/verify-store';
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

it('finds the latest moment at once in a long trail, wherever it is in it', async () => {
  const entries = 120_000;
  await bench.workbench.write(async ({ driver }) => {
    // The trigger wants them one after another; the moments run on for a year, with one far ahead near the beginning.
    await driver.run(
      `with recursive more(number) as (
         select (select max(number) + 1 from trail_entries) union all select number + 1 from more limit ?)
       insert into trail_entries (number, entry, leaf)
       select number, json_object('number', number, 'at', case when number = 50 then '2031-01-01T00:00:00.000Z'
         else strftime('%Y-%m-%dT%H:%M:%fZ', '2027-01-01', (number * 250) || ' seconds') end), hex(zeroblob(32)) from more`,
      [entries],
    );
  });
  const { driver } = bench.workbench.read();
  const plan = (await driver.all(`explain query plan ${latestMoment}`)).map(({ detail }) => String(detail));
  expect(plan.join('\n')).toContain('trail_entries_by_moment');
  const started = performance.now();
  for (let asked = 0; asked < 200; asked += 1) {
    expect(await lastEntryAt(bench.workbench.read())).toBe('2031-01-01T00:00:00.000Z');
  }
  // A look through all entries takes some 100 ms each time.
  expect((performance.now() - started) / 200).toBeLessThan(20);
  bench.setNow('2030-12-31T23:00:00.000Z');
  const { clockWentBack } = await bench.ask('today', 'list', {});
  expect(clockWentBack).toEqual({ lastSeen: '2031-01-01T00:00:00.000Z' });
});
