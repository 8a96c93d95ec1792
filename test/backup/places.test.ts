/** Every kind of place against a real server on this computer: the verbs mean the same everywhere, and a backup comes back whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Destination } from '#main/backup/destination';
import { keepsForEver, openPlace } from '#main/backup/places/open-place';
import type { PlaceKind } from '#shared/domains/backups/model';
import { assertWhole, faultsInBackup } from '#test/support/fault-series';
import { failureOf } from '#test/support/failure-of';
import { faultKinds } from '#test/support/faulty-place';
import { backUp } from '#test/support/backup';
import { type PlaceServer, sshdFile, startAzure, startS3, startSftp, startWebdav } from '#test/support/place-servers';
import { testBench, type TestBench } from '#test/support/workbench';

/** Every operation of a backup, or some of them; `STEWARD_FAULTS=1` runs all. */
const isWhole = process.env['STEWARD_FAULTS'] === '1';
vi.setConfig({ testTimeout: isWhole ? 900_000 : 30_000 });

let bench: TestBench;
let folder: string;
beforeAll(async () => {
  bench = await testBench();
  folder = mkdtempSync(join(tmpdir(), 'steward-places-'));
});
afterAll(async () => {
  await bench.end();
  rmSync(folder, { recursive: true, force: true });
});

const quick = { waits: [10, 10, 10], limit: 10_000 };
const kinds: [PlaceKind, (() => Promise<PlaceServer>) | null][] = [
  ['folder', null],
  ['s3', startS3],
  ['azure', startAzure],
  ...(sshdFile === undefined ? [] : ([['sftp', startSftp]] as [PlaceKind, () => Promise<PlaceServer>][])),
  ['webdav', startWebdav],
];

describe.each(kinds)('a place of the kind %s', (kind, start) => {
  let server: PlaceServer;
  let place: Destination;
  beforeAll(async () => {
    server = (await start?.()) ?? {
      address: { kind: 'folder', folder: join(folder, 'place') },
      login: { user: '', secret: '' },
      stop: async () => undefined,
    };
    place = await openPlace(server.address, server.login, { make: true, patience: quick });
  });
  afterAll(async () => {
    await place?.close();
    await server?.stop();
  });

  test('puts only where nothing is, gives parts, lists and removes', async () => {
    const bytes = Buffer.from('0123456789');
    expect(await place.put('data/one', bytes)).toBe('written');
    expect(await place.put('data/one', Buffer.from('other'))).toBe('there');
    expect(await place.get('data/one')).toEqual(bytes);
    expect(await place.get('data/one', { from: 2, bytes: 3 })).toEqual(Buffer.from('234'));
    expect(await place.get('data/one', { from: 9, bytes: 2 })).toEqual(Buffer.from('9'));
    expect(await place.get('data/one', { last: 4 })).toEqual(Buffer.from('6789'));
    expect(await place.get('data/none')).toBeNull();
    expect(await place.get('data/none', { from: 0, bytes: 1 })).toBeNull();
    expect(await place.holds('data/one', bytes)).toBe(true);
    expect(await place.holds('data/one', Buffer.from('0123456780'))).toBe(false);
    expect(await place.list('data')).toEqual([{ name: 'data/one', bytes: 10 }]);
    expect(await place.list('')).toEqual([]);
    expect(await place.remove('data/one')).toBe('removed');
    expect(await place.remove('data/one')).toBe('removed');
    expect(await place.list('data')).toEqual([]);
  });

  test('is not said to keep for ever what it lets go', async () => {
    expect(await keepsForEver(place, 'data/probe', Buffer.from('probe'))).toBe(false);
  });

  test('keeps a backup that is whole, and the next one', async () => {
    await backUp(bench.workbench, place);
    await backUp(bench.workbench, place);
    expect(await assertWhole(bench, place, true)).toBe(2);
  });

  test.each(isWhole ? faultKinds : (['partly'] as const))(
    '%s at an operation: nothing counts that is not whole',
    async (fault) => {
      const result = await faultsInBackup(bench, place, fault, {
        again: false,
        step: isWhole ? 1 : 41,
        limit: isWhole ? 2_000 : 700,
        start: isWhole ? 1 : 11,
      });
      expect(result.faults).toBeGreaterThan(0);
      if (isWhole) process.stdout.write(`${kind}, ${fault}: ${JSON.stringify(result)}\n`);
    },
  );
});

describe('a server that is not the one we know', () => {
  test.skipIf(sshdFile === undefined)('is refused by its key before anything is sent', async () => {
    const server = await startSftp();
    const other = { ...server.address, hostKey: `SHA256:${'A'.repeat(43)}` } as typeof server.address;
    expect(await failureOf(openPlace(other, server.login, { patience: quick }))).toMatchObject({
      resource: 'backup-place',
      facts: { reason: 'other-host-key' },
    });
    await server.stop();
  });

  test('with the wrong credentials says so', async () => {
    const server = await startWebdav();
    const opening = openPlace(server.address, { user: 'backup', secret: 'wrong' }, { patience: quick });
    expect(await failureOf(opening)).toMatchObject({ facts: { reason: 'wrong-credentials' } });
    await server.stop();
  });

  test('that nobody answers for says so', async () => {
    const opening = openPlace(
      { kind: 'webdav', url: 'http://127.0.0.1:9/', user: 'backup' },
      { user: 'backup', secret: 'x' },
      { patience: quick },
    );
    expect(await failureOf(opening)).toMatchObject({ facts: { reason: 'unreachable' } });
  });
});
