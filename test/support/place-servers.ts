/** Real servers on this computer for each kind of place: S3, Azure Blob, SFTP and WebDAV, each started when asked for and stopped after. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf } from '#main/backup/places/sftp';
import type { PlaceLogin } from '#main/backup/places/open-place';
import type { PlaceAddress } from '#shared/domains/backups/address';

const require = createRequire(import.meta.url);

export type PlaceServer = { readonly address: PlaceAddress; readonly login: PlaceLogin; stop(): Promise<void> };

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isUp) return;
    await sleep(100);
  }
  throw new Error(`Nothing answers on port ${port}.`);
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

export async function startS3(): Promise<PlaceServer> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-s3-'));
  const port = await freePort();
  const S3rver = require('s3rver') as new (options: object) => { run(): Promise<unknown>; close(): Promise<void> };
  const server = new S3rver({
    port,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'backups' }],
  });
  await server.run();
  return {
    address: {
      kind: 's3',
      bucket: 'backups',
      prefix: 'office/one',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
    },
    login: { user: 'S3RVER', secret: 'S3RVER' },
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The account and key that Azurite has when nothing else is said; they are public. */
const azurite = {
  account: 'devstoreaccount1',
  key: Buffer.from(
    'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    'base64',
  ),
};

export async function startAzure(): Promise<PlaceServer> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-azure-'));
  const port = await freePort();
  const script = require.resolve('azurite/dist/src/blob/main.js');
  const words = [
    '--blobPort',
    String(port),
    '--location',
    folder,
    '--silent',
    '--skipApiVersionCheck',
    '--disableTelemetry',
  ];
  const child = spawn(process.execPath, [script, ...words], { stdio: 'ignore' });
  await answers(port);
  const endpoint = `http://127.0.0.1:${port}/${azurite.account}`;
  const { BlobServiceClient, StorageSharedKeyCredential } = await import('@azure/storage-blob');
  const secret = azurite.key.toString('base64');
  const service = new BlobServiceClient(endpoint, new StorageSharedKeyCredential(azurite.account, secret));
  await service.createContainer('backups');
  return {
    address: { kind: 'azure', account: azurite.account, container: 'backups', prefix: '', endpoint },
    login: { user: azurite.account, secret },
    stop: async () => {
      await stopped(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const sshdFile = ['/usr/sbin/sshd', '/usr/local/sbin/sshd'].find((file) => existsSync(file));

/** OpenSSH's own server, for the user the tests run as, with keys made for this one run. */
export async function startSftp(): Promise<PlaceServer> {
  if (sshdFile === undefined) throw new Error('There is no sshd on this computer.');
  const folder = mkdtempSync(join(tmpdir(), 'steward-sftp-'));
  const port = await freePort();
  for (const name of ['host', 'user'])
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)], { stdio: 'ignore' });
  writeFileSync(join(folder, 'authorized'), readFileSync(join(folder, 'user.pub')), { mode: 0o600 });
  writeFileSync(
    join(folder, 'config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, 'host')}`,
      `AuthorizedKeysFile ${join(folder, 'authorized')}`,
      `PidFile ${join(folder, 'pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin prohibit-password',
      'Subsystem sftp internal-sftp',
    ].join('\n'),
  );
  // Debian's server wants this folder for a process that has dropped its rights.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const child = spawn(sshdFile, ['-D', '-f', join(folder, 'config')], { stdio: 'ignore' });
  await answers(port);
  const publicKey = Buffer.from(readFileSync(join(folder, 'host.pub'), 'utf8').split(' ')[1] ?? '', 'base64');
  return {
    address: {
      kind: 'sftp',
      host: '127.0.0.1',
      port,
      user: userInfo().username,
      folder: join(folder, 'place'),
      hostKey: fingerprintOf(publicKey),
    },
    login: { user: userInfo().username, secret: readFileSync(join(folder, 'user'), 'utf8') },
    stop: async () => {
      await stopped(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startWebdav(): Promise<PlaceServer> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-webdav-'));
  const port = await freePort();
  const { v2 } = (await import('webdav-server')) as unknown as { v2: Record<string, new (...words: never[]) => never> };
  const Any = v2 as unknown as Record<
    string,
    new (...words: unknown[]) => Record<string, (...words: unknown[]) => unknown>
  >;
  const users = new (
    Any['SimpleUserManager'] as never as new () => { addUser(name: string, secret: string, admin: boolean): object }
  )();
  const user = users.addUser('backup', 'correct horse', false);
  const rights = new (
    Any['SimplePathPrivilegeManager'] as never as new () => {
      setRights(user: object, path: string, rights: string[]): void;
    }
  )();
  rights.setRights(user, '/', ['all']);
  const server = new (
    Any['WebDAVServer'] as never as new (options: object) => {
      setFileSystemAsync(path: string, system: object): Promise<unknown>;
      startAsync(port: number): Promise<unknown>;
      stopAsync(): Promise<unknown>;
    }
  )({
    hostname: '127.0.0.1',
    port,
    requireAuthentification: true,
    httpAuthentication: new (Any['HTTPBasicAuthentication'] as never as new (users: object, realm: string) => object)(
      users,
      'steward',
    ),
    privilegeManager: rights,
  });
  await server.setFileSystemAsync(
    '/',
    new (Any['PhysicalFileSystem'] as never as new (folder: string) => object)(folder),
  );
  await server.startAsync(port);
  return {
    address: { kind: 'webdav', url: `http://127.0.0.1:${port}/`, user: 'backup' },
    login: { user: 'backup', secret: 'correct horse' },
    stop: async () => {
      await server.stopAsync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
