/** The words of the page, by domain and language. English decides which words there are; the compiler holds the others to it. */
import { de } from '../locales/de';
import { en } from '../locales/en';
import { useLanguage } from './language';

export { useLanguage } from './language';

export type Catalogue = typeof en;
export type WordsOf<D extends keyof Catalogue> = Catalogue[D];

export const catalogues = { en, de } as const satisfies Record<string, Catalogue>;

/** The words of one domain in the page's language. */
export function useWords<D extends keyof Catalogue>(domain: D): Catalogue[D] {
  return catalogues[useLanguage()][domain];
}
