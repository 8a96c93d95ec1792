/** Every text of every pack is there in English and in German, and says the same: the same numbers, the same places to fill in. */
import { describe, expect, it } from 'vitest';
import type { Words } from '#shared/content/words';
import { packs } from './harness';

type Text = Words & { readonly where: string };

/** Every text of a pack, with the place it stands in. */
function textsIn(value: unknown, where: string): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [{ ...(value as Words), where }];
  return Object.entries(value).flatMap(([key, part]) => {
    const name =
      typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string' ? part.name : key;
    return textsIn(part, `${where} ${name}`);
  });
}

/** Names of offices, papers and places that German keeps in English; letters keep headings the law prescribes in English. */
const properNames = [
  'Department of Homeland Security',
  'Department of Legal Affairs',
  'Department of Professional & Financial Regulation',
  'Department of State',
  'Department of Financial Services',
  'Department of Consumer Affairs',
  'Office of Consumer Protection',
  'Office of Consumer Affairs',
  'Secretary of Health and Human Services',
  'Data Protection Act',
  'District of Columbia',
  'Isle of Man',
  'Notice of Privacy Practices',
  'Notice of Data Breach',
  'What Happened',
  'What Information Was Involved',
  'What We Are Doing',
  'What You Can Do',
  'For More Information',
];
const withoutNames = (text: string): string =>
  properNames.reduce((left, name) => left.replaceAll(name, ''), text.replaceAll(/\{\{\w+\}\}/gu, ''));

/** Words no German sentence has. */
const english =
  /\b(?:the|and|or|of|with|for|is|are|not|you|your|who|where|when|that|this|from|to|no|by|people|data)\b/iu;

const placesToFill = (text: string): string[] => (text.match(/\{\{\w+\}\}/gu) ?? []).toSorted();
/** 1,000 in English is 1.000 in German. */
const numbers = (text: string): string[] =>
  (text.replaceAll(/(?<=\d)[.,](?=\d{3}(?!\d))/gu, '').match(/\d+/gu) ?? []).toSorted();

/** A State is called the same in both languages, most of the time. */
const placeNames = new Set(packs.flatMap((pack) => pack.calendars?.places ?? []).map(({ name }) => name));

const texts = packs.flatMap((pack) => textsIn(pack, pack.manifest.regulation));

describe('the texts of the packs', () => {
  it('are all in both languages, none left as it was', () => {
    expect(texts.length).toBeGreaterThan(3_200);
    const same = texts.filter(({ en, de }) => de.trim() === '' || en === de);
    expect(same.filter(({ en }) => !placeNames.has(en))).toEqual([]);
  });

  it('have no English left in the German but proper names', () => {
    expect(texts.filter(({ de }) => english.test(withoutNames(de)))).toEqual([]);
    // The check can tell the languages apart.
    expect(texts.filter(({ en }) => english.test(withoutNames(en))).length).toBeGreaterThan(texts.length / 3);
  });

  it('name the same numbers', () => {
    expect(texts.filter(({ en, de }) => numbers(en).join(' ') !== numbers(de).join(' '))).toEqual([]);
  });

  it('leave the same places to fill in, and letters only those they declare', () => {
    expect(texts.filter(({ en, de }) => placesToFill(en).join(' ') !== placesToFill(de).join(' '))).toEqual([]);
    const letters = packs.flatMap((pack) => pack.letters);
    expect(letters.length).toBeGreaterThan(20);
    for (const { name, body, fields } of letters) {
      const used = new Set([...placesToFill(body.en), ...placesToFill(body.de)]);
      expect([name, [...used].toSorted()]).toEqual([name, fields.map((field) => `{{${field}}}`).toSorted()]);
    }
  });
});
