/** Backups from a terminal: made out of an open vault, and everything else with nothing but the place and a secret. */
import { readFile } from 'node:fs/promises';
import { addressText, type PlaceAddress, readAddress } from '#shared/domains/backups/address';
import type { PlaceLogin } from '#shared/domains/backups/model';
import type { Progress } from '#shared/kernel/operations';
import { systemClock } from '#shared/kernel/time';
import { openPlace } from '#main/backup/places/open-place';
import { openRepository, type Repository } from '#main/backup/repository';
import type { BackupSecret } from '#main/backup/slots';
import { readAll, verifyRepository } from '#main/backup/verify';
import { drillBackup, restoreVault } from '#main/domains/backups/restore-vault';
import { type Arguments, needed, pathOf, UsageError, wholeNumber } from './arguments';
import type { Command, Said } from './command';
import { askUnseen, takeFromEnvironment } from './passphrase';

const numbers = new Intl.NumberFormat('en');

export const backupCommands: Readonly<Record<string, Command>> = {
  backup: {
    says: `backup create|prune --vault DIR --to URL         a URL may be a plain folder
  backup list|verify|drill --from URL [--moment N] [--kit FILE]
  backup restore --from URL --vault NEWDIR [--moment N] [--kit FILE]`,
    vault: 'open',
    takes: { create: 0, prune: 0, list: 0, verify: 0, drill: 0, restore: 0 },
    uses: {
      create: ['user', 'to'],
      prune: ['user', 'to'],
      list: ['from', 'user', 'kit'],
      verify: ['from', 'user', 'kit', 'moment'],
      drill: ['from', 'user', 'kit', 'moment'],
      restore: ['from', 'user', 'kit', 'moment'],
    },
    run: async ({ ask }, { words, values }) => {
      switch (words[1]) {
        case 'create': {
          const address = addressOf(needed(values.to, '--to URL'));
          const value = await ask('backups', 'create', { address, login: takeLogin() });
          return {
            value,
            lines: [
              `Backup ${value.sequence} is at ${addressText(address)}: ${numbers.format(value.bytes)} bytes sent and read back.`,
            ],
          };
        }
        case 'prune': {
          const address = addressOf(needed(values.to, '--to URL'));
          const value = await ask('backups', 'prune', { place: null, address, login: takeLogin() });
          return {
            value,
            lines: [
              value.removed.length === 0
                ? 'Nothing may go.'
                : `Gone: ${value.removed.join(', ')}; ${numbers.format(value.bytes)} bytes freed.`,
              ...(value.refused ? ['The place did not let go of everything.'] : []),
            ],
          };
        }
        default:
          throw new UsageError(
            'Say: backup create, backup list, backup verify, backup restore, backup drill, or backup prune.',
          );
      }
    },
  },
};

/** What needs no vault that is open; null when it is one of the others. */
export async function backupWithoutVault(given: Arguments, show: (moved: Progress) => void): Promise<Said | null> {
  const { words, values } = given;
  const part = words[1] ?? '';
  if (!['list', 'verify', 'drill', 'restore'].includes(part)) return null;
  const address = addressOf(needed(values.from, '--from URL'));
  const into = part === 'restore' ? pathOf(needed(values.vault, '--vault NEWDIR')) : '';
  const sequence = values.moment === undefined ? undefined : wholeNumber(values.moment, 0, '--moment', 1, 99_999_999);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const secret = await secretOf(given);
  const place = await openPlace(address, takeLogin(), { signal: stop.signal });
  try {
    const repository = await openRepository(place, secret);
    const moved = ({ done, total }: { done: number; total: number }): void =>
      show({ task: 'terminal', stage: part, done, total, unit: 'bytes' });
    const asked = { signal: stop.signal, progress: moved, ...(sequence === undefined ? {} : { sequence }) };
    switch (part) {
      case 'list':
        return await listed(repository);
      case 'verify':
        return await verified(repository, stop.signal, moved, sequence);
      case 'drill': {
        const done = await drillBackup(repository, secret, asked);
        return {
          value: { ...done, withWords: secret.with === 'kit' },
          lines: [
            `Backup ${done.sequence} was restored into a folder that is gone again, opened ${secret.with === 'kit' ? 'with the recovery words' : 'with the passphrase'}, and compared: ${numbers.format(done.counts['customers'] ?? 0)} customers, ${numbers.format(done.trail.entries)} entries in the trail, ${done.sampled} evidence files looked at.`,
            `It took ${(done.tookMs / 1_000).toFixed(1)} seconds.`,
          ],
        };
      }
      default: {
        const done = await restoreVault(repository, { ...asked, into, now: systemClock.now });
        return {
          value: done,
          lines: [
            `Backup ${done.sequence} is restored in ${done.folder} and was compared: ${numbers.format(done.counts['customers'] ?? 0)} customers.`,
            ...(done.replayed.entries === 0
              ? []
              : [
                  `Applied again: ${done.replayed.erased} erased since, ${done.replayed.optedOut} no longer subscribed since.`,
                ]),
            'It opens with the same passphrase or recovery words.',
          ],
        };
      }
    }
  } finally {
    await place.close();
  }
}

async function listed(repository: Repository): Promise<Said> {
  const damages: { item: string; what: string }[] = [];
  const manifests = await readAll(repository, damages as never);
  return {
    value: manifests.map(({ manifest }) => ({
      moment: manifest.sequence,
      at: manifest.at,
      customers: manifest.counts['customers'] ?? 0,
      files: manifest.files,
      bytes: manifest.added.bytes,
    })),
    bad: damages.length > 0,
    lines: [
      ...manifests.map(({ manifest }) =>
        [
          manifest.sequence,
          manifest.at,
          `${numbers.format(manifest.counts['customers'] ?? 0)} customers`,
          `${numbers.format(manifest.files)} files`,
          `${numbers.format(manifest.added.bytes)} bytes new`,
        ].join('\t'),
      ),
      ...damages.map(({ item, what }) => `${item}: ${what}`),
    ],
  };
}

async function verified(
  repository: Repository,
  signal: AbortSignal,
  progress: (moved: { done: number; total: number }) => void,
  only: number | undefined,
): Promise<Said> {
  const { damages, backups, packs, bytes, unused } = await verifyRepository(repository, { signal, progress, only });
  return {
    value: { backups, packs, bytes, unused, damages },
    bad: damages.length > 0,
    lines:
      damages.length === 0
        ? [`All of ${backups} backups read again: ${numbers.format(bytes)} bytes in ${packs} packs. Nothing is wrong.`]
        : damages.map(({ item, what }) => `${item}: ${what}`),
  };
}

const problems: Readonly<Record<Exclude<ReturnType<typeof readAddress>, PlaceAddress>, string>> = {
  'unknown-kind': 'A place is a folder, s3://, azure://, sftp:// or webdavs://.',
  'not-understood': 'The address of the place could not be read.',
  'password-in-it':
    'Keep the password out of the address: set STEWARD_PLACE_SECRET (and STEWARD_PLACE_USER) in the environment.',
  'host-key-needed': 'Say which key the server has: sftp://…?host-key=SHA256:… as ssh-keygen -l shows it.',
};

function addressOf(typed: string): PlaceAddress {
  const address = readAddress(typed, pathOf);
  if (typeof address === 'string') throw new UsageError(problems[address]);
  return address;
}

/** The login of a place out of the environment, so that no process started from here inherits it. */
function takeLogin(): PlaceLogin | null {
  const secret = process.env['STEWARD_PLACE_SECRET'];
  const user = process.env['STEWARD_PLACE_USER'] ?? '';
  delete process.env['STEWARD_PLACE_SECRET'];
  return secret === undefined || secret === '' ? null : { user, secret };
}

/** A kit file or the recovery words in the environment, else the passphrase as everywhere. */
async function secretOf({ values }: Arguments): Promise<BackupSecret> {
  const words = process.env['STEWARD_RECOVERY_WORDS'];
  delete process.env['STEWARD_RECOVERY_WORDS'];
  const passphrase = takeFromEnvironment();
  if (values.kit !== undefined) return { with: 'kit', words: await wordsIn(pathOf(values.kit)) };
  if (words !== undefined && words !== '') return { with: 'kit', words };
  return {
    with: 'passphrase',
    passphrase: passphrase ?? (await askUnseen('Passphrase: ')),
    ...(values.user === undefined ? {} : { name: values.user }),
  };
}

/** The numbered words of a kit as `init --kit` writes it. */
async function wordsIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError('The kit could not be read.');
  });
  const found = [...text.matchAll(/^\s*\d{1,2}\.?\s+([a-z]+)\s*$/gm)].map(([, word]) => word ?? '');
  return found.join(' ');
}
