/** What a new edition changes, and whether it changes anything for this business. */
import { changesBetween, type EditionChange } from '#shared/content/edition-changes';
import type { Pack } from '#shared/content/pack';
import { type Language, type Words, wordsIn } from '#shared/content/words';
import type { EditionDifference } from '#shared/domains/law/model';
import type { Decided } from '../applicability/public';

type Named = { readonly name: string; readonly title?: unknown; readonly obligations?: readonly string[] };

/** In the order of the parts. `decided` are the decisions under the newer edition. */
export function changesFor(before: Pack, after: Pack, decided: Decided, language: Language): EditionDifference[] {
  return changesBetween(before, after).map((change) => ({
    part: change.part,
    name: change.name,
    change: change.change,
    fields: [...change.fields],
    title: titleOf(change, before, after, language),
    yours: isYours(change, before, after, decided),
  }));
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
