/** The keys from a terminal: what opens the vault, and a new data key. */
import type { Terminal } from './bench';
import { UsageError } from './arguments';
import type { Command, Said } from './command';
import { askUnseen, takeFromEnvironment } from './passphrase';

export const keyCommands: Readonly<Record<string, Command>> = {
  keys: {
    says: 'keys slots|rotate --vault DIR                    what opens the vault; encrypt it under a new key',
    vault: 'open',
    takes: { slots: 0, rotate: 0 },
    uses: ['user'],
    run: async (terminal, given) => {
      const [, what] = given.words;
      if (what === 'slots') return listSlots(terminal);
      if (what === 'rotate') return rotate(terminal);
      throw new UsageError('Say: keys slots, or keys rotate.');
    },
  },
};

async function listSlots({ ask }: Terminal): Promise<Said> {
  const { slots } = await ask('vault', 'keys', {});
  return {
    value: slots,
    lines: slots.map(({ kind, person, madeAt, confirmed, attemptsLeft }) =>
      [
        kind.padEnd(11),
        (person ?? '-').padEnd(18),
        madeAt ?? 'not recorded',
        ...(confirmed === false ? ['not confirmed'] : []),
        ...(attemptsLeft === 0 ? ['blocked: too many failed attempts'] : []),
      ].join(' '),
    ),
  };
}

async function rotate({ ask }: Terminal): Promise<Said> {
  // Asked again even when the keychain opened the vault: a key is not changed by whoever finds an open terminal.
  await ask('vault', 'rotateKey', { passphrase: takeFromEnvironment() ?? (await askUnseen('Passphrase: ')) });
  return {
    value: { rotated: true },
    lines: [
      'The store has a new key, and every page was checked. Make a new backup: older ones still have the old key.',
    ],
  };
}
