/** A million customers in a real vault: opening, searching, paging, counting, and how long the main loop ever waits. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDriver } from '#main/db/driver';
import { type ReadDb, readHandle } from '#main/db/handles';
import { openStore, storeFile } from '#main/db/open';
import { commonnessOf } from '#main/domains/customers/public';
import { listedRows } from '#main/domains/customers/rows';
import { searchPeople } from '#main/domains/customers/search';
import { countCustomers } from '#main/domains/customers/selection';
import { type CustomerFilter, CustomerSort } from '#shared/domains/customers/model';
import { seeded } from '#test/support/people';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';
import { benchVault } from './bench-vault';
import { check, pick, say, timed, took, verdict, verdictsOver } from './measure';

const rounds = 40;
const targets = { open: 100, search: 10, page: 10, count: 150, stall: 50, tagAll: 10_000, heapMb: 100 };
const texts = ['kowalczyk', 'paperwork', 'example', 'anna huber', 'an'];

const { folder, vault, rows, end } = await benchVault();
try {
  const bench = await unlocked();
  say(`customers: ${rows.toLocaleString('en')} in the vault, Node ${process.version}, ${cpus().length} cores`);
  await opening(bench);
  const plain = await plainCopy(bench);
  await building(bench);
  await searching(bench, readHandle(plain));
  await paging(bench);
  await counting(bench, readHandle(plain));
  await changing(bench);
  await taggingAll(bench);
  await plain.close();
  await bench.workbench.lock();
} finally {
  end();
}
if (verdictsOver() > 0) process.exitCode = 1;

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
  const name = await watched(() => bench.ask('customers', 'list', {}));
  globalThis.gc?.();
  say(`  name order read in ${Math.round(name.took)} ms`);
  stalled(name);
  const columns = await watched(() => bench.ask('customers', 'facets', {}));
  globalThis.gc?.();
  say(`  columns read in ${Math.round(columns.took)} ms`);
  stalled(columns);
  const heap = held() - before;
  const orders = await watched(async () => {
    for (const sort of CustomerSort.options) await bench.ask('customers', 'list', { sort });
  });
  globalThis.gc?.();
  say(`  the other orders in ${Math.round(orders.took)} ms`);
  stalled(orders);
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
      bare.push(
        await took(async () =>
          listedRows(plain, (await searchPeople(plain, one, 50, commonnessOf(bench.workbench))).numbers),
        ),
      );
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
    ...texts.map((text) => ({ text })),
    { text: 'anna', country: ['DE'] },
  ];
  for (const filter of filters) {
    const first = await took(() => bench.ask('customers', 'list', { filter }));
    const whole = await took(() => wholly(bench, filter));
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await took(() => bench.ask('customers', 'list', { filter, offset: Math.floor(random() * 4_000) })));
    }
    verdict(`page under ${JSON.stringify(filter)}`, times, targets.page);
    say(`        first page ${first.toFixed(0)} ms, everybody found after ${whole.toFixed(0)} ms`);
  }
  const firsts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Another text each time, as somebody types.
    const text = `${pick(random, ['anna', 'ben', 'huber', 'koch', 'paperw', 'fair'])} ${pick(random, ['m', 'mo', 'k', 'cust', '+49'])}`;
    firsts.push(await took(() => bench.ask('customers', 'list', { filter: { text: `${text}${round}`.slice(0, -1) } })));
  }
  verdict('first page under a text', firsts, targets.count);
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
    const meanwhile = await watched(async () => {
      verdict(
        `facets ${JSON.stringify(filter)}`,
        await timed(15, () => bench.ask('customers', 'facets', { filter })),
        targets.count,
      );
    });
    stalled(meanwhile);
  }
  for (const text of texts) {
    const filter = { text };
    await wholly(bench, filter);
    const meanwhile = await watched(async () => {
      verdict(
        `facets of "${text}"`,
        await timed(10, () => bench.ask('customers', 'facets', { filter })),
        targets.count,
      );
    });
    stalled(meanwhile);
  }
  const exact = await took(() => bench.ask('customers', 'count', { filter: { text: 'paperwork' } }));
  say(`        count of "paperwork" out of the store: ${exact.toFixed(0)} ms`);
}

/** Asks until everybody the text finds has been found. */
async function wholly(bench: TestBench, filter: CustomerFilter): Promise<void> {
  while ((await bench.ask('customers', 'list', { filter, limit: 1 })).capped)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What one change costs, and the first page after it. */
async function changing(bench: TestBench): Promise<void> {
  const added: number[] = [];
  const pages: number[] = [];
  const ofText: number[] = [];
  const removed: number[] = [];
  const filter = { text: 'paperwork' };
  await wholly(bench, filter);
  const meanwhile = await watched(async () => {
    for (let round = 0; round < 20; round += 1) {
      let id = '';
      added.push(
        await took(
          async () =>
            ({ id } = await bench.ask('customers', 'add', {
              fields: { full_name: `Bench ${round}`, email: `bench${round}@example.com`, notes: 'paperwork' },
            })),
        ),
      );
      for (const sort of CustomerSort.options)
        pages.push(await took(() => bench.ask('customers', 'list', { sort, offset: 500_000 })));
      ofText.push(await took(() => bench.ask('customers', 'list', { filter, offset: 5_000 })));
      removed.push(await took(() => bench.ask('customers', 'remove', { ids: [id as never] })));
    }
  });
  verdict('add one', added, targets.count);
  verdict('page after a change, any order', pages, targets.page);
  verdict('page of a text after a change', ofText, targets.page);
  verdict('remove one', removed, targets.count);
  stalled(meanwhile);
}

/** Everybody at once, and taken back, so that a kept vault stays as it was. */
async function taggingAll(bench: TestBench): Promise<void> {
  const selection = { filter: {} };
  const meanwhile = await watched(() => bench.ask('customers', 'tag', { selection, add: ['bench'] }));
  check('tag everybody, ms', meanwhile.took, targets.tagAll);
  stalled(meanwhile);
  const page = await took(() => bench.ask('customers', 'list', { sort: 'changed' }));
  check('page by changed right afterwards, ms', page, targets.page);
  await bench.ask('customers', 'tag', { selection, remove: ['bench'] });
}

/** The longest time the main loop did not turn, and how much of the processor it took itself in the busiest turn: on a busy machine it is also kept waiting. */
type Watched = { readonly stall: number; readonly busy: number; readonly took: number };

async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  // The monitor is started a turn before, so that what the turn before left is not counted.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.enable();
  let busy = 0;
  let before = process.threadCpuUsage();
  const turns = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    busy = Math.max(busy, (user + system) / 1_000);
    before = process.threadCpuUsage();
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const spent = await took(work);
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(turns);
  delay.disable();
  // The monitor's own step is part of what it measures.
  return { stall: Math.max(delay.max / 1e6 - 5, 0), busy, took: spent };
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function stalled({ stall, busy }: Watched): void {
  check('longest main-loop stall meanwhile, ms', stall, targets.stall, `, of its own work at most ${busy.toFixed(1)}`);
}
