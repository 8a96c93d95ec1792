/** Countries by name in English, German, French and Spanish, or by code, to ISO 3166-1 alpha-2. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import spanish from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import { fold } from '#shared/kernel/text';
import { oneLine, remembering } from './normalise-text';

type Names = Readonly<Record<string, string | readonly string[]>>;

/** Names people write that the lists do not have. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  GB: [
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Great Britain',
    'UK',
    'U.K.',
    'Schottland',
    'Angleterre',
    'Inglaterra',
  ],
  US: [
    'USA',
    'U.S.A.',
    'U.S.',
    'United States',
    'United States of America',
    'Etats-Unis',
    'EE. UU.',
    'EEUU',
    'Vereinigte Staaten',
  ],
  NL: ['Holland', 'The Netherlands', 'Hollande', 'Holanda'],
  CZ: ['Czech Republic', 'Czechia', 'Tschechien', 'Tschechische Republik', 'République tchèque'],
  DE: ['Deutschland', 'BRD', 'Federal Republic of Germany'],
  CH: ['Suisse', 'Schweiz', 'Svizzera'],
  KR: ['South Korea', 'Korea', 'Südkorea'],
  RU: ['Russia', 'Russland', 'Russie', 'Rusia'],
  TR: ['Turkey', 'Türkei', 'Türkiye'],
  AE: ['UAE'],
};

const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

let table: Map<string, string> | undefined;

function countries(): Map<string, string> {
  if (table) return table;
  const found = new Map<string, string>();
  const ambiguous = new Set<string>();
  const put = (name: string, code: string, sure: boolean): void => {
    const key = keyOf(name);
    const before = found.get(key);
    if (sure || before === undefined) found.set(key, code);
    else if (before !== code) ambiguous.add(key);
  };
  for (const { countries: names } of [english, german, french, spanish] as readonly { countries: Names }[]) {
    for (const [code, name] of Object.entries(names)) for (const one of [name].flat()) put(one, code, false);
  }
  // A name that means two countries is not understood rather than guessed.
  for (const key of ambiguous) found.delete(key);
  for (const [two, three] of codes as readonly (readonly string[])[]) {
    if (!two || !three) continue;
    put(two, two, true);
    put(three, two, true);
  }
  for (const [code, names] of Object.entries(alsoCalled)) for (const name of names) put(name, code, true);
  table = found;
  return found;
}

const answer = remembering((text): { code: string | null } => ({
  code: countries().get(keyOf(oneLine(text))) ?? null,
}));

/** The alpha-2 code, or null when the text names no country. */
export const normaliseCountry = (text: string): string | null => answer(text).code;
