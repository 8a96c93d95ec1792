/** The commands of the terminal, each a few lines around the same operations the page uses. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { CustomerId } from '#shared/domains/customers/model';
import { mostFound } from '#shared/domains/customers/operations';
import { Delimiter, Encoding, type ImportReport, ProfileName } from '#shared/domains/imports/model';
import { ReportFormat } from '#shared/domains/reports/model';
import { writeDurably } from '#main/files/durable';
import { auditCommands } from './audit-commands';
import { formatOf, needed, oneOf, pathOf, UsageError, wholeNumber } from './arguments';
import { backupCommands } from './backup-commands';
import type { Command } from './command';
import { consentCommands } from './consent-commands';
import { deviceCommands } from './device-commands';
import { dutyCommands } from './duty-commands';
import { keyCommands } from './key-commands';
import { programmeCommands } from './programme-commands';
import { askUnseen, takeFromEnvironment } from './passphrase';
import { trainingCommands } from './training-commands';
import { retentionCommands } from './retention-commands';
import { watchCommands } from './watch-commands';
import { userCommands } from './user-commands';

const numbers = new Intl.NumberFormat('en');

export const commands: Readonly<Record<string, Command>> = {
  init: {
    says: 'init --vault DIR [--kit FILE] [--keychain]      make a vault and its recovery kit',
    vault: 'folder',
    takes: 0,
    uses: ['kit', 'keychain'],
    run: async ({ ask }, { values }) => {
      const kitFile = values.kit === undefined ? undefined : pathOf(values.kit);
      // Before there is a vault: a kit that cannot be written, or would replace another vault's, must not cost one.
      if (kitFile !== undefined) await assertRoomForKit(kitFile, pathOf(needed(values.vault, '--vault DIR')));
      const passphrase = takeFromEnvironment() ?? (await askUnseen('New passphrase: '));
      const { kit, keychain } = await ask('vault', 'create', { passphrase, useKeychain: values.keychain });
      const words = kit.words.map((word, index) => `${String(index + 1).padStart(2)} ${word}`);
      // In a terminal the words are handed over here and now; there is no second screen to type them back on.
      const shown = kit.challenge.positions.map((position) => kit.words[position - 1] ?? '');
      if (kitFile !== undefined) await writeDurably(kitFile, kitText(kit.storeId, kit.madeAt, words));
      await ask('vault', 'confirmKit', { words: shown });
      return {
        value: {
          vault: pathOf(needed(values.vault, '--vault DIR')),
          storeId: kit.storeId,
          keychain,
          ...(kitFile === undefined ? { kit: kit.words } : { kitFile }),
        },
        lines: [
          `The vault ${kit.storeId} is ready.`,
          ...(kitFile === undefined
            ? [
                'Write these 24 words down and keep them away from this computer. They open the vault when the passphrase is lost:',
                ...words,
              ]
            : [`The recovery kit is in ${kitFile}. Print it, keep it away from this computer, and delete the file.`]),
        ],
      };
    },
  },
  import: {
    says: 'import FILE --vault DIR [--profile auto|NAME] [--encoding NAME] [--delimiter C] [--country CC] [--same-email keep-apart|merge]',
    vault: 'open',
    takes: 1,
    uses: ['user', 'profile', 'encoding', 'delimiter', 'country', 'same-email', 'sheet'],
    run: async ({ ask }, { words, values }) => {
      const file = pathOf(needed(words[1], 'The FILE to import'));
      const delimiter = values.delimiter === 'tab' ? '\t' : values.delimiter;
      const value = importedOf(
        await ask('imports', 'run', {
          file,
          options: {
            profile: oneOf(values.profile, ['auto', ...ProfileName.options], '--profile') ?? 'auto',
            encoding: oneOf(values.encoding, ['auto', ...Encoding.options], '--encoding') ?? 'auto',
            delimiter: oneOf(delimiter, ['auto', ...Delimiter.options], '--delimiter') ?? 'auto',
            sameEmailOtherName: oneOf(values['same-email'], ['keep-apart', 'merge'], '--same-email') ?? 'keep-apart',
            ...(values.country === undefined ? {} : { defaultCountry: countryOf(values.country) }),
            ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
          },
        }),
      );
      const { rows, imported, merged, quarantined, skipped, profile, encoding, dropped, warnings } = value;
      return {
        value,
        lines: [
          `${numbers.format(rows)} rows = ${numbers.format(imported)} imported + ${numbers.format(merged)} merged + ${numbers.format(quarantined)} quarantined + ${numbers.format(skipped)} skipped`,
          `Read as ${profile}, ${encoding}, delimiter ${value.delimiter === '\t' ? 'tab' : value.delimiter}.`,
          ...(dropped.length > 0 ? [`Dropped columns: ${dropped.join(', ')}.`] : []),
          ...Object.entries(warnings).map(([code, count]) => `${numbers.format(count ?? 0)} × ${code}: kept as typed.`),
        ],
      };
    },
  },
  search: {
    says: 'search TEXT --vault DIR [--limit N]',
    vault: 'open',
    takes: Infinity,
    uses: ['user', 'limit'],
    run: async ({ ask }, { words, values }) => {
      const text = needed(words.slice(1).join(' '), 'The TEXT to search');
      const { rows, more } = await ask('customers', 'search', {
        text,
        limit: wholeNumber(values.limit, 50, '--limit', 1, mostFound),
      });
      return {
        value: { rows, more },
        lines:
          rows.length === 0
            ? ['Nothing found.']
            : rows.map((row) => [row.id, row.name, row.email ?? '', row.phone ?? '', row.company ?? ''].join('\t')),
      };
    },
  },
  customers: {
    says: 'customers count|show ID|export --out FILE.{csv,xlsx,json} [--text TEXT] --vault DIR',
    vault: 'open',
    takes: { count: 0, show: 1, export: 0 },
    uses: { count: ['user', 'text'], show: ['user'], export: ['user', 'out', 'format', 'text'] },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      const filter = values.text === undefined ? {} : { text: values.text };
      switch (words[1]) {
        case 'count': {
          const { total } = await ask('customers', 'count', { filter });
          return { value: { total }, lines: [numbers.format(total)] };
        }
        case 'show': {
          const id = CustomerId.safeParse(needed(words[2], 'The ID of the customer'));
          if (!id.success) throw new UsageError('An ID looks like C-1042.');
          const customer = await ask('customers', 'get', { id: id.data });
          return {
            value: customer,
            lines: [
              ...Object.entries({ id: customer.id, ...customer.fields, ...customer.custom }).map(
                ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : value}`,
              ),
              ...customer.masked.map((name) => `${name}: (masked)`),
            ],
          };
        }
        case 'export': {
          const file = pathOf(needed(values.out, '--out FILE'));
          const format = formatOf(given, ['csv', 'xlsx', 'json']);
          const done = await ask('customers', 'export', { selection: { filter }, format, file });
          return {
            value: done,
            lines: [
              `${numbers.format(done.rows)} customers written to ${done.file} and counted again.`,
              ...(done.leftOut.length > 0
                ? [`Left out, because you do not see them: ${done.leftOut.join(', ')}.`]
                : []),
            ],
          };
        }
        default:
          throw new UsageError('Say: customers count, customers show ID, or customers export --out FILE.');
      }
    },
  },
  report: {
    says: 'report holdings --vault DIR --out FILE.{pdf,docx,html,csv,xlsx,json} [--language en|de]',
    vault: 'open',
    takes: { holdings: 0 },
    uses: { holdings: ['user', 'out', 'format', 'language'] },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      if (words[1] !== 'holdings') throw new UsageError('There is one report so far: report holdings.');
      const file = pathOf(needed(values.out, '--out FILE'));
      const format = formatOf(given, ReportFormat.options);
      const language = oneOf(values.language, ['en', 'de'], '--language') ?? 'en';
      const done = await ask('reports', 'exportHoldings', { format, language, file });
      return {
        value: done,
        lines: [
          `${numbers.format(done.fields)} fields of ${numbers.format(done.people)} people written to ${done.file} and checked again.`,
        ],
      };
    },
  },
  ...dutyCommands,
  ...auditCommands,
  ...keyCommands,
  ...watchCommands,
  ...userCommands,
  ...consentCommands,
  ...retentionCommands,
  ...deviceCommands,
  ...programmeCommands,
  ...trainingCommands,
  ...backupCommands,
};

/** What a script may rely on after an import; the file's name it knows, and when it was is in the trail. */
const importedOf = ({ fileName: _name, startedAt: _from, finishedAt: _to, undoneAt: _undone, ...rest }: ImportReport) =>
  rest;

function countryOf(typed: string): string {
  const country = typed.toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) throw new UsageError('--country takes the two letters of a country, such as DE.');
  return country;
}

/** Throws when the recovery kit could not be written to `file`, or would stand where something is. */
async function assertRoomForKit(file: string, vault: string): Promise<void> {
  if (!relative(vault, file).startsWith('..'))
    throw new UsageError('Keep the kit away from the vault: --kit must name a file outside its folder.');
  if (existsSync(file)) throw new UsageError('There is a file of this name already. --kit must name a new one.');
  await writeDurably(file, '');
  await rm(file);
}

const kitText = (storeId: string, madeAt: string, words: readonly string[]): string =>
  [
    `Steward recovery kit`,
    `Vault ${storeId}, made ${madeAt}`,
    '',
    ...words,
    '',
    'These words open the vault when the passphrase is lost: open Steward, choose "Use the recovery kit", type them in this order.',
    '',
  ].join('\n');
