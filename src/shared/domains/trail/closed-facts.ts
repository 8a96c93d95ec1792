/** What may stand in a leaf: numbers, yes and no, and names from closed lists. Free text, and so personal data, has no way in. */
import type { TrailEntry } from './model';

/** Ids, slugs, digests, editions: no space, no `@`, no letter outside ASCII, never long enough to be a sentence. */
const token = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/;
const factName = /^[a-z][A-Za-z0-9]{0,39}$/;

export const isToken = (text: string): boolean => token.test(text);

/** The name of the first member that is not closed, or null. Names only: a value must not reach an error. */
export function openFact(facts: TrailEntry['facts']): string | null {
  for (const [name, fact] of Object.entries(facts)) {
    if (!factName.test(name)) return 'a name';
    if (!isClosed(fact)) return name;
  }
  return null;
}

function isClosed(fact: TrailEntry['facts'][string]): boolean {
  if (typeof fact === 'string') return isToken(fact);
  if (typeof fact === 'number') return Number.isFinite(fact);
  return Array.isArray(fact) ? fact.every(isToken) : true;
}
