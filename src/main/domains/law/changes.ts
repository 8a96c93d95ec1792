/** What a new edition changes, and whether it changes anything for this business. */
import { changesBetween, type EditionChange } from '#shared/content/edition-changes';
import type { ObligationDecision } from '#shared/content/applicability';
import type { LawFact } from '#shared/content/law-fact';
import type { Pack } from '#shared/content/pack';
import { type Language, type Words, wordsIn } from '#shared/content/words';
import type { DecisionChange, EditionDifference } from '#shared/domains/law/model';
import type { Day } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { Decided } from '../applicability/public';
import { detailsOf } from './change-words';
import { clockExamples } from './clock-examples';

type Named = {
  readonly name: string;
  readonly title?: unknown;
  readonly obligations?: readonly string[];
  readonly law?: LawFact;
};

export type Comparing = {
  /** The law in use: its places and holidays serve both editions. */
  readonly law: Law;
  /** The decisions under the newer edition. */
  readonly decided: Decided;
  readonly language: Language;
  readonly today: Day;
};

/** In the order of the parts. */
export function changesFor(before: Pack, after: Pack, comparing: Comparing): EditionDifference[] {
  const { decided, language } = comparing;
  const examples = clockExamples(before, after, comparing);
  return changesBetween(before, after).map((change) => ({
    part: change.part,
    name: change.name,
    change: change.change,
    fields: [...change.fields],
    title: titleOf(change, before, after, language),
    yours: isYours(change, before, after, decided),
    details: detailsOf(change, find(before, change), find(after, change), language),
    example: change.part === 'clocks' && change.fields.includes('rules') ? examples(change.name) : null,
    inForceFrom: yetToCome(find(after, change), comparing.today),
  }));
}

/** Obligations whose decision for this business the newer edition changes, by the same answers. */
export function decisionsChanged(
  before: readonly ObligationDecision[],
  packs: { readonly before: Pack; readonly after: Pack },
  { decided, language }: Comparing,
): DecisionChange[] {
  const old = new Map(before.map((one) => [one.obligation, one.applies]));
  const now = new Map(
    decided.byPack
      .filter(({ pack }) => pack.manifest.regulation === packs.after.manifest.regulation)
      .flatMap(({ decisions }) => decisions.map((one) => [one.obligation, one.applies] as const)),
  );
  const titles = new Map(
    [...packs.before.obligations, ...packs.after.obligations].map(({ name, title }) => [
      name,
      wordsIn(title, language),
    ]),
  );
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name) ?? null, now.get(name) ?? null];
    // What is new or gone without applying changes nothing for this business.
    if ((was ?? 'no') === (is ?? 'no')) return [];
    return [{ name, title: titles.get(name) ?? name, before: was, after: is }];
  });
}

function yetToCome(one: Named | undefined, today: Day): Day | null {
  const since = one?.law?.since;
  return since !== undefined && today < since ? (since as Day) : null;
}

const find = (pack: Pack, { part, name }: EditionChange): Named | undefined =>
  (pack[part] as readonly Named[]).find((one) => one.name === name);

function titleOf(change: EditionChange, before: Pack, after: Pack, language: Language): string | null {
  const title = (find(after, change) ?? find(before, change))?.title;
  if (typeof title === 'string') return title;
  return typeof title === 'object' && title !== null && 'en' in title ? wordsIn(title as Words, language) : null;
}

/** What belongs to obligations concerns whom they concern, also while that is open; the rest concerns whoever the law does. */
function isYours(change: EditionChange, before: Pack, after: Pack, { byObligation, byPack }: Decided): boolean {
  const concerns = (obligation: string): boolean => (byObligation.get(obligation)?.applies ?? 'no') !== 'no';
  const lawConcerns =
    byPack
      .find(({ pack }) => pack.manifest.regulation === after.manifest.regulation)
      ?.decisions.some(({ applies }) => applies !== 'no') ?? true;
  if (change.part === 'obligations') return byObligation.has(change.name) ? concerns(change.name) : lawConcerns;
  const served = [find(before, change), find(after, change)].flatMap((one) => one?.obligations ?? []);
  return served.length === 0 ? lawConcerns : served.some(concerns);
}
