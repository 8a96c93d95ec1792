/** Who may do what: one readable table of role, domain and right. Checked in serve, never only on a page. */
import { createMongoAbility, type MongoAbility } from '@casl/ability';
import type { GivenRight, Right } from '#shared/kernel/operations';
import type { Day } from '#shared/kernel/time';
import type { BuiltInRole, Grant } from './model';

const look: GivenRight[] = ['read'];
const work: GivenRight[] = ['read', 'write'];
const every: GivenRight[] = ['read', 'write', 'reveal', 'export', 'erase', 'approve', 'configure'];

/**
 * The built-in roles. `all` stands for every domain that is not named in the same role.
 * Who configures access can give themselves anything, so only owner and privacy officer do, and two of them together.
 */
export const builtInGrants: Readonly<Record<BuiltInRole, readonly Grant[]>> = {
  owner: [{ domain: 'all', rights: every }],
  'privacy-officer': [{ domain: 'all', rights: every }],
  manager: [
    { domain: 'all', rights: ['read', 'write', 'export'] },
    { domain: 'access', rights: look },
    { domain: 'approvals', rights: work },
    { domain: 'trail', rights: look },
    { domain: 'vault', rights: look },
  ],
  staff: [
    { domain: 'all', rights: look },
    { domain: 'customers', rights: work },
    // Whoever is on the phone writes down a no at once.
    { domain: 'consents', rights: work },
    { domain: 'imports', rights: work },
    { domain: 'evidence', rights: work },
    { domain: 'tasks', rights: work },
    { domain: 'approvals', rights: work },
    { domain: 'today', rights: look },
    { domain: 'access', rights: [] },
    { domain: 'trail', rights: [] },
    { domain: 'watching', rights: [] },
  ],
  auditor: [
    { domain: 'all', rights: ['read', 'export'] },
    // An auditor checks the programme; the customers themselves are seen, never taken away.
    { domain: 'customers', rights: look },
    { domain: 'tasks', rights: work },
  ],
};

/** The grants of a built-in role; null for a name that is none, which may nothing. */
export const grantsOfBuiltIn = (role: string): readonly Grant[] | null =>
  Object.hasOwn(builtInGrants, role) ? builtInGrants[role as BuiltInRole] : null;

type Ability = MongoAbility<[GivenRight, string]>;
const abilities = new WeakMap<readonly Grant[], Ability>();

/** An ability that answers `can(right, domain)` for one role's grants; made once for each list of grants. */
export function abilityOf(grants: readonly Grant[]): Ability {
  const there = abilities.get(grants);
  if (there !== undefined) return there;
  const made = makeAbility(grants);
  abilities.set(grants, made);
  return made;
}

function makeAbility(grants: readonly Grant[]): Ability {
  const general = grants.find((grant) => grant.domain === 'all');
  const named = grants.filter((grant) => grant.domain !== 'all');
  return createMongoAbility<Ability>([
    ...(general?.rights ?? []).map((action) => ({ action, subject: 'all' })),
    // A named domain has exactly its own rights: what the general line gives is taken back first.
    ...named.flatMap(({ domain, rights }) => [
      ...(general?.rights ?? []).map((action) => ({ action, subject: domain, inverted: true })),
      ...rights.map((action) => ({ action, subject: domain })),
    ]),
  ]);
}

/**
 * Whether grants allow a right in a domain. `null` grants are nobody's: only what `anyone` may. `self` is allowed to
 * everybody who has signed in, since it is about their own things.
 */
export function mayGrants(grants: readonly Grant[] | null, domain: string, right: Right): boolean {
  if (right === 'anyone') return true;
  if (grants === null) return false;
  return right === 'self' || abilityOf(grants).can(right, domain);
}

/** The rights in every domain, as the readable table shows them. */
export const rightsIn = (grants: readonly Grant[], domains: readonly string[]): Grant[] => {
  const ability = abilityOf(grants);
  return domains.map((domain) => ({ domain, rights: every.filter((right) => ability.can(right, domain)) }));
};

/** Whether somebody may sign in and go on working on this day. */
export const mayBeHere = (person: { disabledAt: string | null; until: Day | null }, today: Day): boolean =>
  person.disabledAt === null && (person.until === null || today <= person.until);

/** Who holds the second key, where there is one: these two roles and nobody else, whatever rights a role of one's own has. */
export const holdsSecondKey = (role: string): boolean => role === 'owner' || role === 'privacy-officer';

/** Minutes for which a shown passphrase or code counts for what needs a fresh proof. */
export const proofMinutes = 10;

/** A proof from the future is none: the clock was set back since. */
export function isFresh(provenAt: string | null, now: string): boolean {
  if (provenAt === null) return false;
  const age = Date.parse(now) - Date.parse(provenAt);
  return age >= 0 && age <= proofMinutes * 60_000;
}
