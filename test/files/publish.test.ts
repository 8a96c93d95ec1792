/** Files for people appear whole or not at all, and what stood there before stays until the new one has been checked. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countCsv, writeCsv } from '#main/files/csv';
import { publish } from '#main/files/publish';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the new file takes the place of the old one when it has been checked, not before', async () => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, 'old');
  const done = await publish(
    file,
    (temporary) => writeFile(temporary, 'new and longer'),
    async (temporary) => {
      expect(readFileSync(file, 'utf8')).toBe('old');
      return readFileSync(temporary, 'utf8');
    },
  );
  expect(done).toEqual({ found: 'new and longer', bytes: 14 });
  expect(readFileSync(file, 'utf8')).toBe('new and longer');
  expect(readdirSync(folder)).toEqual(['list.csv']);
});

test.each(['write', 'check'])('when %s fails the old file stays and nothing is left beside it', async (failing) => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, 'old');
  const fail = (): never => {
    throw new Error('no');
  };
  await expect(
    publish(
      file,
      async (temporary) => {
        await writeFile(temporary, 'half');
        if (failing === 'write') fail();
      },
      async () => (failing === 'check' ? fail() : undefined),
    ),
  ).rejects.toThrow('no');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['list.csv']);
});

test('rows are counted as they were written; a torn file is no file', async () => {
  const file = join(folder, 'rows.csv');
  const rows = [
    ['1', 'a "quoted" one, with a comma'],
    ['2', 'two\r\nlines'],
    ['3', ''],
  ];
  await writeCsv(file, ['Number', 'Text'], [rows.slice(0, 2), [], rows.slice(2)]);
  expect(await countCsv(file)).toBe(3);
  const whole = readFileSync(file);
  for (const kept of [whole.length - 1, whole.length - 2, whole.indexOf('lines') + 2]) {
    writeFileSync(file, whole.subarray(0, kept));
    await expect(countCsv(file)).rejects.toThrow('The written file');
  }
});
