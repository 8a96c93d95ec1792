/** An honest hint of how hard a passphrase is to guess: what somebody would try first is worth little, whatever its length. */
import { knownToEverybody } from './known-passphrases';

export type Strength = 0 | 1 | 2 | 3 | 4;

/** Bits of guessing below which each word of the hint applies; each guess costs an attacker a slow computation. */
const below = [28, 40, 50, 64] as const;

/** A word somebody picks is one of a few thousand, however long it is. */
const bitsOfWord = 12.5;
const bitsOfCharacter = 5;
/** A year, a day, a number on a keyboard: few bits. */
const bitsOfDigit = 2.5;

/** 0 (very easy) to 4 (very good). */
export function strengthOf(passphrase: string): Strength {
  const bits = guessingBits(passphrase);
  const step = below.findIndex((limit) => bits < limit);
  return (step === -1 ? 4 : step) as Strength;
}

/** A cautious estimate in bits. Typing the same or the next thing again adds almost nothing. */
export function guessingBits(passphrase: string): number {
  const plain = passphrase.normalize('NFKC').toLowerCase();
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (knownToEverybody.some((known) => letters.replace(/\d+$/, '') === known || letters === known)) return 10;
  const seen = new Set<string>();
  let bits = 0;
  for (const [piece] of plain.matchAll(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu)) {
    bits += seen.has(piece) ? 1 : bitsOf(piece);
    seen.add(piece);
  }
  return bits;
}

function bitsOf(piece: string): number {
  const fresh = withoutRuns(piece);
  if (/^\p{N}/u.test(piece)) return fresh * bitsOfDigit;
  if (!/^\p{L}/u.test(piece)) return Math.min(fresh, 3);
  // Up to nine letters in a row may be a word; more are two words, or letters nobody else would put together.
  const asCharacters = fresh * bitsOfCharacter;
  return Math.min(asCharacters, bitsOfWord * Math.max(1, fresh / 9));
}

const keyboardRows = [
  'qwertzuiop',
  'qwertyuiop',
  'asdfghjkl',
  'yxcvbnm',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
];
const neighbours = new Set(
  keyboardRows.flatMap((row) =>
    Array.from(row)
      .slice(1)
      .flatMap((key, at) => [`${row[at]}${key}`, `${key}${row[at]}`]),
  ),
);

/** How many characters are left when repetitions and runs along the alphabet or the keyboard count once. */
function withoutRuns(piece: string): number {
  const characters = Array.from(piece);
  const expected = characters.filter((character, at) => {
    const before = characters[at - 1];
    return (
      before !== undefined && (before === character || (neighbours.has(before + character) && isRun(characters, at)))
    );
  }).length;
  return characters.length - expected;
}

/** Two neighbours are chance; three in a row are a run. */
function isRun(characters: readonly string[], at: number): boolean {
  const pair = (from: number): boolean => neighbours.has(`${characters[from]}${characters[from + 1]}`);
  return pair(at - 2) || pair(at);
}
