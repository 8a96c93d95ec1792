/** Every domain's handlers, under the names of the contract. */
import type { Contract } from '#shared/contract';
import type { Handlers } from '../ipc/context';
import type { HandlerTable } from '../ipc/serve';
import { customersHandlers } from './customers/handlers';
import { fieldsHandlers } from './fields/handlers';
import { importsHandlers } from './imports/handlers';
import { lawHandlers } from './law/handlers';
import { reportsHandlers } from './reports/handlers';
import { tasksHandlers } from './tasks/handlers';
import { trailHandlers } from './trail/handlers';
import { vaultHandlers } from './vault/handlers';

const all: { readonly [D in keyof Contract]: Handlers<Contract[D]> } = {
  vault: vaultHandlers,
  customers: customersHandlers,
  fields: fieldsHandlers,
  imports: importsHandlers,
  reports: reportsHandlers,
  law: lawHandlers,
  trail: trailHandlers,
  tasks: tasksHandlers,
};

/** The same handlers as a table to look names up in; the contract's schemas keep inputs and outputs honest. */
export const handlers = all as unknown as HandlerTable;
