/** Answers about people, roles and who is signed in. */
import QRCode from 'qrcode';
import type { Role, RoleId } from '#shared/domains/access/model';
import { builtInRoles } from '#shared/domains/access/model';
import type { access } from '#shared/domains/access/operations';
import { builtInGrants } from '#shared/domains/access/rules';
import { AppError, brokenRule, conflict, notFound, unavailable } from '#shared/kernel/failures';
import { fold } from '#shared/kernel/text';
import type { Instant } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { addPerson, changePerson, disablePerson, personWith, resetPassphrase } from './manage-people';
import { decideReview, finishReview, reviewsAndNext, startReview } from './reviews';
import { keepRecoveryCodes, newRecoveryCodes, newSecret, setUpAddress, stepOf } from './second-factor';
import { chooseFirst, confirmCode, prove, refreshSession, signInWith } from './sign-in';
import {
  confirmSecret,
  customerExists,
  deleteRole,
  insertGlassBreak,
  listGlassBreaks,
  listOwnRoles,
  listPeople,
  putRole,
  putSecret,
  readSecondFactor,
  removeSecondFactor,
  reviewGlass,
} from './store';
import { domainNames, whoIsHere } from './who';

/** Minutes for which masked data stay visible after a purpose was stated. */
const glassMinutes = 15;

export const accessHandlers: Handlers<typeof access> = {
  who: ({ workbench }) => whoIsHere(workbench),
  signIn: async ({ workbench, caller }, { person, passphrase }) => {
    await signInWith({ workbench, origin: caller.origin }, person, passphrase);
    return whoIsHere(workbench);
  },
  confirmCode: async ({ workbench, caller }, { code }) => {
    await confirmCode({ workbench, origin: caller.origin }, code);
    return whoIsHere(workbench);
  },
  chooseFirst: async ({ workbench, caller }, { current, next }) => {
    await chooseFirst({ workbench, origin: caller.origin }, current, next);
    return whoIsHere(workbench);
  },
  signOut: async ({ workbench }) => {
    workbench.vault().second.forget();
    workbench.arrive({ state: 'nobody' });
    return whoIsHere(workbench);
  },
  prove: async ({ workbench, caller }, { passphrase, code }) => {
    await prove({ workbench, origin: caller.origin }, caller.actor.id, passphrase, code);
    return {};
  },

  account: ({ db, caller }) => personWith(db, caller.actor.id),
  startSecondFactor: async ({ read, write, caller }) => {
    const { signInName } = await personWith(read(), caller.actor.id);
    if ((await readSecondFactor(read(), caller.actor.id))?.confirmedAt != null)
      throw brokenRule('access.second-factor-there');
    const secret = newSecret();
    await write((db) => putSecret(db, caller.actor.id, secret));
    const qr = await QRCode.toString(setUpAddress(secret, signInName), { type: 'svg', margin: 2 });
    return { secret, qr };
  },
  confirmSecondFactor: async ({ db, now, caller }, { code }) => {
    const factor = await readSecondFactor(db, caller.actor.id);
    if (factor === null || factor.confirmedAt !== null) throw brokenRule('access.no-second-factor-begun');
    const step = stepOf(factor.secret, code, now());
    if (step === null) throw unavailable('wrong-secret', { with: 'code' });
    await confirmSecret(db, caller.actor.id, now(), step);
    const recoveryCodes = newRecoveryCodes();
    await keepRecoveryCodes(db, caller.actor.id, recoveryCodes);
    return { recoveryCodes };
  },
  removeSecondFactor: async ({ db, caller }) => {
    await removeSecondFactor(db, caller.actor.id);
    return {};
  },

  people: async ({ db }) => ({ people: await listPeople(db) }),
  names: async ({ db }) => ({ people: (await listPeople(db)).map(({ id, name }) => ({ id, name })) }),
  addPerson,
  changePerson,
  disablePerson: (context, { id }) => disablePerson(context, id),
  resetPassphrase: (context, { id }) => resetPassphrase(context, id),

  roles: async ({ db }) => ({ roles: await allRoles(db), domains: [...domainNames] }),
  saveRole: async ({ db, permit, workbench }, { id, revision, name, grants }) => {
    const roles = await listOwnRoles(db);
    if (roles.some((role) => role.id !== id && fold(role.name ?? '') === fold(name)))
      throw brokenRule('access.role-name-taken');
    if (grants.some(({ domain }) => domain !== 'all' && !domainNames.includes(domain))) throw notFound('domain');
    if ((id === null) !== (revision === 0)) throw conflict('role');
    if (id !== null && !roles.some((role) => role.id === id)) throw notFound('role');
    const role = { id: id ?? freeId(name, roles), name, grants, revision };
    await permit('rights', { change: 'role-saved', role: role.id });
    if (!(await putRole(db, role))) throw conflict('role');
    await refreshSession(workbench, db);
    return { ...role, builtIn: false, revision: revision + 1 };
  },
  removeRole: async ({ db }, { id }) => {
    if ((await listPeople(db)).some((person) => person.role === id && person.disabledAt === null))
      throw brokenRule('access.role-in-use');
    if (!(await deleteRole(db, id))) throw notFound('role');
    return {};
  },

  breakGlass: async ({ db, now, caller, may }, { customer, reason }) => {
    if (!may('read', 'customers')) throw new AppError({ code: 'forbidden', permission: 'customers.read' });
    const number = Number(customer.slice(2));
    if (!(await customerExists(db, number))) throw notFound('customer');
    const until = new Date(Date.parse(now()) + glassMinutes * 60_000).toISOString() as Instant;
    return insertGlassBreak(db, { person: caller.actor.id, customer: number, reason, at: now(), until });
  },
  glassBreaks: async ({ db }, { open }) => ({ breaks: await listGlassBreaks(db, open) }),
  reviewGlassBreak: async ({ db, now, caller }, { id, verdict, note }) => {
    const reviewed = await reviewGlass(db, id, { by: caller.actor.id, at: now(), verdict, note });
    if (reviewed === null) throw brokenRule('access.own-look');
    return reviewed;
  },

  reviews: ({ db }) => reviewsAndNext(db),
  startReview: (context) => startReview(context),
  decideReview,
  finishReview: (context, { review, language }) => finishReview(context, review, language),
};

async function allRoles(db: ReadDb): Promise<Role[]> {
  const builtIn = builtInRoles.map((id): Role => ({
    id: id as RoleId,
    name: null,
    builtIn: true,
    grants: [...builtInGrants[id]].map((grant) => ({ ...grant, rights: [...grant.rights] })),
    revision: 1,
  }));
  return [...builtIn, ...(await listOwnRoles(db))];
}

/** A short id out of the name, with a number where it is taken. */
function freeId(name: string, roles: readonly Role[]): RoleId {
  const stem = `own-${
    fold(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 30) || 'role'
  }`;
  const taken = new Set<string>(roles.map((role) => role.id));
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id as RoleId;
}
