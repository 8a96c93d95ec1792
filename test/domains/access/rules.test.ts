/** Who may do what: the table of roles, the right that every signed-in person has, and what nobody may. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract';
import { builtInRoles, type Grant } from '#shared/domains/access/model';
import { builtInGrants, grantsOfBuiltIn, isFresh, mayBeHere, mayGrants, rightsIn } from '#shared/domains/access/rules';
import { givenRights } from '#shared/kernel/operations';
import type { Day } from '#shared/kernel/time';

const may = (role: string, domain: string, right: Parameters<typeof mayGrants>[2]): boolean =>
  mayGrants(grantsOfBuiltIn(role), domain, right);

describe('built-in roles', () => {
  it.each([
    ['owner', 'access', 'configure', true],
    ['privacy-officer', 'approvals', 'approve', true],
    ['manager', 'customers', 'export', true],
    ['manager', 'customers', 'erase', false],
    ['manager', 'access', 'configure', false],
    ['manager', 'access', 'write', false],
    ['manager', 'trail', 'write', false],
    ['staff', 'customers', 'write', true],
    ['staff', 'customers', 'reveal', false],
    ['staff', 'customers', 'export', false],
    ['staff', 'trail', 'read', false],
    ['staff', 'access', 'read', false],
    ['staff', 'fields', 'write', false],
    ['auditor', 'reports', 'export', true],
    ['auditor', 'customers', 'export', false],
    ['auditor', 'obligations', 'write', false],
    ['auditor', 'evidence', 'read', true],
    ['nobody', 'customers', 'read', false],
    ['__proto__', 'customers', 'read', false],
    ['constructor', 'customers', 'read', false],
  ] as const)('%s · %s · %s: %s', (role, domain, right, allowed) => {
    expect(may(role, domain, right)).toBe(allowed);
  });

  it('let an auditor change nothing anywhere but stop their own task', () => {
    const rights = ['write', 'erase', 'approve', 'configure', 'reveal'] as const;
    const allowed = Object.keys(contract).filter((domain) => rights.some((right) => may('auditor', domain, right)));
    expect(allowed).toEqual(['tasks']);
  });

  it('name only domains that are there', () => {
    const known = new Set(['all', ...Object.keys(contract), 'watching']);
    for (const role of builtInRoles) for (const { domain } of builtInGrants[role]) expect(known).toContain(domain);
  });

  it('give a person who signed in their own things, and nobody else', () => {
    expect(may('staff', 'access', 'self')).toBe(true);
    expect(mayGrants([], 'access', 'self')).toBe(true);
    expect(mayGrants(null, 'access', 'self')).toBe(false);
    expect(mayGrants(null, 'access', 'anyone')).toBe(true);
  });
});

const domains = ['customers', 'trail', 'access', 'reports'];
const grants = fc.uniqueArray(
  fc.record({ domain: fc.constantFrom('all', ...domains), rights: fc.uniqueArray(fc.constantFrom(...givenRights)) }),
  { selector: (grant) => grant.domain },
);

/** Said without any library: a domain's own line counts, and the general line only where there is none. */
const plainly = (given: readonly Grant[], domain: string, right: Grant['rights'][number]): boolean =>
  (given.find((grant) => grant.domain === domain) ?? given.find((grant) => grant.domain === 'all'))?.rights.includes(
    right,
  ) ?? false;

test.prop([grants, fc.constantFrom(...domains), fc.constantFrom(...givenRights)])(
  'a domain has exactly the rights of its own line, else those of the general one',
  (given, domain, right) => {
    expect(mayGrants(given, domain, right)).toBe(plainly(given, domain, right));
    expect(rightsIn(given, [domain])[0]?.rights.includes(right)).toBe(plainly(given, domain, right));
  },
);

describe('a proof', () => {
  const now = '2026-11-24T09:00:00.000Z';
  it.each([
    [null, false],
    ['2026-11-24T08:59:59.000Z', true],
    ['2026-11-24T08:50:00.000Z', true],
    ['2026-11-24T08:49:59.999Z', false],
    // The clock was set back after the proof.
    ['2026-11-24T09:00:00.001Z', false],
  ])('given at %s is fresh: %s', (at, fresh) => {
    expect(isFresh(at, now)).toBe(fresh);
  });
});

describe('being here', () => {
  it.each([
    [null, null, true],
    [null, '2026-11-24', true],
    [null, '2026-11-23', false],
    ['2026-01-01T00:00:00.000Z', null, false],
  ])('disabled %s, until %s: %s', (disabledAt, until, allowed) => {
    expect(mayBeHere({ disabledAt, until: until as Day | null }, '2026-11-24' as Day)).toBe(allowed);
  });
});
