/** Who may do what: one readable table of roles and rights. Checked in serve, never only on a page. */
import type { Right } from '#shared/kernel/operations';

export const roles = ['owner', 'privacy-officer', 'manager', 'staff', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The rights of each role, the same in every domain until roles by domain arrive. */
export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  owner: ['read', 'write', 'export', 'erase', 'approve', 'configure'],
  'privacy-officer': ['read', 'write', 'export', 'erase', 'approve', 'configure'],
  manager: ['read', 'write', 'export'],
  staff: ['read', 'write'],
  auditor: ['read', 'export'],
};

/** `anyone` is for operations that must work before anybody is known. An unknown role may nothing. */
export function mayRole(role: string, right: Right): boolean {
  if (right === 'anyone') return true;
  return (roles as readonly string[]).includes(role) && rightsOf[role as Role].includes(right);
}
