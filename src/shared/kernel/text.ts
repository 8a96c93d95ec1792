/** Text as people type it, and the folded form it is searched by. */

/** Every combining mark; what is left after decomposition when accents are dropped. */
const marks = /\p{M}+/gu;
// eslint-disable-next-line no-control-regex
const onlyAscii = /^[\x00-\x7f]*$/;

/** Letters that decomposition leaves alone although people type them without. */
const unfolded: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};
const unfoldedPattern = /[ßøđðþłæœıħŧŋ]/g;

/** The search form of a text: lower case, without accents, compatibility forms unified. Same text in, same text out. */
export function fold(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKD')
      .replace(marks, '')
      .toLowerCase()
      // Lower-casing can decompose again (İ becomes i + a dot above).
      .normalize('NFKD')
      .replace(marks, '')
      .replace(unfoldedPattern, (letter) => unfolded[letter] ?? letter)
      .normalize('NFC')
  );
}

/** True when the text has a NUL or half of a surrogate pair: neither survives storage unchanged, so neither is accepted. */
export function hasUnstorableCharacters(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

/** For schemas: text that is stored and read back as it was typed. */
export const isStorable = (text: string): boolean => !hasUnstorableCharacters(text);

/** How many characters a free text may have. Longer ones belong in a file kept as evidence. */
export const longestText = 65_536;
