/** Citations in the language of the reader. A citation is kept as its pack writes it; the pack says how others write it. */
import type { Pack } from './pack';
import { type Language, wordsIn } from './words';

export type CitationIn = (citation: string, language: Language) => string;

/** A citation no pack translates is the same in every language. */
export function createCitations(packs: readonly Pick<Pack, 'citations'>[]): CitationIn {
  const known = new Map(packs.flatMap((pack) => pack.citations.map((words) => [words.en, words] as const)));
  return (citation, language) => {
    const words = known.get(citation);
    return words === undefined ? citation : wordsIn(words, language);
  };
}
