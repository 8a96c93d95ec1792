/** The one path: all or nothing with its trail entry, tasks with a beginning and an end, mistakes without a word of input. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLawSource } from '#main/content/law-source';
import { approvalGate } from '#main/domains/approvals/public';
import { appendTrail } from '#main/domains/trail/public';
import { trailHandlers } from '#main/domains/trail/handlers';
import { tasksHandlers } from '#main/domains/tasks/handlers';
import type { AnyHandler, Caller, CommandContext, TaskContext } from '#main/ipc/context';
import type { LogLine } from '#main/ipc/local-log';
import { createServe, type HandlerTable, type Serve } from '#main/ipc/serve';
import { createWorkbench, type Workbench } from '#main/ipc/workbench';
import { noKeychain } from '#main/vault/keychain';
import { makeVault } from '#main/vault/vault';
import type { TrailEntry } from '#shared/domains/trail/model';
import { type Answer, brokenRule } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';

const now = '2026-11-24T09:00:00.000Z' as Instant;
const canary = 'Rosa Canary 4711';
let root: string;
let workbench: Workbench;
let logged: LogLine[];
let told: { topic: string; value: unknown }[];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'steward-serve-'));
  logged = [];
  told = [];
  workbench = createWorkbench({
    folder: join(root, 'vault'),
    choice: null,
    clock: { now: () => now },
    keychain: noKeychain,
    law: createLawSource(join(root, 'content')),
    dialogs: { openFile: async () => null, openFolder: async () => null, saveFile: async () => '/tmp/chosen' },
    log: { write: (line) => logged.push(line) },
    emit: (topic, value) => told.push({ topic, value }),
  });
  const { vault } = await makeVault(workbench.folder, noKeychain, {
    passphrase: 'correct horse battery',
    useKeychain: false,
    now,
  });
  await vault.confirmKit(now);
  workbench.open(vault);
});
afterEach(async () => {
  await workbench.lock();
  rmSync(root, { recursive: true, force: true });
});

const owner: Caller = { actor: { id: 'owner', role: 'owner' }, origin: 'page' };
const terminal: Caller = { ...owner, origin: 'terminal' };

/** Serve on the real trail and tasks, and one handler of ours in place of a real one. */
function serveWith(domain: string, operation: string, handler: unknown): Serve {
  const table: HandlerTable = {
    trail: trailHandlers as never,
    tasks: tasksHandlers as never,
    [domain]: { [operation]: handler as AnyHandler },
  };
  return createServe(workbench, table, { appendTrail, approvals: approvalGate });
}
const trailOf = async (serve: Serve): Promise<TrailEntry[]> => {
  const answer = (await serve({ domain: 'trail', operation: 'list', input: {}, caller: owner })) as Answer<{
    entries: TrailEntry[];
  }>;
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.entries.reverse();
};
const insert = (db: CommandContext['db'], id: string) =>
  db.driver.run("insert into purposes (id, name, lawful_basis, position) values (?, 'n', 'consent', 1)", [id]);
const purposes = async () => (await workbench.read().driver.all('select id from purposes')).map((row) => row['id']);
const addPurpose = {
  domain: 'fields',
  operation: 'addPurpose',
  input: { name: canary, lawfulBasis: 'consent' },
  caller: owner,
};

describe('a command', () => {
  it('is committed with its entry, which holds ids and names and nothing personal', async () => {
    const serve = serveWith('fields', 'addPurpose', async ({ db }: CommandContext) => {
      await insert(db, 'kept');
      return { id: 'kept', name: canary, lawfulBasis: 'consent', revision: 1 };
    });
    expect(await serve(addPurpose)).toMatchObject({ ok: true });
    expect(await purposes()).toEqual(['kept']);
    const entries = await trailOf(serve);
    expect(entries).toMatchObject([
      { number: 1, event: 'fields.purpose-added', actor: 'owner', origin: 'page', facts: { purpose: 'kept' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(canary);
    expect(told).toContainEqual({ topic: 'changed', value: { domain: 'fields' } });
  });

  it.each([
    [
      'breaks a rule',
      async () => {
        throw brokenRule('fields.purpose-required');
      },
      { code: 'rule', rule: 'fields.purpose-required' },
    ],
    [
      'makes a mistake',
      async () => {
        throw new TypeError(`cannot read ${canary}`);
      },
      { code: 'bug' },
    ],
    ['answers something else than promised', async () => ({ id: 'UPPER', name: canary }), { code: 'bug' }],
  ])('that %s leaves neither its work nor an entry', async (_what, then, failure) => {
    const serve = serveWith('fields', 'addPurpose', async ({ db }: CommandContext) => {
      await insert(db, 'half-done');
      return then();
    });
    expect(await serve(addPurpose)).toMatchObject({ ok: false, failure });
    expect(await purposes()).toEqual([]);
    expect(await trailOf(serve)).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(canary);
    expect(logged).toHaveLength(failure.code === 'bug' ? 1 : 0);
  });

  it('waits for the one before, so that two never share a transaction', async () => {
    const order: string[] = [];
    const serve = serveWith('fields', 'addPurpose', async ({ db }: CommandContext) => {
      const id = `p${order.length}`;
      order.push('begins');
      await insert(db, id);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('ends');
      return { id: 'x1', name: 'n', lawfulBasis: 'consent', revision: 1 };
    });
    await Promise.all([serve(addPurpose), serve(addPurpose), serve(addPurpose)]);
    expect(order).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
    expect(await trailOf(serve)).toHaveLength(3);
  });

  it('is refused while the recovery kit is unconfirmed', async () => {
    await workbench.vault().renewKit(now);
    const serve = serveWith('fields', 'addPurpose', async () => ({}));
    expect(await serve(addPurpose)).toEqual({ ok: false, failure: { code: 'rule', rule: 'vault.kit-unconfirmed' } });
  });
});

describe('a task', () => {
  const find = (caller = owner, task?: string) => ({
    domain: 'customers',
    operation: 'findDuplicates',
    input: {},
    caller,
    ...(task ? { task } : {}),
  });

  it('has a beginning and an end in the trail', async () => {
    const serve = serveWith('customers', 'findDuplicates', async ({ progress }: TaskContext) => {
      progress({ stage: 'looking', done: 1, total: 2, unit: 'rows' });
      return { clusters: 3 };
    });
    expect(await serve(find(owner, 'my-task'))).toEqual({ ok: true, value: { clusters: 3 } });
    expect((await trailOf(serve)).map(({ event, stage, facts }) => [event, stage, facts])).toEqual([
      ['customers.duplicates-sought', 'started', {}],
      ['customers.duplicates-sought', 'finished', { clusters: 3 }],
    ]);
    expect(told).toContainEqual({
      topic: 'progress',
      value: { task: 'my-task', stage: 'looking', done: 1, total: 2, unit: 'rows' },
    });
  });

  it('that fails says so in the trail, and what it wrote in its transaction is gone', async () => {
    const serve = serveWith('customers', 'findDuplicates', ({ write }: TaskContext) =>
      write(async (db) => {
        await insert(db, 'half-done');
        throw new Error(canary);
      }),
    );
    expect(await serve(find())).toMatchObject({ ok: false, failure: { code: 'bug' } });
    expect(await purposes()).toEqual([]);
    expect((await trailOf(serve)).map(({ stage, facts }) => [stage, facts])).toEqual([
      ['started', {}],
      ['failed', { failure: 'bug' }],
    ]);
    expect(JSON.stringify(logged)).not.toContain(canary);
  });

  it('may finish inside its transaction: work and entry together, and one entry only', async () => {
    const serve = serveWith('customers', 'findDuplicates', ({ finish }: TaskContext) =>
      finish(async (db) => {
        await insert(db, 'kept');
        return { clusters: 1 };
      }),
    );
    expect(await serve(find())).toMatchObject({ ok: true });
    expect((await trailOf(serve)).map(({ stage }) => stage)).toEqual(['started', 'finished']);
  });

  it('can be cancelled, by name or by locking, and stops', async () => {
    const serve = serveWith(
      'customers',
      'findDuplicates',
      ({ signal }: TaskContext) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const running = serve(find(owner, 'long'));
    await expect.poll(() => trailOf(serve)).toHaveLength(1);
    expect(await serve({ domain: 'tasks', operation: 'cancel', input: { task: 'long' }, caller: owner })).toEqual({
      ok: true,
      value: { found: true },
    });
    expect(await running).toEqual({ ok: false, failure: { code: 'unavailable', resource: 'cancelled' } });
    expect((await trailOf(serve)).at(-1)).toMatchObject({ stage: 'failed', facts: { failure: 'cancelled' } });
    const second = serve(find());
    await workbench.lock();
    expect(await second).toMatchObject({ ok: false });
  });

  it('of a page may name neither a file to write nor one to read that nobody picked', async () => {
    const ask = (handler: (context: TaskContext) => Promise<unknown>, caller: Caller) =>
      serveWith('customers', 'findDuplicates', handler)(find(caller));
    const forbidden = { ok: false, failure: { code: 'forbidden', permission: 'files.name' } };
    expect(await ask(({ fileToRead }) => fileToRead('/etc/passwd', []), owner)).toEqual(forbidden);
    expect(await ask(({ fileToWrite }) => fileToWrite('/etc/passwd', 'x', []), owner)).toEqual(forbidden);
    workbench.picked.add('/tmp/picked.csv');
    expect(
      await ask(async ({ fileToRead }) => ({ clusters: (await fileToRead('/tmp/picked.csv', [])).length }), owner),
    ).toMatchObject({ ok: true });
    expect(
      await ask(async ({ fileToRead }) => ({ clusters: (await fileToRead('/any/where', [])).length }), terminal),
    ).toMatchObject({ ok: true });
    expect(await ask(({ fileToRead }) => fileToRead(undefined, []), owner)).toEqual({
      ok: false,
      failure: { code: 'unavailable', resource: 'cancelled' },
    });
  });
});

describe('the trail', () => {
  it('refuses to be changed, shortened or overwritten, and shows what got past the triggers', async () => {
    const serve = serveWith('fields', 'addPurpose', async ({ db, newId }: CommandContext) => {
      await insert(db, newId('pur'));
      return { id: 'x1', name: 'n', lawfulBasis: 'consent', revision: 1 };
    });
    for (let count = 0; count < 9; count += 1) await serve(addPurpose);
    const { driver } = workbench.vault().store.writer;
    const verify = async () =>
      (await serve({ domain: 'trail', operation: 'verify', input: {}, caller: owner })) as {
        ok: true;
        value: { sound: boolean; fault: unknown };
      };
    expect((await verify()).value).toMatchObject({ sound: true, entries: 9 });
    for (const attack of [
      "update trail_entries set entry = replace(entry, 'owner', 'nobody') where number = 4",
      'delete from trail_entries where number = 9',
      "insert or replace into trail_entries select number, replace(entry, 'owner', 'x'), leaf from trail_entries where number = 4",
      'insert into trail_entries select 99, entry, leaf from trail_entries where number = 4',
    ]) {
      await expect(driver.exec(attack)).rejects.toThrow(/trail entries/);
    }
    await driver.exec(
      'drop trigger trail_entries_never_change; drop trigger trail_entries_never_go; drop trigger trail_subjects_never_go',
    );
    const tampered = async (attack: string, fault: unknown) => {
      await driver.exec(`savepoint tamper; ${attack}`);
      await driver.exec('release tamper');
      expect((await verify()).value).toMatchObject({ sound: false, fault });
    };
    await driver.exec('create table spare as select * from trail_entries');
    const mend = () =>
      driver.exec('delete from trail_entries; insert into trail_entries select * from spare order by number');
    await tampered("update trail_entries set entry = replace(entry, 'owner', 'nobody') where number = 4", {
      number: 4,
      code: 'changed',
    });
    await mend();
    await tampered('delete from trail_entries where number = 9', { number: 9, code: 'tree-differs' });
    await mend();
    await tampered('delete from trail_entries where number = 3', { number: 3, code: 'missing' });
    await mend();
    await tampered(
      'update trail_entries set entry = (select entry from spare where number = 5), leaf = (select leaf from spare where number = 5) where number = 4',
      { number: 4, code: 'out-of-order' },
    );
  });
});
