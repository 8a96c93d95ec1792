/** The terminal's commands about devices and this computer. */
import { UsageError } from './arguments';
import type { Command } from './command';

export const deviceCommands: Readonly<Record<string, Command>> = {
  devices: {
    says: 'devices list|check --vault DIR                  the register; how this computer is protected',
    vault: 'open',
    takes: { list: 0, check: 0 },
    uses: ['user'],
    run: async ({ ask }, { words }) => {
      switch (words[1] ?? 'list') {
        case 'list': {
          const found = await ask('devices', 'list', {});
          return {
            value: found,
            lines:
              found.length === 0
                ? ['Nothing is in the register.']
                : found.map((one) =>
                    [
                      one.id,
                      one.state,
                      one.name,
                      one.owner ?? '',
                      one.endOfLife?.title ?? '',
                      one.endOfLife?.isPast === true
                        ? `no updates since ${one.endOfLife.ends}`
                        : (one.endOfLife?.ends ?? ''),
                    ].join('\t'),
                  ),
          };
        }
        case 'check': {
          const snapshot = await ask('devices', 'check', {});
          return {
            value: snapshot,
            bad: snapshot.answers.some(({ state }) => state === 'bad'),
            lines: [
              ...snapshot.answers.map((one) =>
                [one.state, one.check, one.detail ?? '', one.reason ?? ''].join('\t').trimEnd(),
              ),
              ...snapshot.changed.map(({ check, before, after }) => `changed\t${check}\t${before} -> ${after}`),
              `Kept as ${snapshot.id}, SHA-256 ${snapshot.digest}.`,
            ],
          };
        }
        default:
          throw new UsageError('Say: devices list, or devices check.');
      }
    },
  },
};
