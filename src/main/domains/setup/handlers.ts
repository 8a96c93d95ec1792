/** Answers about the guided set-up and about objectives. */
import { type Language, wordsIn } from '#shared/content/words';
import { namesIn } from '#shared/domains/fields/defaults';
import type { PurposeId } from '#shared/domains/fields/model';
import type { ProposedName } from '#shared/domains/processing/model';
import type { Objectives } from '#shared/domains/setup/model';
import type { setup } from '#shared/domains/setup/operations';
import { questionedFields, setupState } from '#shared/domains/setup/rules';
import { notFound } from '#shared/kernel/failures';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { readBusiness } from '../business/public';
import { listFields, listPurposes } from '../fields/public';
import { makePurposes } from '../processing/public';
import { listObjectives, listSteps, markStep, replaceObjectives } from './store';

export const setupHandlers: Handlers<typeof setup> = {
  state: async ({ db }) => setupState(await listSteps(db)),
  mark: async ({ db, now, caller }, { step, state }) => {
    await markStep(db, step, state, now(), caller.actor.id);
    return setupState(await listSteps(db));
  },
  objectives: ({ db, workbench }, { language }) => readObjectives(db, workbench.law.current(), language),
  want: async ({ db, workbench, now }, { names, language }) => {
    const law = workbench.law.current();
    const wanted = names.map((name) => {
      const objective = law.processing.objectives.find((one) => one.name === name);
      if (objective === undefined) throw notFound('objective');
      return objective;
    });
    await makePurposes(
      db,
      law.processing,
      wanted.map(({ purpose }) => purpose),
      language,
    );
    await replaceObjectives(db, [...new Set<string>(names)], now());
    return readObjectives(db, law, language);
  },
};

async function readObjectives(db: ReadDb, law: Law, language: Language): Promise<Objectives> {
  const [chosen, fields, purposes, business] = await Promise.all([
    listObjectives(db),
    listFields(db),
    listPurposes(db),
    readBusiness(db),
  ]);
  const trade = business.facts?.trade ?? 'processing:other';
  const usual = law.processing.trades.find(({ name }) => name === trade)?.objectives ?? [];
  const named = namesIn(language);
  const label = (name: string): string => named(name, fields.find((field) => field.name === name)?.label ?? name);
  const content = law.processing;
  return {
    objectives: content.objectives.map((one) => {
      const made = purposes.find(({ id }) => id === one.purpose);
      const proposed = content.purposes.find(({ id }) => id === one.purpose);
      return {
        name: one.name as ProposedName,
        wants: wordsIn(one.wants, language),
        how: wordsIn(one.how, language),
        purpose: {
          id: one.purpose as PurposeId,
          name:
            made === undefined
              ? proposed === undefined
                ? one.purpose
                : wordsIn(proposed.name, language)
              : named(made.id, made.name),
          lawfulBasis: made?.lawfulBasis ?? proposed?.lawfulBasis ?? 'consent',
        },
        fields: one.fields.map(label),
        chosen: chosen.includes(one.name),
        usual: usual.includes(one.name),
      };
    }),
    questioned: questionedFields(
      fields,
      content.objectives.filter(({ name }) => chosen.includes(name)),
    ),
  };
}
