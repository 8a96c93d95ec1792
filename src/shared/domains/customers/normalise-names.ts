/** Names: the whole from its parts, the parts from the whole where that is safe, and how alike two names are. */
import jaroWinkler from 'talisman/metrics/jaro-winkler.js';
import { fold } from '#shared/kernel/text';
import { remembering } from './normalise-text';

/** Words that belong to the family name after them. */
const particles = new Set(
  'van von de der den ten ter del della di da do dos du la le los las zu zum zur af av al bin ibn el mac mc st'.split(
    ' ',
  ),
);

/** Words only organisations have in their names. */
const organisation =
  /\b(?:gmbh|ag|kg|ohg|gbr|ug|e\.?v|ltd|limited|llc|llp|inc|corp|co|sarl|sas|sa|s\.l|sl|bv|nv|oy|ab|aps|spa|srl|plc|company|verein|stiftung)\.?$/i;

const space = / +/;

/** Given and family name when the whole tells them plainly: `Family, Given`, or two to four words; otherwise null. */
export function splitName(full: string): { given: string; family: string } | null {
  const comma = full.split(', ');
  if (comma.length === 2 && comma[0] && comma[1])
    return organisation.test(full) ? null : { given: comma[1], family: comma[0] };
  if (full.includes(',') || /[\d&@/()]/.test(full) || organisation.test(full)) return null;
  const words = full.split(space);
  if (words.length < 2 || words.length > 4) return null;
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()));
  const cut = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') };
}

/** `Given Family` from what there is. */
export const composeName = (given: string | undefined, family: string | undefined): string =>
  given && family ? `${given} ${family}` : (given ?? family ?? '');

/** The search form of a name; the same names come again and again. */
export const foldName = remembering(fold);

const words = (name: string): string[] =>
  foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** 0 to 1. */
export const nameLikeness = (one: string, other: string): number => (one === other ? 1 : jaroWinkler(one, other));

/** Above this two names are taken for spellings of one. */
export const nearEqual = 0.88;

/**
 * True when both names can belong to one person: equal without accents and in any order of words, one blank, initials,
 * one word left out, or spelled nearly alike.
 */
export function namesCompatible(one: string, other: string): boolean {
  if (one === other || one === '' || other === '') return true;
  const mine = words(one);
  const theirs = words(other);
  if (mine.length === 0 || theirs.length === 0) return true;
  const [fewer, more] = mine.length <= theirs.length ? [mine, [...theirs]] : [theirs, [...mine]];
  let whole = 0;
  for (const word of fewer) {
    const found = more.findIndex((candidate) => wordsMatch(word, candidate));
    if (found < 0) return false;
    if (Math.min(word.length, more[found]?.length ?? 0) > 1) whole += 1;
    more.splice(found, 1);
  }
  // "A. B." alone says too little.
  return whole > 0;
}

function wordsMatch(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  return Math.min(one.length, other.length) > 2 && !areCouple(one, other) && jaroWinkler(one, other) >= nearEqual;
}

/** Mario and Maria, Paul and Paula, Kowalski and Kowalska: alike, and two people who may well share an address. */
function areCouple(one: string, other: string): boolean {
  if (one.endsWith('a') === other.endsWith('a')) return false;
  const [withA, without] = one.endsWith('a') ? [one, other] : [other, one];
  const stem = withA.slice(0, -1);
  return without === stem || (without.length === withA.length && without.startsWith(stem)) || without === `${withA}s`;
}
