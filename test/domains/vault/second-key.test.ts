/** The second key: what is under it is nowhere in the open, only who holds it reads it, and nothing is lost on the way in or out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '#main/ipc/context';
import { callerOf } from '#main/ipc/session';
import { newPair } from '#main/vault/key-pair';
import { isSealed, openText, sealText } from '#main/vault/sealed-text';
import type { CustomerId } from '#shared/domains/customers/model';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench, testPassphrase } from '#test/support/workbench';

const secret = 'allergic to penicillin';
let bench: TestBench;
let rosa: CustomerId;
const passphrase = testPassphrase;
const as = (role: string): Caller => ({
  actor: { id: `per_${role.replaceAll(/[^a-f]/g, '').padEnd(20, '0')}`, role },
  origin: 'page',
});
/** Whoever is signed in. */
const me = (): Caller => ({
  ...callerOf(bench.workbench.session(), 'terminal', bench.workbench.clock.now()),
  provenAt: bench.workbench.clock.now(),
});
const second = () => bench.workbench.vault().second;
const switchTo = (on: boolean) => bench.ask('vault', 'setSecondKey', { on, passphrase }, me());
const show = (id: CustomerId, caller = me()) => bench.ask('customers', 'get', { id }, caller);

beforeEach(async () => {
  bench = await testBench();
  const declaration = {
    purpose: 'serve-customers',
    sensitivity: 'special-category',
    retentionClass: 'customer-relationship',
  } as never;
  await bench.ask('fields', 'add', { label: 'Allergies', kind: 'text', declaration });
  const fields = { full_name: 'Rosa Delgado', email: 'rosa@frames.example' };
  ({ id: rosa } = await bench.ask('customers', 'add', { fields, custom: { x_allergies: 'none known' } }));
  await bench.ask('customers', 'edit', { id: rosa, revision: 1, draft: { fields, custom: { x_allergies: secret } } });
});
afterEach(() => bench.end());

/** Everything the store holds as text, wherever values of customers can be. */
async function everything(): Promise<string> {
  const { driver } = bench.workbench.read();
  const tables = (await driver.all("select name from sqlite_master where type = 'table'")).map(({ name }) =>
    String(name),
  );
  const found = [];
  for (const table of tables.filter((name) => /customer|import|approval/.test(name) && !/search_/.test(name)))
    found.push(JSON.stringify(await driver.all(`select * from "${table}"`)));
  return found.join('\n');
}

/** Adds a person and signs them in with a passphrase of their own. */
async function signInNew(name: string, role: string): Promise<string> {
  const { person, passphrase: first } = await bench.ask(
    'access',
    'addPerson',
    { name, signInName: name, role: role as never },
    { ...me(), origin: 'terminal' },
  );
  const own = `the own words of ${name}`;
  await bench.ask('access', 'signIn', { person: person.id, passphrase: first });
  await bench.ask('access', 'chooseFirst', { current: first, next: own });
  return person.id;
}
const signIn = (person: string, words = passphrase) =>
  bench.ask('access', 'signIn', { person: person as never, passphrase: words });

async function importFile(name: string, rows: readonly string[]): Promise<string> {
  const file = join(bench.folder, name);
  writeFileSync(file, ['Name,Email,Allergies', ...rows].join('\n'));
  const columns = ['full_name', 'email', 'x_allergies'].map((field, index) => ({ index, field }));
  const { id } = await bench.ask('imports', 'run', { file, columns }, { ...me(), origin: 'terminal' });
  return id;
}

describe('values under the second key', () => {
  it('are nowhere in the open, are shown to who holds it, and are as they were when it is switched off', async () => {
    await importFile('before.csv', [
      'Ana Ruiz,rosa@frames.example,dust',
      'Ben Bo,ben at,mould',
      'Cleo,c@frames.example,',
    ]);
    const before = await everything();
    expect(before).toContain(secret);
    await switchTo(true);
    const sealed = await everything();
    for (const text of [secret, 'none known', 'dust', 'mould']) expect(sealed).not.toContain(text);
    expect(await show(rosa)).toMatchObject({ custom: { x_allergies: secret }, masked: [], sealed: [] });
    const [change] = await bench.ask('customers', 'history', { id: rosa }, me());
    expect(change?.changes['x_allergies']).toEqual(['none known', secret]);
    await switchTo(false);
    expect(await everything()).toBe(before);
    expect(second().inUse()).toBeNull();
  });

  it('are masked for everybody else, purpose or not, and counted all the same', async () => {
    const counted = await bench.ask('reports', 'holdings', {});
    await switchTo(true);
    second().forget();
    for (const role of ['owner', 'manager', 'staff']) {
      const seen = await show(rosa, as(role));
      expect(seen).toMatchObject({ custom: {}, masked: ['x_allergies'], sealed: ['x_allergies'] });
      expect(JSON.stringify(await bench.ask('customers', 'history', { id: rosa }, as(role)))).not.toContain(secret);
    }
    const reason = { kind: 'treatment' as const, words: 'in the chair' };
    await bench.ask('access', 'breakGlass', { customer: rosa, reason }, as('staff'));
    expect((await show(rosa, as('staff'))).sealed).toEqual(['x_allergies']);
    expect((await bench.ask('reports', 'holdings', {})).purposes).toEqual(counted.purposes);
  });

  it('can be entered by everybody, stay when somebody saves who does not see them, and move with a merge', async () => {
    await switchTo(true);
    second().forget();
    const fields = { full_name: 'Rosa D. Delgado', email: 'rosa@frames.example' };
    const added = await bench.ask('customers', 'add', { fields, custom: { x_allergies: 'nuts' } }, as('staff'));
    expect(added).toMatchObject({ custom: {}, sealed: ['x_allergies'] });
    const draft = { fields: { ...fields, city: 'Oakland' }, custom: { x_allergies: 'overwritten' } };
    await bench.ask('customers', 'edit', { id: rosa, revision: 2, draft }, as('staff'));
    expect(await everything()).not.toMatch(/nuts|overwritten/);
    await bench.ask('access', 'prove', { passphrase }, me());
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    expect((await show(added.id)).custom).toEqual({ x_allergies: 'nuts' });
    const empty = await bench.ask('customers', 'add', { fields: { full_name: 'Rosa' } });
    second().forget();
    await bench.ask('customers', 'merge', { survivor: empty.id, others: [added.id] }, as('staff'));
    await bench.ask('access', 'prove', { passphrase }, me());
    expect((await show(empty.id)).custom).toEqual({ x_allergies: 'nuts' });
  });

  it('are sealed as they are imported by whoever may import, kept back or not, and come right when they are corrected', async () => {
    await switchTo(true);
    second().forget();
    const id = await importFile('more.csv', ['Ana Ruiz,ana@frames.example,pollen', 'Ben Bo,ben at,mould']);
    expect(await everything()).not.toMatch(/pollen|mould/);
    const { rows } = await bench.ask('imports', 'quarantine', { id: id as never }, as('staff'));
    const [kept] = rows;
    expect(kept?.cells.map(([, cell]) => cell)).toEqual(['Ben Bo', 'ben at', '•••']);
    const corrected = await bench.ask(
      'imports',
      'correct',
      { id: kept?.id ?? 0, cells: ['Ben Bo', 'ben@frames.example', '•••'] },
      as('staff'),
    );
    expect(corrected.state).toBe('imported');
    expect(await everything()).not.toMatch(/pollen|mould/);
    await bench.ask('access', 'prove', { passphrase }, me());
    expect((await show(corrected.customer as CustomerId)).custom).toEqual({ x_allergies: 'mould' });
    const file = join(bench.folder, 'all.json');
    const selection = { filter: {} };
    await bench.ask('customers', 'export', { selection, format: 'json', file }, { ...me(), origin: 'terminal' });
    for (const text of [secret, 'pollen', 'mould']) expect(readFileSync(file, 'utf8')).toContain(text);
    second().forget();
    const done = await bench.ask(
      'customers',
      'export',
      { selection, format: 'json', file },
      { ...me(), origin: 'terminal' },
    );
    expect(done.leftOut).toEqual(['x_allergies']);
    expect(readFileSync(file, 'utf8')).not.toMatch(/sealed:|pollen/);
  });

  it('are sealed or opened when a field becomes special-category or stops being so', async () => {
    await switchTo(true);
    const declare = async (sensitivity: string) => {
      const field = (await bench.ask('fields', 'list', {})).find(({ name }) => name === 'x_allergies');
      const { purpose, retentionClass, revision } = field as NonNullable<typeof field>;
      const declaration = { purpose, retentionClass, sensitivity: sensitivity as never };
      return bench.ask('fields', 'declare', { name: 'x_allergies', revision: revision, declaration }, me());
    };
    await declare('ordinary');
    expect(await everything()).toContain(secret);
    await declare('special-category');
    expect(await everything()).not.toContain(secret);
    second().forget();
    expect(await failureOf(declare('ordinary'))).toMatchObject({ rule: 'vault.second-key-needed' });
    expect(await everything()).not.toContain(secret);
  });
});

describe('who holds the second key', () => {
  it('is the owner and the privacy officer while they are signed in, and nobody else', async () => {
    await switchTo(true);
    const staff = await signInNew('sam', 'staff');
    expect(second().isHeld()).toBe(false);
    expect(second().pair()).toBeNull();
    expect((await show(rosa)).sealed).toEqual(['x_allergies']);
    await signIn('owner');
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    const officer = await signInNew('pia', 'privacy-officer');
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    bench.workbench.arrive({ state: 'nobody' });
    expect(second().isHeld()).toBe(false);
    await signIn(staff, 'the own words of sam');
    expect(second().isHeld()).toBe(false);
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: 'the own words of pia', name: 'pia' });
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    await bench.ask('access', 'signOut', {}, me());
    expect(second().isHeld()).toBe(false);
    const { slots } = await bench.ask('vault', 'keys', {});
    expect(
      slots
        .filter((slot) => slot.second)
        .map(({ kind, person }) => person ?? kind)
        .toSorted(),
    ).toEqual(['kit', 'owner', officer].toSorted());
  });

  it('follows the role: given with it by who holds it, taken away with it', async () => {
    await switchTo(true);
    const sam = await signInNew('sam', 'staff');
    await signIn('owner');
    const has = async () =>
      (await bench.ask('vault', 'keys', {}, me())).slots.find(({ person }) => person === sam)?.second;
    const become = async (role: string) => {
      const person = (await bench.ask('access', 'people', {})).people.find(({ id }) => id === sam);
      const change = { id: sam as never, revision: person?.revision ?? 0, name: 'sam', until: null };
      await bench.ask('access', 'changePerson', { ...change, role: role as never }, me());
    };
    await become('privacy-officer');
    await expect.poll(has).toBe(true);
    await signIn(sam, 'the own words of sam');
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    await signIn('owner');
    // A role that was changed behind Steward's back gives no key; one that was taken away takes it at the next sign-in.
    const { driver } = bench.workbench.vault().store.writer;
    await driver.run("update people set role = 'staff' where id = ?", [sam]);
    await signIn('owner');
    expect(await has()).toBe(false);
    await driver.run("update people set role = 'privacy-officer' where id = ?", [sam]);
    await signIn('owner');
    expect(await has()).toBe(false);
    expect((await bench.ask('vault', 'keys', {}, me())).second.lacking).toEqual([sam]);
    await bench.ask('vault', 'giveSecondKey', { person: sam as never, passphrase }, me());
    expect(await has()).toBe(true);
  });

  it('is whoever has the recovery kit or two sheets as well, also a new kit and new sheets', async () => {
    await switchTo(true);
    const { kit } = await bench.ask('vault', 'newKit', { passphrase }, me());
    const pending = kit.challenge.positions.map((position) => kit.words[position - 1] ?? '');
    await bench.ask('vault', 'confirmKit', { words: pending });
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'kit', words: kit.words.join(' ') });
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    await bench.ask('vault', 'recoverPassphrase', { next: 'a new one for the owner' }, me());
    await bench.workbench.lock();
    await bench.ask('vault', 'unlock', { with: 'passphrase', passphrase: 'a new one for the owner' });
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    await bench.ask('vault', 'changePassphrase', { current: 'a new one for the owner', next: passphrase }, me());
    await bench.reopen();
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
  });

  it('is asked for what cannot be done without it', async () => {
    expect(await failureOf(bench.ask('vault', 'setSecondKey', { on: false, passphrase }, me()))).toMatchObject({
      rule: 'vault.no-second-key',
    });
    const other: Caller = {
      actor: { id: 'owner', role: 'own-boss', grants: [{ domain: 'all', rights: ['read', 'configure', 'reveal'] }] },
      origin: 'page',
    };
    expect(await failureOf(bench.ask('vault', 'setSecondKey', { on: true, passphrase }, other))).toMatchObject({
      rule: 'vault.second-key-not-yours',
    });
    expect(
      await failureOf(bench.ask('vault', 'setSecondKey', { on: true, passphrase: 'not it at all' }, me())),
    ).toMatchObject({ resource: 'wrong-secret' });
    await switchTo(true);
    const boss = await signInNew('sam', 'staff');
    expect(await failureOf(bench.workbench.vault().renewKit(bench.workbench.clock.now()))).toMatchObject({
      rule: 'vault.second-key-needed',
    });
    expect(await failureOf(second().give(boss))).toMatchObject({ rule: 'vault.second-key-needed' });
  });
});

describe('a change of the second key', () => {
  it('is all or nothing: what fails or is interrupted leaves the one from before', async () => {
    const before = await everything();
    const slots = () => bench.workbench.vault().slots();
    const withSeconds = () =>
      slots().slots.filter(({ hold }) => hold.form === 'pair' && (hold.seconds ?? []).length > 0).length;
    // The disk fills, say, after the customers and before the history.
    const { driver } = bench.workbench.vault().store.writer;
    await driver.exec(
      `create trigger no_more before update on customer_changes begin select raise(abort, 'no more'); end`,
    );
    expect(await failureOf(switchTo(true))).toMatchObject({ code: 'bug' });
    await driver.exec('drop trigger no_more');
    expect([await everything(), withSeconds(), second().inUse()]).toEqual([before, 0, null]);
    // Killed between the slots and the store.
    await second().prepare(['owner']);
    expect(withSeconds()).toBe(2);
    await bench.reopen();
    expect(withSeconds()).toBe(0);
    // Killed between the store and the slots of an exchange.
    await switchTo(true);
    await second().prepare(['owner']);
    await bench.reopen();
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    const [slot] = slots().slots;
    expect(slot?.hold.form === 'pair' && slot.hold.seconds?.length).toBe(1);
  });

  it('comes with a new data key, and the second key from before opens nothing any more', async () => {
    await switchTo(true);
    const old = second().pair()?.publicKey;
    const content = await bench.workbench.read().driver.all('select box_sealed from second_key_contents');
    await bench.ask('vault', 'rotateKey', { passphrase }, me());
    expect(second().inUse()).not.toBe(old);
    expect(await bench.workbench.read().driver.all('select box_sealed from second_key_contents')).not.toEqual(content);
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
    await bench.reopen();
    expect((await show(rosa)).custom).toEqual({ x_allergies: secret });
  });
});

describe('a sealed value', () => {
  const key = newPair().privateKey;
  const keys = new Map([[7, key]]);
  it('opens only whole, in its field and store, and hides its length in steps', () => {
    const sealed = sealText({ id: 7, key }, 'store', 'x_a', 'äöü yes');
    expect(isSealed(sealed)).toBe(true);
    expect(openText(keys, 'store', 'x_a', sealed)).toBe('äöü yes');
    expect(openText(keys, 'store', 'x_b', sealed)).toBeNull();
    expect(openText(keys, 'other', 'x_a', sealed)).toBeNull();
    expect(openText(new Map([[7, newPair().privateKey]]), 'store', 'x_a', sealed)).toBeNull();
    for (let at = 9; at < sealed.length - 2; at += 5) {
      const flipped = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(openText(keys, 'store', 'x_a', flipped)).toBeNull();
    }
    const lengths = ['', 'no', 'yes', 'x'.repeat(63)].map((text) => sealText({ id: 7, key }, 's', 'f', text).length);
    expect(new Set(lengths).size).toBe(1);
  });
});
