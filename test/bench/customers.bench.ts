/** A million customers in a real vault: opening, searching, paging, counting, and how long the main loop ever waits. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDriver } from '#main/db/driver';
import { type ReadDb, readHandle } from '#main/db/handles';
import { openStore, storeFile } from '#main/db/open';
import { listedRows } from '#main/domains/customers/rows';
import { countCustomers, searchPeople } from '#main/domains/customers/search';
import { type CustomerFilter, CustomerSort } from '#shared/domains/customers/model';
import { seeded } from '#test/support/people';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';
import { benchFields, writeCustomerFile } from './customer-file';

const rows = Number(process.env['STEWARD_BENCH_ROWS'] ?? 1_000_000);
const rounds = 40;
/** Naming a folder keeps the filled vault, so that looking again does not mean importing again. */
const kept = process.env['STEWARD_BENCH_KEPT'];
const targets = { open: 100, search: 10, page: 10, count: 150, stall: 50, heapMb: 100 };

const folder = kept ?? mkdtempSync(join(process.env['STEWARD_BENCH_FOLDER'] ?? tmpdir(), 'steward-customers-'));
const vault = join(folder, 'vault');
let over = 0;
try {
  await fill();
  const bench = await unlocked();
  say(`customers: ${rows.toLocaleString('en')} in the vault, Node ${process.version}, ${cpus().length} cores`);
  await opening(bench);
  const plain = await plainCopy(bench);
  await building(bench);
  await searching(bench, readHandle(plain));
  await paging(bench);
  await counting(bench, readHandle(plain));
  await changing(bench);
  await plain.close();
  await bench.workbench.lock();
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
if (over > 0) process.exitCode = 1;

async function fill(): Promise<void> {
  if (existsSync(vault)) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'customers.csv');
  writeCustomerFile(file, rows);
  const bench = await testBench('open', vault);
  await bench.ask('imports', 'run', { file, columns: benchFields.map((field, index) => ({ index, field })) });
  await bench.workbench.lock();
  rmSync(file);
}

async function unlocked(): Promise<TestBench> {
  const bench = await testBench('none', vault);
  await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: testPassphrase });
  return bench;
}

/** Everything of the store in another file, under another key or none. */
async function copyTo(bench: TestBench, file: string, key: string): Promise<void> {
  const { driver } = bench.workbench.vault().store.writer;
  // The writer may not make files, only fill them.
  writeFileSync(file, '');
  await driver.exec(`attach '${file}' as copy key "${key}"`);
  await driver.all("select sqlcipher_export('copy')");
  const [version] = await driver.all('pragma main.user_version');
  await driver.exec(`pragma copy.user_version = ${Number(version?.['user_version'])}`);
  await driver.exec('detach copy');
}

/** From a known key to the first customer read. The vault's own key never leaves it, so a copy is put under one of ours. */
async function opening(bench: TestBench): Promise<void> {
  const own = join(folder, 'opening');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  const key = new Uint8Array(32).fill(7);
  await copyTo(bench, storeFile(own), `x'${Buffer.from(key).toString('hex')}'`);
  const times = await timed(9, async () => {
    const opened = await openStore(own, key, 'open');
    await opened.reader.driver.all('select full_name from customers limit 1');
    return () => opened.close();
  });
  rmSync(own, { recursive: true, force: true });
  verdict('open with the raw key', times, targets.open);
}

async function plainCopy(bench: TestBench) {
  const file = join(folder, 'plain.db');
  await copyTo(bench, file, '');
  const plain = await openDriver(file, { mode: 'read' });
  await plain.exec('pragma cache_size = -65536');
  return plain;
}

/** The first page after unlocking makes the list's memory. */
async function building(bench: TestBench): Promise<void> {
  globalThis.gc?.();
  const before = held();
  const { stall, took } = await watched(() => bench.ask('customers', 'list', {}));
  globalThis.gc?.();
  say(`  list's memory made in ${Math.round(took)} ms`);
  check('longest main-loop stall meanwhile, ms', stall, targets.stall);
  const heap = held() - before;
  const orders = await watched(async () => {
    for (const sort of CustomerSort.options) await bench.ask('customers', 'list', { sort });
  });
  globalThis.gc?.();
  say(`  the other orders in ${Math.round(orders.took)} ms`);
  check('longest main-loop stall meanwhile, ms', orders.stall, targets.stall);
  say(`  memory for the name order and columns ${heap.toFixed(1)} MB`);
  check('memory with all orders, MB', held() - before, targets.heapMb);
}

async function searching(bench: TestBench, plain: ReadDb): Promise<void> {
  const random = seeded(7);
  const person = (): number => Math.floor(random() * rows);
  const kinds: Record<string, () => string> = {
    'a family name': () =>
      pick(random, ['Kowalczyk', 'müller', 'Zimmermann', 'Oztu', 'nguy', 'Sim', 'becker', "O'Brien"]),
    'name, first letters': () => pick(random, ['Ann', 'schm', 'gar', 'Bra', 'Kle', 'Zoë', 'pri']),
    'two names': () =>
      pick(random, ['anna müller', 'Becker Liam', 'zoe kra', 'olivia van berg', 'ahmed huber', 'hoff jurg']),
    'three words': () =>
      `${pick(random, ['anna', 'ben', 'clara'])} ${pick(random, ['huber', 'koch', 'wolf'])} ${pick(random, ['paperwork', 'fair', 'mornings'])}`,
    'an e-mail address': () => `customer.${person()}@mail`,
    'a phone number': () => `+4989${1_000_000 + Math.floor(random() * 8_999_999)}`.slice(0, 10),
    'in every row': () => pick(random, ['customer', '.example', '@mail', 'tom', 'exa']),
    'words in every row': () => pick(random, ['customer example', 'mail tome exam', 'exa cus mai']),
    'a rare number': () => `${person()}`.padStart(6, '1'),
    notes: () => pick(random, ['paperwork', 'twice', 'köln', 'only in the', '"only', 'e-mail']),
    nothing: () =>
      pick(random, ['zzzqqq', 'xylophonist', 'mailcustomer', 'examplecus', 'anna zzq', 'rebecker customer.example']),
    'two characters': () => pick(random, ['an', 'mü', 'cu', 'zz', '99', '@m', '.e']),
    'one character': () => pick(random, ['a', 'z', '4', '@', '美']),
    'short words': () => pick(random, ['an mü', 'b s', 'zo wo', 'l i a']),
  };
  for (const [kind, text] of Object.entries(kinds)) {
    const texts = Array.from({ length: rounds }, text);
    const ours: number[] = [];
    const bare: number[] = [];
    for (const one of texts) {
      ours.push(await took(() => bench.ask('customers', 'search', { text: one })));
      bare.push(await took(async () => listedRows(plain, (await searchPeople(plain, one, 50)).numbers)));
    }
    verdict(`search: ${kind}`, ours, targets.search, bare);
  }
}

async function paging(bench: TestBench): Promise<void> {
  const random = seeded(8);
  const { total } = await bench.ask('customers', 'list', {});
  for (const sort of CustomerSort.options) {
    const times: number[] = [];
    for (let round = 0; round < rounds * 2; round += 1) {
      const offset = Math.floor(random() * (total - 100));
      const direction = round % 2 === 0 ? 'up' : 'down';
      times.push(await took(() => bench.ask('customers', 'list', { sort, direction, offset })));
    }
    verdict(`page by ${sort}`, times, targets.page);
  }
  const filters: CustomerFilter[] = [
    { country: ['DE'] },
    { tag: ['vip'], marketing: ['subscribed'] },
    { text: 'kowalczyk' },
    { text: 'example' },
  ];
  for (const filter of filters) {
    const first = await took(() => bench.ask('customers', 'list', { filter }));
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await took(() => bench.ask('customers', 'list', { filter, offset: Math.floor(random() * 4_000) })));
    }
    verdict(`page under ${JSON.stringify(filter)}, first ${first.toFixed(0)} ms`, times, targets.page);
  }
}

async function counting(bench: TestBench, plain: ReadDb): Promise<void> {
  const filters: CustomerFilter[] = [
    {},
    { country: ['DE'] },
    { country: ['DE', 'FR'], marketing: ['subscribed'] },
    { tag: ['vip'] },
    { source: ['Fair'], language: ['de'] },
  ];
  for (const filter of filters) {
    const ours = await timed(15, () => bench.ask('customers', 'count', { filter }));
    const bare = await timed(3, () => countCustomers(plain, filter));
    verdict(`count ${JSON.stringify(filter)}`, ours, targets.count, bare);
    const { stall } = await watched(async () => {
      verdict(
        `facets ${JSON.stringify(filter)}`,
        await timed(15, () => bench.ask('customers', 'facets', { filter })),
        targets.count,
      );
    });
    check('longest main-loop stall meanwhile, ms', stall, targets.stall);
  }
  for (const text of ['kowalczyk', 'paperwork', 'example', 'an']) {
    verdict(
      `facets of "${text}"`,
      await timed(10, () => bench.ask('customers', 'facets', { filter: { text } })),
      targets.count,
    );
    say(
      `        count of "${text}", exact: ${median(await timed(1, () => bench.ask('customers', 'count', { filter: { text } }))).toFixed(0)} ms`,
    );
  }
}

/** What one change costs, and the first page after it. */
async function changing(bench: TestBench): Promise<void> {
  const added: number[] = [];
  const pages: number[] = [];
  const removed: number[] = [];
  const { stall } = await watched(async () => {
    for (let round = 0; round < 20; round += 1) {
      let id = '';
      added.push(
        await took(
          async () =>
            ({ id } = await bench.ask('customers', 'add', {
              fields: { full_name: `Bench ${round}`, email: `bench${round}@example.com` },
            })),
        ),
      );
      for (const sort of CustomerSort.options)
        pages.push(await took(() => bench.ask('customers', 'list', { sort, offset: 500_000 })));
      removed.push(await took(() => bench.ask('customers', 'remove', { ids: [id as never] })));
    }
  });
  verdict('add one', added, targets.count);
  verdict('page after a change, any order', pages, targets.stall);
  verdict('remove one', removed, targets.count);
  check('longest main-loop stall meanwhile, ms', stall, targets.stall);
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `work` may hand back what is to be done after the clock was read. */
async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    const after = await work();
    all.push(performance.now() - start);
    if (typeof after === 'function') await (after as () => Promise<void>)();
  }
  return all;
}

async function watched(work: () => Promise<unknown>): Promise<{ stall: number; took: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  // The monitor is started a turn before, so that what the turn before left is not counted.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const spent = await took(work);
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  // The monitor's own step is part of what it measures.
  return { stall: Math.max(delay.max / 1e6 - 5, 0), took: spent };
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function at(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
}
function median(times: readonly number[]): number {
  return at(times, 0.5);
}
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
function verdict(name: string, times: readonly number[], target: number, plain?: readonly number[]): void {
  const p95 = at(times, 0.95);
  if (p95 > target) over += 1;
  const ratio = plain === undefined ? '' : `, ${(median(times) / median(plain)).toFixed(1)}× unencrypted`;
  say(
    `  ${p95 <= target ? 'ok  ' : 'OVER'}  ${name}: median ${median(times).toFixed(1)}, p95 ${p95.toFixed(1)} ms (target ${target})${ratio}`,
  );
}
function check(name: string, value: number, target: number): void {
  if (value > target) over += 1;
  say(`  ${value <= target ? 'ok  ' : 'OVER'}  ${name}: ${value.toFixed(1)} (target ${target})`);
}
