/** Answers about vendors and the connections to them. */
import type {
  IntegrationDraft,
  IntegrationId,
  Integration,
  Vendor,
  VendorDraft,
  VendorId,
} from '#shared/domains/vendors/model';
import type { vendors } from '#shared/domains/vendors/operations';
import { looksLikeSecret } from '#shared/domains/vendors/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import { insertVersion, newestVersions, type Version, type VersionedTable, versionsOf } from '../../db/versions';
import type { CommandContext, Handlers } from '../../ipc/context';
import { peopleWithGrants } from '../access/public';
import { fitting, readAnswers, writeQuestionnaire } from './questionnaires';
import { integrationOf, readRegister } from './register';
import { findQuestionnaire, keepAnswers, listQuestionnaires } from './store';

export const vendorsHandlers: Handlers<typeof vendors> = {
  list: ({ db, workbench, now }, { language }) =>
    readRegister(db, { law: workbench.law.current(), language, today: localDay(now()) }),
  history: async ({ db }, { id }) =>
    (await versionsOf<VendorDraft>(db, 'vendors', id)).map(({ version, at, by, content }) => ({
      ...content,
      revision: version,
      changedAt: at,
      changedBy: by,
    })),
  add: async (context, draft) => {
    await assertPerson(context.db, draft.owner, null);
    return writeVendor(context, context.newId('ven') as VendorId, 1, draft, false);
  },
  change: async (context, { id, revision, vendor }) => {
    const before = await one<VendorDraft>(context.db, 'vendors', id);
    await assertPerson(context.db, vendor.owner, before.content.owner);
    return writeVendor(context, id, revision + 1, vendor, before.ended);
  },
  end: async (context, { id, revision, ended }) => {
    const { content } = await one<VendorDraft>(context.db, 'vendors', id);
    return writeVendor(context, id, revision + 1, content, ended);
  },
  addIntegration: async (context, draft) => {
    await assertIntegration(context.db, draft, null);
    return writeIntegration(context, context.newId('itg') as IntegrationId, 1, draft, false);
  },
  changeIntegration: async (context, { id, revision, integration }) => {
    const before = await one<IntegrationDraft>(context.db, 'integrations', id);
    await assertIntegration(context.db, integration, before.content);
    return writeIntegration(context, id, revision + 1, integration, before.ended);
  },
  endIntegration: async (context, { id, revision, ended }) => {
    const { content } = await one<IntegrationDraft>(context.db, 'integrations', id);
    return writeIntegration(context, id, revision + 1, content, ended);
  },
  questionnaires: ({ db }, { vendor }) => listQuestionnaires(db, vendor),
  ask: (context, input) => writeQuestionnaire(context, input),
  readAnswers: (context, input) => readAnswers(context, input),
  takeAnswers: async ({ db, now }, { answers }) => {
    const { id } = await fitting(db, answers);
    await keepAnswers(db, answers, now());
    const kept = await findQuestionnaire(db, id);
    if (kept === null) throw notFound('questionnaire');
    return kept;
  },
};

async function one<T>(db: ReadDb, table: VersionedTable, id: string): Promise<Version<T>> {
  const found = (await newestVersions<T>(db, table)).find((kept) => kept.id === id);
  if (found === undefined) throw notFound(table === 'vendors' ? 'vendor' : 'integration');
  return found;
}

async function writeVendor(
  { db, workbench, now, caller }: CommandContext,
  id: VendorId,
  version: number,
  content: VendorDraft,
  ended: boolean,
): Promise<Vendor> {
  if (!(await insertVersion(db, 'vendors', { id, version, at: now(), by: caller.actor.id, ended, content })))
    throw conflict('vendor');
  const register = await readRegister(db, { law: workbench.law.current(), language: 'en', today: localDay(now()) });
  const vendor = register.vendors.find((kept) => kept.id === id);
  if (vendor === undefined) throw notFound('vendor');
  return vendor;
}

async function writeIntegration(
  { db, now, caller }: CommandContext,
  id: IntegrationId,
  version: number,
  content: IntegrationDraft,
  ended: boolean,
): Promise<Integration> {
  const next = { id, version, at: now(), by: caller.actor.id, ended, content };
  if (!(await insertVersion(db, 'integrations', next))) throw conflict('integration');
  return integrationOf(next, localDay(now()));
}

/** Whoever looks after it is somebody who can still come in; who was named before may stay. */
async function assertPerson(db: ReadDb, owner: string | null, before: string | null): Promise<void> {
  if (owner === null || owner === before) return;
  const people = (await peopleWithGrants(db)).filter(({ person }) => person.disabledAt === null);
  if (!people.some(({ person }) => person.id === owner)) throw brokenRule('vendors.nobody-by-that-name');
}

/** What opens a system is never kept here, whichever field somebody puts it in. */
async function assertIntegration(db: ReadDb, draft: IntegrationDraft, before: IntegrationDraft | null): Promise<void> {
  if ([draft.name, draft.uses, draft.secretPlace, draft.scope].some(looksLikeSecret))
    throw brokenRule('vendors.looks-like-secret');
  await assertPerson(db, draft.owner, before?.owner ?? null);
  if (draft.vendor !== null) await one(db, 'vendors', draft.vendor);
}
