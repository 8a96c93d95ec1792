/** The keys from a terminal: what opens the vault, and a new data key. */
import type { Terminal } from './bench';
import { UsageError } from './arguments';
import type { Command, Said } from './command';
import { askUnseen, takeFromEnvironment } from './passphrase';

export const keyCommands: Readonly<Record<string, Command>> = {
  keys: {
    says: 'keys slots|rotate|second [on|off] --vault DIR    what opens the vault; encrypt it under a new key; the second key for special-category fields',
    vault: 'open',
    takes: { slots: 0, rotate: 0, second: 1 },
    uses: ['user'],
    run: async (terminal, given) => {
      const [, what] = given.words;
      if (what === 'slots') return listSlots(terminal);
      if (what === 'rotate') return rotate(terminal);
      if (what === 'second') return secondKey(terminal, given.words[2]);
      throw new UsageError('Say: keys slots, keys rotate, keys second, or keys second on|off.');
    },
  },
};

async function listSlots({ ask }: Terminal): Promise<Said> {
  const { slots } = await ask('vault', 'keys', {});
  return {
    value: slots,
    lines: slots.map(({ kind, person, madeAt, confirmed, attemptsLeft, second }) =>
      [
        kind.padEnd(11),
        (person ?? '-').padEnd(18),
        madeAt ?? 'not recorded',
        ...(confirmed === false ? ['not confirmed'] : []),
        ...(attemptsLeft === 0 ? ['blocked: too many failed attempts'] : []),
        ...(second ? ['with the second key'] : []),
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

/** Without a word more, what there is; else switches it. */
async function secondKey({ ask }: Terminal, to: string | undefined): Promise<Said> {
  if (to !== undefined && to !== 'on' && to !== 'off') throw new UsageError('Say: keys second, or keys second on|off.');
  if (to !== undefined)
    await ask('vault', 'setSecondKey', {
      on: to === 'on',
      passphrase: takeFromEnvironment() ?? (await askUnseen('Passphrase: ')),
    });
  const { second } = await ask('vault', 'keys', {});
  return {
    value: second,
    lines: [
      second.since === null ? 'There is no second key.' : `The second key is on since ${second.since}.`,
      ...(second.since !== null && second.fields.length > 0 ? [`Under it: ${second.fields.join(', ')}.`] : []),
      ...(second.lacking.length > 0 ? [`May hold it and do not have it yet: ${second.lacking.join(', ')}.`] : []),
    ],
  };
}
