/** An honest hint of how hard a passphrase is to guess, estimated by zxcvbn with English and German words. Large, so loaded when first needed. */
import { knownToEverybody } from './known-passphrases';

export type Strength = 0 | 1 | 2 | 3 | 4;

/**
 * Guesses (as powers of ten) below which each word of the hint applies. zxcvbn's own steps are made for web sites that
 * slow guessing down; who has a copy of the vault guesses as fast as Argon2id lets them, on as many machines as they rent.
 */
const below = [8.5, 12, 15, 19] as const;

/** More than anybody types by hand; the estimate takes longer the longer the text is. */
const longest = 64;

/** From a passphrase to 0 (very easy) … 4 (very good). */
export type JudgeStrength = (passphrase: string) => Strength;

let loading: Promise<JudgeStrength> | undefined;

export const loadStrength = (): Promise<JudgeStrength> => (loading ??= load());

async function load(): Promise<JudgeStrength> {
  const [{ ZxcvbnFactory }, common, english, german] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-de'),
  ]);
  const estimate = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...german.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return (passphrase) => {
    const plain = passphrase.normalize('NFKC').slice(0, longest);
    if (isKnownToEverybody(plain)) return 0;
    const { guessesLog10 } = estimate.check(plain);
    const step = below.findIndex((limit) => guessesLog10 < limit);
    return (step === -1 ? 4 : step) as Strength;
  };
}

/** What stands in every article about passwords is the first thing tried, with or without spaces and a year behind it. */
function isKnownToEverybody(passphrase: string): boolean {
  const letters = passphrase.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return knownToEverybody.some((known) => letters === known || letters.replace(/\d+$/, '') === known);
}
