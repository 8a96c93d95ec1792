/** Every domain's handlers, under the names of the contract. */
import type { Contract } from '#shared/contract';
import type { Handlers } from '../ipc/context';
import type { HandlerTable } from '../ipc/serve';
import { accessHandlers } from './access/handlers';
import { applicabilityHandlers } from './applicability/handlers';
import { approvalsHandlers } from './approvals/handlers';
import { auditsHandlers } from './audits/handlers';
import { businessHandlers } from './business/handlers';
import { consentsHandlers } from './consents/handlers';
import { backupsHandlers } from './backups/handlers';
import { customersHandlers } from './customers/handlers';
import { devicesHandlers } from './devices/handlers';
import { documentsHandlers } from './documents/handlers';
import { evidenceHandlers } from './evidence/handlers';
import { fieldsHandlers } from './fields/handlers';
import { importsHandlers } from './imports/handlers';
import { lawHandlers } from './law/handlers';
import { obligationsHandlers } from './obligations/handlers';
import { processingHandlers } from './processing/handlers';
import { programmeHandlers } from './programme/handlers';
import { reportsHandlers } from './reports/handlers';
import { responsibilitiesHandlers } from './responsibilities/handlers';
import { risksHandlers } from './risks/handlers';
import { retentionHandlers } from './retention/handlers';
import { setupHandlers } from './setup/handlers';
import { tasksHandlers } from './tasks/handlers';
import { todayHandlers } from './today/handlers';
import { trainingHandlers } from './training/handlers';
import { trailHandlers } from './trail/handlers';
import { vaultHandlers } from './vault/handlers';
import { vendorsHandlers } from './vendors/handlers';
import { watchingHandlers } from './watching/handlers';

const all: { readonly [D in keyof Contract]: Handlers<Contract[D]> } = {
  vault: vaultHandlers,
  access: accessHandlers,
  approvals: approvalsHandlers,
  customers: customersHandlers,
  consents: consentsHandlers,
  retention: retentionHandlers,
  fields: fieldsHandlers,
  imports: importsHandlers,
  reports: reportsHandlers,
  law: lawHandlers,
  applicability: applicabilityHandlers,
  obligations: obligationsHandlers,
  evidence: evidenceHandlers,
  documents: documentsHandlers,
  responsibilities: responsibilitiesHandlers,
  business: businessHandlers,
  processing: processingHandlers,
  vendors: vendorsHandlers,
  setup: setupHandlers,
  today: todayHandlers,
  trail: trailHandlers,
  watching: watchingHandlers,
  devices: devicesHandlers,
  audits: auditsHandlers,
  training: trainingHandlers,
  backups: backupsHandlers,
  risks: risksHandlers,
  programme: programmeHandlers,
  tasks: tasksHandlers,
};

/** The same handlers as a table to look names up in; the contract's schemas keep inputs and outputs honest. */
export const handlers = all as unknown as HandlerTable;
