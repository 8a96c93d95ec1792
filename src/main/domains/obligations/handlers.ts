/** Answers about obligations and measures. */
import { wordsIn } from '#shared/content/words';
import { ObligationState } from '#shared/domains/obligations/model';
import type { obligations } from '#shared/domains/obligations/operations';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import type { Day, Instant } from '#shared/kernel/time';
import type { Handlers } from '../../ipc/context';
import { nextOf } from './next';
import { readRegister } from './register';
import { writeMeasure, writeRecord } from './store';

const dayOf = (now: Instant): Day => now.slice(0, 10) as Day;
const nothingRecorded = {
  state: 'not-started',
  owner: null,
  dueOn: null,
  reviewedOn: null,
  reason: null,
  note: null,
} as const;

export const obligationsHandlers: Handlers<typeof obligations> = {
  list: async ({ db, workbench, now }, { language }) => {
    const { entries } = await readRegister(db, workbench, dayOf(now()), language);
    return entries.map(({ row }) => row);
  },
  summary: async ({ db, workbench, now }, { language }) => {
    const law = workbench.law.current();
    const register = await readRegister(db, workbench, dayOf(now()), language);
    const counts = Object.fromEntries(ObligationState.options.map((state) => [state, 0])) as Record<
      ObligationState,
      number
    >;
    for (const { row } of register.entries) counts[row.state] += 1;
    return { counts, next: nextOf(register, law, language) };
  },
  get: async ({ db, workbench, now }, { name, language }) => {
    const today = dayOf(now());
    const { entries, decided } = await readRegister(db, workbench, today, language);
    const entry = entries.find(({ row }) => row.name === name);
    if (entry === undefined) throw notFound('obligation');
    const { obligation, record, linked, row } = entry;
    const kept =
      record === null
        ? nothingRecorded
        : {
            state: record.state,
            owner: record.owner,
            dueOn: record.dueOn,
            reviewedOn: record.reviewedOn,
            reason: record.reason,
            note: record.note,
          };
    return {
      ...row,
      appliesTo: wordsIn(obligation.appliesTo, language),
      evidenceWanted: wordsIn(obligation.evidence, language),
      reviewMonths: obligation.reviewMonths,
      confidence: obligation.law.confidence,
      reviewer:
        typeof obligation.law.reviewer === 'string' ? obligation.law.reviewer : obligation.law.reviewer.reviewedBy,
      edition: obligation.edition,
      clocks: [...obligation.clocks],
      reasons: (decided.byObligation.get(name)?.reasons ?? []).map(({ because, cite }) => ({
        because: wordsIn(because, language),
        cite: cite === null ? null : workbench.law.current().catalogue.citationIn(cite, language),
      })),
      linked: linked.map(({ one, through }) => ({
        id: one.id,
        title: one.title,
        expiresOn: one.expiresOn,
        expired: one.expiresOn !== null && one.expiresOn < today,
        through,
      })),
      record: kept,
      revision: record?.revision ?? 0,
      recordedUnder: record !== null && record.edition !== obligation.edition ? record.edition : null,
    };
  },
  record: async ({ db, workbench, now }, { name, revision, record }) => {
    const obligation = workbench.law.current().catalogue.obligation(name);
    if (obligation === undefined) throw notFound('obligation');
    if (record.state === 'not-applicable' && (record.reason ?? '').trim() === '')
      throw brokenRule('obligations.reason-needed');
    if (!(await writeRecord(db, name, revision, record, obligation.edition, now()))) throw conflict('obligation');
    return { name, revision: revision === 0 ? 1 : revision + 1 };
  },
  measures: async ({ db, workbench, now }) => {
    const law = workbench.law.current();
    const { entries, measures, evidence } = await readRegister(db, workbench, dayOf(now()), 'en');
    return [...law.catalogue.measures.keys()].toSorted().map((measure) => {
      const kept = measures.get(measure);
      const served = entries.filter(
        ({ obligation, row }) => row.state !== 'not-applicable' && obligation.measures.includes(measure),
      );
      return {
        measure,
        inPlace: kept?.inPlace ?? false,
        owner: kept?.owner ?? null,
        reviewedOn: kept?.reviewedOn ?? null,
        note: kept?.note ?? null,
        revision: kept?.revision ?? 0,
        obligations: served.length,
        regulations: [...new Set(served.map(({ obligation }) => obligation.regulation))],
        evidence: evidence.filter((one) => one.targets.includes(`measure:${measure}`)).length,
      };
    });
  },
  recordMeasure: async ({ db, workbench, now }, { measure, revision, ...kept }) => {
    if (!workbench.law.current().catalogue.measures.has(measure)) throw notFound('measure');
    if (!(await writeMeasure(db, measure, revision, kept, now()))) throw conflict('measure');
    return { measure, revision: revision === 0 ? 1 : revision + 1 };
  },
};
