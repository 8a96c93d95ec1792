/** Every text of every pack is there in English and in German, and says the same: the same numbers, the same places to fill in. */
import { describe, expect, it } from 'vitest';
import type { Words } from '#shared/content/words';
import { english, withoutNames } from '../support/english-left';
import { engine, holidays, packs } from './harness';

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

const placesToFill = (text: string): string[] => (text.match(/\{\{[\w.]+\}\}/gu) ?? []).toSorted();
/** 1,000 in English is 1.000 in German. */
const numbers = (text: string): string[] =>
  (text.replaceAll(/(?<=\d)[.,](?=\d{3}(?!\d))/gu, '').match(/\d+/gu) ?? []).toSorted();

/** A State is called the same in both languages, most of the time; two holidays have a German name in English, too. */
const sameNames = new Set([
  'Staatsfeiertag',
  'Mariä Geburt',
  ...packs.flatMap((pack) => pack.calendars?.places ?? []).map(({ name }) => name.en),
]);

const texts = packs.flatMap((pack) => textsIn(pack, pack.manifest.regulation));

describe('the texts of the packs', () => {
  it('are all in both languages, none left as it was', () => {
    expect(texts.length).toBeGreaterThan(3_200);
    const same = texts.filter(({ en, de }) => de.trim() === '' || en === de);
    // A row of a list may be nothing but its places, and a link that a law words itself stays as it words it.
    const isText = (text: string): boolean => /\p{L}/u.test(withoutNames(text));
    expect(same.filter(({ en }) => !sameNames.has(en) && isText(en))).toEqual([]);
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

/** Every citation of a pack, in whatever part it stands. */
const citationsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, part]) =>
        typeof part === 'string' && ['cite', 'citation', 'otherwiseCite'].includes(key) ? [part] : citationsIn(part),
      );

describe('citations', () => {
  it('are written the German way where German has one', () => {
    for (const pack of packs) {
      const cited = new Set(citationsIn(pack));
      const written = new Map(pack.citations.map(({ en, de }) => [en, de]));
      const left = [...cited].filter((cite) => /GDPR|Reg\. \(|Directive|EDPB|CJEU/u.test(written.get(cite) ?? cite));
      expect([pack.manifest.regulation, left]).toEqual([pack.manifest.regulation, []]);
      // A translation of a citation nobody makes any more is a leftover.
      expect([...written.keys()].filter((cite) => !cited.has(cite))).toEqual([]);
    }
  });

  it('leave no English prose beside the section', () => {
    const plain = packs.flatMap((pack) => {
      const written = new Map(pack.citations.map(({ en, de }) => [en, de]));
      return citationsIn(pack).map((cite) => written.get(cite) ?? cite);
    });
    expect(plain.length).toBeGreaterThan(1_000);
    expect(plain.filter((cite) => english.test(cite) || /statute|guidance|proposal|draft|text/iu.test(cite))).toEqual(
      [],
    );
  });
});

it('every holiday of every calendar has a German name', () => {
  const { calendars = [], holidayNames = [] } = packs.find((pack) => pack.calendars)?.calendars ?? {};
  const known = new Set(holidayNames.map(({ en }) => en));
  const unknown = new Set(
    calendars.flatMap(({ rules }) => rules.map(({ name }) => name)).filter((name) => !known.has(name)),
  );
  let found = 0;
  for (const { name: calendar } of calendars) {
    for (let day = Date.UTC(2020, 0, 1); day < Date.UTC(2034, 0, 1); day += 86_400_000) {
      const name = holidays.holidayOn(calendar, new Date(day).toISOString().slice(0, 10));
      if (name === null) continue;
      found += 1;
      if (!known.has(name)) unknown.add(name);
    }
  }
  expect(found).toBeGreaterThan(4_000);
  expect([...unknown]).toEqual([]);
});

it('reasons of every clock at every place are German from the first step to the last', () => {
  const starts = ['2024-01-02', '2026-03-05', '2026-05-28', '2026-11-30', '2027-12-23T09:00:00-05:00'];
  const spoken = new Set<string>();
  const places = engine.places.filter(({ partOf }) => partOf === undefined);
  for (const { clock } of engine.clocks) {
    const facts: Record<string, string | number | boolean>[] = [
      {},
      { extended: true, affected: 900, individualsNotifiedOn: '2026-12-01' },
      { identityAskedOn: '2026-03-09', identityReceivedOn: '2026-03-12', affected: 3, firstContactOn: '2026-03-10' },
      { risk: 'unlikely', signal: 'gpc', right: 'access' },
    ];
    for (const place of places) {
      if (!place.groups.some((group) => clock.places.includes(group))) continue;
      for (const start of starts) {
        for (const given of facts) {
          try {
            const { because } = engine.answer({ clock: clock.name, place: place.code, start, facts: given }, 'de');
            for (const { step, cite } of because) spoken.add(step).add(cite);
          } catch (error) {
            // A question answered before it was asked, or hours without an offset: refused in any language.
            if ((error as Error).name !== 'ClockRefusal') throw error;
          }
        }
      }
    }
  }
  expect(spoken.size).toBeGreaterThan(700);
  expect([...spoken].filter((said) => english.test(withoutNames(said)))).toEqual([]);
  expect([...spoken].filter((said) => said.includes('GDPR'))).toEqual([]);
  expect([...spoken].some((said) => said.includes('Ostermontag'))).toBe(true);
  expect([...spoken].some((said) => said.includes('Kalender: Bundesfeiertage der USA'))).toBe(true);
});
