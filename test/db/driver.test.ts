/** Both database bindings keep the same promises and read each other's files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type BindingName, openDriver, sqliteCode } from '#main/db/driver';
import { applySettings, assertSettings } from '#main/db/settings';

const root = mkdtempSync(join(tmpdir(), 'steward-driver-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const key = new Uint8Array(32).fill(9);
const names: BindingName[] = ['journeyapps', 'multiple-ciphers'];

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'it worked', sqliteCode);
}

describe.each(names)('%s', (name) => {
  const other = names.find((one) => one !== name) as BindingName;

  it('writes an encrypted file with safe settings that the other binding reads and extends', async () => {
    const file = join(root, `${name}.db`);
    const writing = await openDriver(file, { mode: 'create', key }, name);
    await applySettings(writing, 'write');
    await assertSettings(writing, 'write');
    await writing.exec('create table t (n integer primary key, s text) strict');
    const { changes, lastId } = await writing.run('insert into t (s) values (?), (?)', ['canary-ä', 'second']);
    expect({ changes, lastId }).toEqual({ changes: 2, lastId: 2 });
    expect(await writing.all('insert into t (s) values (?) returning n', ['third'])).toEqual([{ n: 3 }]);
    await writing.close();
    expect(readFileSync(file).includes('canary')).toBe(false);
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    const reading = await openDriver(file, { mode: 'write', key }, other);
    await applySettings(reading, 'write');
    await assertSettings(reading, 'write');
    expect(await reading.all('select s from t order by n')).toEqual([
      { s: 'canary-ä' },
      { s: 'second' },
      { s: 'third' },
    ]);
    expect(await reading.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await reading.close();
  });

  it('finds text by trigrams and unpacks JSONB', async () => {
    const driver = await openDriver(join(root, `${name}-search.db`), { mode: 'create', key }, name);
    await driver.exec("create virtual table f using fts5 (s, tokenize = 'trigram', detail = none)");
    await driver.run('insert into f (s) select value from json_each(jsonb(?))', ['["größe","hello world"]']);
    expect(await driver.all('select rowid from f where f match ?', ['"llo" AND "wor"'])).toEqual([{ rowid: 2 }]);
    await driver.close();
  });

  it('names a wrong key, a missing file, a busy file and a connection that may not write', async () => {
    const file = join(root, `${name}-refusals.db`);
    const first = await openDriver(file, { mode: 'create', key }, name);
    await first.exec('create table t (n integer)');
    const wrong = await openDriver(file, { mode: 'write', key: new Uint8Array(32) }, name);
    expect(await codeOf(wrong.all('select * from t'))).toBe('SQLITE_NOTADB');
    await wrong.close();
    expect(await codeOf(openDriver(join(root, 'no', 'such.db'), { mode: 'write' }, name))).not.toBe('it worked');
    const reading = await openDriver(file, { mode: 'read', key }, name);
    await expect(reading.run('insert into t values (1)')).rejects.toMatchObject({
      failure: { resource: 'folder-read-only' },
    });
    await reading.close();
    const second = await openDriver(file, { mode: 'write', key }, name);
    await second.exec('pragma busy_timeout = 50');
    await first.exec('begin exclusive');
    expect(await codeOf(second.exec('begin exclusive'))).toBe('SQLITE_BUSY');
    await second.close();
    await first.close();
  });
});
