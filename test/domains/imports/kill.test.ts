/** kill -9 at random points of an import, fifty times: all of it or nothing, and what was acknowledged is there. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#main/db/open';
import { type Bundle, bundleProgram } from '#test/support/bundle';

const kills = 50;
const rows = 5_000;
/** Most rounds bring a small file; every tenth one so large that search and indexes are put aside and built anew. */
const rowsOfRound = (round: number): number => (round % 10 === 0 ? 20_000 : 2_000);
const key = new Uint8Array(32).fill(9);
const folder = mkdtempSync(join(tmpdir(), 'steward-kill-'));
let bundle: Bundle;
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  bundle.remove();
});

/** Fifty starts are most of this test, and a bundle starts four times faster than the source. */
beforeAll(async () => {
  bundle = await bundleProgram('test/domains/imports/killed-import.ts', 'kill');
}, 60_000);

/** Starts an import and kills it so many milliseconds after the store is open; null waits for its end. */
function importAndKill(
  vault: string,
  file: string,
  id: string,
  after: number | null,
): Promise<{ acknowledged: boolean; took: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle.program, vault, file, id], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    let opened = 0;
    child.stdout.on('data', (piece: Buffer) => {
      output += String(piece);
      if (opened > 0 || !output.includes('open')) return;
      opened = performance.now();
      if (after !== null) setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.on('error', reject);
    child.on('exit', () => resolve({ acknowledged: output.includes('done'), took: performance.now() - opened }));
  });
}

/** One vault through its share of the kills. Gives how many imports were committed and how many left nothing. */
async function killAgain(lane: number, rounds: readonly number[]): Promise<{ committed: number; untouched: number }> {
  const vault = join(folder, `vault-${lane}`);
  mkdirSync(vault);
  await (await openStore(vault, key, 'create')).close();
  const fileOf = (round: number | string, count: number): string => {
    const name = join(folder, `lane-${lane}-round-${round}.csv`);
    const people = Array.from({ length: count }, (_, row) => `Person ${round} ${row},r${round}p${row}@x.example,Ulm`);
    writeFileSync(name, ['Name,E-mail,City', ...people].join('\n'));
    return name;
  };
  // The first run is let through: it says how long an import takes here, and its customers must outlive all kills.
  const whole = await importAndKill(vault, fileOf('first', rows), 'imp_00000000000000000000', null);
  expect(whole.acknowledged).toBe(true);
  const large = await importAndKill(vault, fileOf('large', rowsOfRound(0)), 'imp_00000000000000000098', null);
  const small = await importAndKill(vault, fileOf('small', rowsOfRound(1)), 'imp_00000000000000000099', null);
  let committed = 0;
  let untouched = 0;
  for (const round of rounds) {
    const id = `imp_${String(round).padStart(20, '0')}`;
    const brought = rowsOfRound(round);
    const { took } = brought === rowsOfRound(0) ? large : small;
    const roundFile = fileOf(round, brought);
    const { acknowledged } = await importAndKill(vault, roundFile, id, Math.random() * took * 1.15);
    const store = await openStore(vault, key, 'open');
    const [there] = await store.reader.driver.all('select count(*) as customers from customers where import = ?1', [
      id,
    ]);
    const [entered] = await store.reader.driver.all(
      'select count(*) as imports, coalesce(sum(imported), 0) as imported from imports where id = ?1',
      [id],
    );
    const customers = Number(there?.['customers']);
    expect([0, brought]).toContain(customers);
    expect(Number(entered?.['imported'])).toBe(customers);
    expect(Number(entered?.['imports'])).toBe(customers === 0 ? 0 : 1);
    if (acknowledged) expect(customers).toBe(brought);
    if (customers === 0) untouched += 1;
    else committed += 1;
    if (round % 10 === 0 || round === rounds.at(-1)) {
      expect(await store.reader.driver.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(
        await store.reader.driver.all(
          "select count(*) as objects from sqlite_master where tbl_name = 'customers' and type in ('index', 'trigger') and sql is not null",
        ),
      ).toEqual([{ objects: 5 }]);
      await store.writer.driver.run(
        "insert into customers_search (customers_search, rank) values ('integrity-check', 1)",
      );
    }
    const [total] = await store.reader.driver.all('select count(*) as customers from customers where import = ?1', [
      'imp_00000000000000000000',
    ]);
    expect(total?.['customers']).toBe(rows);
    await store.close();
    rmSync(roundFile);
  }
  return { committed, untouched };
}

test('fifty kills', async () => {
  // Two vaults side by side: most of the time is waiting for programs to start.
  const rounds = Array.from({ length: kills }, (_, index) => index + 1);
  const half = Math.ceil(kills / 2);
  const lanes = await Promise.all([killAgain(1, rounds.slice(0, half)), killAgain(2, rounds.slice(half))]);
  // The kills fell on both sides of the commit, or they tested nothing.
  expect(lanes[0].untouched + lanes[1].untouched).toBeGreaterThan(5);
  expect(lanes[0].committed + lanes[1].committed).toBeGreaterThan(0);
}, 300_000);
