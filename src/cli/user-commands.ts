/** People from a terminal: who there is, adding somebody, ending somebody's access. */
import type { Person, RoleId } from '#shared/domains/access/model';
import { RoleId as RoleIdShape } from '#shared/domains/access/model';
import { Day } from '#shared/kernel/time';
import { fold } from '#shared/kernel/text';
import { AppError } from '#shared/kernel/failures';
import type { Terminal } from './bench';
import { type Arguments, needed, UsageError } from './arguments';
import type { Command, Said } from './command';

export const userCommands: Readonly<Record<string, Command>> = {
  users: {
    says: 'users list|add NAME|disable WHO --vault DIR [--as SIGN-IN-NAME] [--role ROLE] [--until DAY]',
    vault: 'open',
    takes: { list: 0, add: 1, disable: 1 },
    uses: { list: ['user'], add: ['user', 'as', 'role', 'until'], disable: ['user'] },
    run: async (terminal, given) => {
      const [, what, who] = given.words;
      if (what === 'list') return listUsers(terminal);
      if (what === 'add') return addUser(terminal, needed(who, 'The name'), given);
      if (what === 'disable') return disableUser(terminal, needed(who, 'Who'));
      throw new UsageError('Say: users list, users add NAME, or users disable WHO.');
    },
  },
};

async function listUsers({ ask }: Terminal): Promise<Said> {
  const { people } = await ask('access', 'people', {});
  return { value: people, lines: people.map(lineOf) };
}

const lineOf = ({ id, name, signInName, role, until, disabledAt, secondFactor, mustChange }: Person): string =>
  [
    id.padEnd(25),
    signInName.padEnd(16),
    role.padEnd(16),
    ...(disabledAt === null ? [] : ['disabled']),
    ...(until === null ? [] : [`until ${until}`]),
    ...(secondFactor ? ['second factor'] : []),
    ...(mustChange ? ['first passphrase not replaced'] : []),
    name,
  ].join(' ');

async function addUser({ ask }: Terminal, name: string, { values }: Arguments): Promise<Said> {
  const role = RoleIdShape.safeParse(values.role ?? 'staff');
  if (!role.success)
    throw new UsageError('--role is owner, privacy-officer, manager, staff, auditor, or a role of your own (own-…).');
  const until = values.until === undefined ? null : Day.safeParse(values.until);
  if (until?.success === false) throw new UsageError('--until takes a day such as 2027-03-31.');
  const { person, passphrase } = await ask('access', 'addPerson', {
    name,
    signInName: values.as ?? fold(name.trim().split(/\s+/)[0] ?? name),
    role: role.data satisfies RoleId,
    until: until?.data ?? null,
  });
  return {
    value: { person, passphrase },
    lines: [
      `${person.name} signs in as ${person.signInName}. First passphrase, to be handed over and replaced at the first sign-in:`,
      passphrase,
    ],
  };
}

async function disableUser({ ask }: Terminal, who: string): Promise<Said> {
  const { people } = await ask('access', 'people', {});
  const found = people.find(({ id, signInName }) => id === who || fold(signInName) === fold(who));
  if (found === undefined) throw new AppError({ code: 'not-found', what: 'person' });
  const person = await ask('access', 'disablePerson', { id: found.id });
  return {
    value: person,
    lines: [`${person.name} cannot sign in any more. If they may have copied the key, change it: steward keys rotate.`],
  };
}
