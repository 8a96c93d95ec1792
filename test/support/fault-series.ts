/** The series that every kind of place must pass: a fault at every operation of a backup, of a verifying and of a pruning. */
import { expect } from 'vitest';
import type { Destination } from '#main/backup/destination';
import { patient } from '#main/backup/patient';
import { pruneRepository } from '#main/backup/prune';
import { isDamage } from '#main/backup/repository';
import { verifyRepository } from '#main/backup/verify';
import { AppError } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import { backUp, ownRepository } from './backup';
import { type FaultKind, faultyPlace } from './faulty-place';
import type { TestBench } from './workbench';

const signal = new AbortController().signal;
/** Short, so that thousands of faults take seconds; the number of attempts is the usual one. */
const patienceFor = (limit: number) => ({ waits: [0, 0, 0], limit });

export type FaultSeries = {
  readonly again: boolean;
  /** Every operation, or every so many. */
  readonly step: number;
  readonly start?: number;
  /** Milliseconds after which a place counts as silent. */
  readonly limit: number;
};

export type FaultResult = { readonly faults: number; readonly succeeded: number; readonly failed: number };

async function change(bench: TestBench, round: number): Promise<void> {
  await bench.workbench.write((db) =>
    db.driver
      .run('update customers set city = ?1 where number % 7 = ?2', [`Town ${round}`, round % 7])
      .then(() => undefined),
  );
}

/** Everything a place holds must be whole, and nothing in it unused. */
export async function assertWhole(bench: TestBench, place: Destination, isTidy: boolean): Promise<number> {
  const repository = await ownRepository(bench.workbench, place);
  const { damages, backups, unused } = await verifyRepository(repository, { signal });
  expect(damages).toEqual([]);
  if (isTidy) {
    expect(unused).toBe(0);
    for (const folder of ['', 'data', 'manifests', 'prunes', 'slots'] as const)
      expect((await place.list(folder)).filter(({ name }) => name.endsWith('.part'))).toEqual([]);
  }
  return backups;
}

/**
 * For every operation until a run is through without reaching it (every `step`-th, for a sample): a backup with the
 * fault. It may succeed, then what it published is whole; or fail with a name, then what was there is whole and the
 * next run without a fault succeeds and leaves nothing lying about.
 */
export async function faultsInBackup(
  bench: TestBench,
  place: Destination,
  kind: FaultKind,
  { again, step, start = 1, limit }: FaultSeries,
): Promise<FaultResult> {
  await backUp(bench.workbench, place);
  let [faults, succeeded, failed] = [0, 0, 0];
  for (let at = start; at < 400; at += step) {
    await change(bench, at);
    const before = await assertWhole(bench, place, false);
    const faulty = faultyPlace(place, { kind, at, again });
    const made = await backUp(bench.workbench, patient(faulty, patienceFor(limit))).catch((error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    });
    // Retries are bounded: no operation is asked for without end.
    expect(faulty.operations()).toBeLessThan(2_000);
    const whole = await assertWhole(bench, place, false);
    if (made instanceof AppError) {
      failed += 1;
      // What was published and could not be seen to be whole counts as failed; it may still be there.
      expect(whole).toBeGreaterThanOrEqual(before);
    } else {
      succeeded += 1;
      expect(whole).toBe(before + 1);
    }
    if (faulty.wentWrong() === 0) return { faults, succeeded, failed };
    faults += 1;
    await backUp(bench.workbench, place);
    await assertWhole(bench, place, true);
  }
  return { faults, succeeded, failed };
}

/** The same while the oldest backups are taken away: what stays is whole, and the next pruning tidies up. */
export async function faultsInPrune(
  bench: TestBench,
  place: Destination,
  kind: FaultKind,
  { again, step, start = 1, limit }: FaultSeries,
): Promise<FaultResult> {
  let [faults, succeeded, failed] = [0, 0, 0];
  for (let at = start; at < 400; at += step) {
    for (let round = 0; round < 3; round += 1) {
      await change(bench, at + round);
      await backUp(bench.workbench, place);
    }
    const faulty = faultyPlace(place, { kind, at, again });
    const pruned = await pruneWith(bench, patient(faulty, patienceFor(limit))).catch((error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    });
    if (pruned instanceof AppError) failed += 1;
    else succeeded += 1;
    const repository = await ownRepository(bench.workbench, place);
    const newest = (await repository.sequences()).at(-1) ?? 0;
    expect(isDamage(await repository.manifest(newest))).toBe(false);
    expect(await assertWhole(bench, place, false)).toBeGreaterThanOrEqual(2);
    if (faulty.wentWrong() === 0) return { faults, succeeded, failed };
    faults += 1;
    await pruneWith(bench, place);
    await assertWhole(bench, place, true);
  }
  return { faults, succeeded, failed };
}

async function pruneWith(bench: TestBench, place: Destination): Promise<unknown> {
  const repository = await ownRepository(bench.workbench, place);
  return pruneRepository(
    repository,
    (manifests) => manifests.slice(0, -2).map(({ manifest }) => manifest.sequence),
    '2026-11-24T09:00:00.000Z' as Instant,
    signal,
  );
}
