/** When a version of a product stops getting security updates: dated facts from the packs, looked up by what a system says of itself. */
import type { Lifecycle } from '#shared/content/pack';
import type { Day } from '#shared/kernel/time';
import type { EndOfLife } from './model';

/** Null when the product or the version is not in the list. Versions match whole or by their first parts: `24.04` is `24.04.1`'s. */
export function endOfLifeOf(
  lifecycles: readonly Lifecycle[],
  product: string | null,
  version: string | null,
  today: Day,
): EndOfLife | null {
  const found = lifecycles.find((one) => one.product === product);
  if (found === undefined || version === null) return null;
  const wanted = version.trim().toLowerCase();
  const match = found.versions
    .filter(({ version: known }) => wanted === known.toLowerCase() || wanted.startsWith(`${known.toLowerCase()}.`))
    .toSorted((a, b) => b.version.length - a.version.length)[0];
  if (match === undefined) return null;
  return {
    title: `${found.title} ${match.version}`,
    ends: match.ends as Day | null,
    source: found.source,
    confidence: match.confidence,
    isPast: match.ends !== null && match.ends < today,
  };
}
