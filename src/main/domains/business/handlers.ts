/** Answers about the business itself. */
import type { business } from '#shared/domains/business/operations';
import type { TradeName } from '#shared/domains/business/model';
import { wordsIn } from '#shared/content/words';
import { conflict } from '#shared/kernel/failures';
import { insertVersion } from '../../db/versions';
import type { Handlers } from '../../ipc/context';
import { readBusiness, theBusiness } from './facts';

export const businessHandlers: Handlers<typeof business> = {
  facts: ({ db }) => readBusiness(db),
  trades: async ({ workbench }, { language }) =>
    workbench.law
      .current()
      .processing.trades.map(({ name, title, vendors }) => ({
        name: name as TradeName,
        title: wordsIn(title, language),
        vendors: vendors.map((words) => wordsIn(words, language)),
      })),
  save: async ({ db, now, caller }, { revision, facts }) => {
    const version = { id: theBusiness, version: revision + 1, at: now(), by: caller.actor.id, ended: false };
    if (!(await insertVersion(db, 'business_profiles', { ...version, content: facts }))) throw conflict('business');
    return readBusiness(db);
  },
};
