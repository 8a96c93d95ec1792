/** Languages by tag or by name in English, German, French and Spanish, to BCP 47. */
import { fold } from '#shared/kernel/text';
import { oneLine, remembering } from './normalise-text';

/** The languages whose names are understood; tags of others are too. */
const named =
  'en,de,fr,es,it,pt,nl,da,sv,no,nb,nn,fi,pl,cs,sk,sl,hr,sr,bs,hu,ro,bg,el,tr,ru,uk,lt,lv,et,ga,mt,is,sq,mk,ar,he,fa,hi,zh,ja,ko,vi,th,id,ms,ca,eu,gl,lb'.split(
    ',',
  );

let names: Map<string, string> | undefined;
let codes: Intl.DisplayNames | undefined;

function namesOf(): Map<string, string> {
  if (names) return names;
  names = new Map();
  for (const locale of ['en', 'de', 'fr', 'es']) {
    const display = new Intl.DisplayNames([locale], { type: 'language' });
    for (const code of named) {
      const name = display.of(code);
      if (name) names.set(fold(name), code);
    }
  }
  for (const code of named) {
    const own = new Intl.DisplayNames([code], { type: 'language' }).of(code);
    if (own) names.set(fold(own), code);
  }
  return names;
}

function read(text: string): string | null {
  const line = oneLine(text);
  const byName = namesOf().get(fold(line));
  if (byName !== undefined) return byName;
  if (!/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/.test(line)) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(line.replaceAll('_', '-'));
    codes ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return tag !== undefined && codes.of(tag.split('-')[0] ?? '') !== undefined ? tag : null;
  } catch {
    return null;
  }
}

const answer = remembering((text): { tag: string | null } => ({ tag: read(text) }));

/** A BCP 47 tag such as `de` or `pt-BR`, or null when the text names no language. */
export const normaliseLanguage = (text: string): string | null => answer(text).tag;
