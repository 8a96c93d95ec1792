/** The one list of operations: what may cross the line between a page or a terminal and main. */
import { access } from '#shared/domains/access/operations';
import { audits } from '#shared/domains/audits/operations';
import { applicability } from '#shared/domains/applicability/operations';
import { approvals } from '#shared/domains/approvals/operations';
import { business } from '#shared/domains/business/operations';
import { consents } from '#shared/domains/consents/operations';
import { backups } from '#shared/domains/backups/operations';
import { customers } from '#shared/domains/customers/operations';
import { devices } from '#shared/domains/devices/operations';
import { documents } from '#shared/domains/documents/operations';
import { evidence } from '#shared/domains/evidence/operations';
import { fields } from '#shared/domains/fields/operations';
import { imports } from '#shared/domains/imports/operations';
import { law } from '#shared/domains/law/operations';
import { obligations } from '#shared/domains/obligations/operations';
import { processing } from '#shared/domains/processing/operations';
import { programme } from '#shared/domains/programme/operations';
import { reports } from '#shared/domains/reports/operations';
import { responsibilities } from '#shared/domains/responsibilities/operations';
import { risks } from '#shared/domains/risks/operations';
import { retention } from '#shared/domains/retention/operations';
import { setup } from '#shared/domains/setup/operations';
import { tasks } from '#shared/domains/tasks/operations';
import { today } from '#shared/domains/today/operations';
import { training } from '#shared/domains/training/operations';
import { trail } from '#shared/domains/trail/operations';
import { vault } from '#shared/domains/vault/operations';
import { vendors } from '#shared/domains/vendors/operations';
import { watching } from '#shared/domains/watching/operations';
import type { InputOf, Operation, Operations, OutputOf } from '#shared/kernel/operations';

export const contract = {
  vault,
  access,
  approvals,
  today,
  customers,
  consents,
  retention,
  fields,
  imports,
  law,
  applicability,
  obligations,
  evidence,
  documents,
  responsibilities,
  business,
  processing,
  vendors,
  setup,
  reports,
  trail,
  watching,
  devices,
  audits,
  training,
  backups,
  risks,
  programme,
  tasks,
} satisfies Readonly<Record<string, Operations>>;

export type Contract = typeof contract;
export type DomainName = keyof Contract;
export type OperationName<D extends DomainName> = Extract<keyof Contract[D], string>;

export type Asked<D extends DomainName, O extends OperationName<D>> = Contract[D][O] extends Operation
  ? InputOf<Contract[D][O]>
  : never;
export type Answered<D extends DomainName, O extends OperationName<D>> = Contract[D][O] extends Operation
  ? OutputOf<Contract[D][O]>
  : never;

/** Finds an operation by name; only own properties count, so `__proto__` and `toString` are not there. */
export function findOperation(domain: unknown, operation: unknown): Operation | undefined {
  if (typeof domain !== 'string' || typeof operation !== 'string') return undefined;
  if (!Object.hasOwn(contract, domain)) return undefined;
  const operations: Operations = contract[domain as DomainName];
  return Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}
