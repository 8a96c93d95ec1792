/** A million entries of the trail: appending beside an import, and the check of the whole. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '#main/db/open';
import { withSmallCache } from '#main/db/settings';
import { ensureIdentity, makeCheckpoint, readCheckpoints } from '#main/domains/trail/checkpoints-store';
import { nodesIn } from '#main/domains/trail/nodes-store';
import { sha256 } from '#main/domains/trail/hashing';
import { appendLeaves } from '#main/domains/trail/public';
import { verifyTrail } from '#main/domains/trail/verify-store';
import { consistencyProof, inclusionProof } from '#shared/domains/trail/proofs';
import type { Instant } from '#shared/kernel/time';

const targets = { verifySeconds: 10, memoryMb: 300, proofMs: 50 };

const [given, folderToCheck] = process.argv.slice(2);
const entries = Number(given ?? 1_000_000);
const perBatch = 50_000;
const now = '2026-11-24T09:00:00.000Z' as Instant;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (from: number): number => (performance.now() - from) / 1_000;
const cpu = (from: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
};

const key = new Uint8Array(32).fill(7);

/** Appends like a domain with a ledger: a transaction for every fifty thousand leaves. */
async function append(folder: string): Promise<void> {
  const { writer, close } = await openStore(folder, key, 'create');
  await ensureIdentity(writer, '0badcafe-0badcafe', now);
  const from = performance.now();
  const used = process.cpuUsage();
  for (let done = 0; done < entries; done += perBatch) {
    await writer.driver.exec('begin immediate');
    const leaf = (at: number) =>
      ({
        at: now,
        actor: 'owner',
        origin: 'page',
        event: 'trail.found',
        about: [`C-${at}`],
        facts: { found: 'shorter', source: 'kept', expected: at, size: at },
      }) as const;
    const many = Array.from({ length: Math.min(perBatch, entries - done) }, (_, at) => leaf(done + at));
    await appendLeaves(writer, 'finding', many);
    await writer.driver.exec('commit');
  }
  await makeCheckpoint(writer, 'asked', now);
  await close();
  say(
    `trail: ${entries.toLocaleString('en')} leaves appended in ${seconds(from).toFixed(1)} s (${cpu(used).toFixed(1)} s of processor), ${Math.round(statSync(join(folder, 'store.db')).size / 1e6)} MB`,
  );
}

/** In a process of its own, so that its memory is the check's alone. */
async function check(folder: string): Promise<void> {
  const { reader, close } = await openStore(folder, key, 'open');
  const [kept] = await readCheckpoints(reader, 1);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  let from = performance.now();
  const used = process.cpuUsage();
  const verdict = await withSmallCache(reader.driver, () => verifyTrail(reader, kept?.note));
  const took = seconds(from);
  const busy = cpu(used);
  clearInterval(watch);
  const megabytes = Math.round(peak / 1e6);
  if (!verdict.sound || verdict.entries !== entries) throw new Error(JSON.stringify(verdict));
  say(`trail: checked in ${took.toFixed(1)} s (${busy.toFixed(1)} s of processor), at most ${megabytes} MB`);
  const read = nodesIn(reader);
  const proofs: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    from = performance.now();
    await inclusionProof(sha256, read, (at * 7_919) % entries, entries);
    await consistencyProof(sha256, read, 1 + ((at * 104_729) % entries), entries);
    proofs.push(performance.now() - from);
  }
  const middle = proofs.toSorted((a, b) => a - b)[100] ?? 0;
  say(`trail: a proof of a leaf and one of an earlier tree together in ${middle.toFixed(1)} ms (median of 200)`);
  await close();
  const missed = [
    ...(took > targets.verifySeconds ? [`the check takes longer than ${targets.verifySeconds} s`] : []),
    ...(megabytes > targets.memoryMb ? [`the check needs more than ${targets.memoryMb} MB`] : []),
    ...(middle > targets.proofMs ? [`a proof takes longer than ${targets.proofMs} ms`] : []),
  ];
  for (const one of missed) say(`trail: MISSED ${one}`);
  if (missed.length > 0) process.exitCode = 1;
}

if (folderToCheck !== undefined) {
  await check(folderToCheck);
} else {
  const folder = mkdtempSync(join(process.env['STEWARD_BENCH_FOLDER'] ?? tmpdir(), 'steward-trail-'));
  try {
    await append(folder);
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), String(entries), folder],
      { stdio: 'inherit' },
    );
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
