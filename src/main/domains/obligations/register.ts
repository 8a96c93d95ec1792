/** The register put together: the packs say what there is, the decisions whether it applies, the store how far it is. */
import type { CataloguedObligation } from '#shared/content/catalogue';
import { wordsIn } from '#shared/content/words';
import type { ObligationRow } from '#shared/domains/obligations/model';
import { nextReview, stateOn } from '#shared/domains/obligations/rules';
import type { Day } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { type Decided, decide } from '../applicability/public';
import { documentEvidence } from '../documents/public';
import { currentEvidence, type StoredEvidence } from '../evidence/public';
import { risksShow } from '../risks/public';
import { trainingShows } from '../training/public';
import { type KeptMeasure, type KeptObligation, readMeasures, readRecords } from './store';

export type Register = {
  readonly decided: Decided;
  readonly entries: readonly RegisterEntry[];
  readonly measures: ReadonlyMap<string, KeptMeasure>;
  readonly evidence: readonly StoredEvidence[];
};

export type RegisterEntry = {
  readonly obligation: CataloguedObligation;
  readonly row: ObligationRow;
  readonly record: KeptObligation | null;
  /** Files, documents that were published and read, courses that were passed. */
  readonly linked: readonly { readonly one: Shows; readonly through: string | null }[];
  readonly applies: 'yes' | 'no' | 'open';
};

/** What shows that something is done, by whatever way it came. */
export type Shows = Pick<StoredEvidence, 'title' | 'expiresOn' | 'targets'> & { readonly id: string };

type Language = 'en' | 'de';

export async function readRegister(
  db: ReadDb,
  workbench: Workbench,
  today: Day,
  language: Language,
): Promise<Register> {
  const law = workbench.law.current();
  const [decided, records, measures, evidence] = [
    await decide(db, workbench),
    await readRecords(db),
    await readMeasures(db),
    await currentEvidence(db),
  ];
  const byTarget = new Map<string, Shows[]>();
  const shown = [
    ...(await documentEvidence(db, workbench, today)),
    ...(await trainingShows({ db, workbench, today, language })),
    ...(await risksShow({ db, workbench, today, language })),
  ];
  for (const one of [...evidence, ...shown.map((other) => ({ ...other, targets: [...other.targets] }))])
    for (const target of one.targets) byTarget.set(target, [...(byTarget.get(target) ?? []), one]);
  const entries = law.catalogue.obligations
    .filter(({ law: { status, until } }) => status === 'in-force' && (until === undefined || today < until))
    .map((obligation): RegisterEntry => {
      const applies = decided.byObligation.get(obligation.name)?.applies ?? 'open';
      const record = records.get(obligation.name) ?? null;
      const linked = [
        ...(byTarget.get(obligation.name) ?? []).map((one) => ({ one, through: null })),
        ...obligation.measures.flatMap((measure) =>
          (byTarget.get(`measure:${measure}`) ?? []).map((one) => ({ one, through: measure })),
        ),
      ];
      const serving = obligation.measures.flatMap((name) => measures.get(name) ?? []);
      const reviewedOn = latest([record?.reviewedOn ?? null, ...serving.map((measure) => measure.reviewedOn)]);
      const state = stateOn(today, {
        applies,
        recorded: record?.state ?? null,
        measureInPlace: serving.some((measure) => measure.inPlace),
        evidence: linked.map(({ one }) => one.expiresOn),
        reviewedOn,
        reviewMonths: obligation.reviewMonths,
      });
      const dueOn = record?.dueOn ?? nextReview(reviewedOn, obligation.reviewMonths);
      const matters = state !== 'not-applicable' && state !== 'unknown';
      return {
        obligation,
        record,
        linked,
        applies,
        row: {
          name: obligation.name,
          regulation: obligation.regulation,
          title: wordsIn(obligation.title, language),
          citation: law.catalogue.citationIn(obligation.law.citation, language),
          sentence: wordsIn(obligation.sentence, language),
          core: obligation.core,
          state,
          owner: record?.owner ?? serving.find((measure) => measure.owner !== null)?.owner ?? null,
          dueOn: matters ? dueOn : null,
          inForceFrom:
            obligation.law.since !== undefined && today < obligation.law.since ? (obligation.law.since as Day) : null,
          overdue: matters && dueOn !== null && dueOn < today,
          measures: [...obligation.measures],
          evidence: linked.length,
        },
      };
    });
  return { decided, entries, measures, evidence };
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((newest, day) => (day !== null && (newest === null || day > newest) ? day : newest), null);
