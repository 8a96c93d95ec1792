/** Looking up by stable names, and comparing editions. */
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '#shared/content/catalogue';
import { changesBetween } from '#shared/content/edition-changes';
import type { Pack } from '#shared/content/pack';
import { packs } from './harness';

const catalogue = createCatalogue(packs);

describe('the catalogue', () => {
  it('leads from a clock to its obligation and back', () => {
    expect(catalogue.clock('gdpr.breach.authority')?.obligations).toContain('gdpr:art-33.1');
    expect(catalogue.obligation('gdpr:art-33.1')).toMatchObject({
      regulation: 'gdpr',
      clocks: expect.arrayContaining(['gdpr.breach.authority', 'uk.breach.authority']) as string[],
    });
    expect(catalogue.obligation('gdpr:art-28.3')?.checklists).toContain('gdpr:processor-contract');
    expect(catalogue.obligation('gdpr:art-12.4')?.letters).toEqual(['gdpr:letter-refusal']);
    expect(catalogue.obligation('constructor')).toBeUndefined();
  });

  it('finds what one measure does for several laws', () => {
    const training = catalogue.measures.get('training') ?? [];
    expect(new Set(training.map((name) => name.split(':')[0]))).toEqual(new Set(['gdpr', 'ccpa', 'hipaa']));
  });

  it('holds all the obligations of the law files', () => {
    const counts = Map.groupBy(catalogue.obligations, ({ regulation }) => regulation);
    expect(Object.fromEntries([...counts].map(([regulation, all]) => [regulation, all.length]))).toEqual({
      gdpr: 98,
      'uk-gdpr': 21,
      ccpa: 57,
      hipaa: 110,
      'us-state-breach': 62,
      'us-state-privacy': 28,
    });
    expect(catalogue.obligations.filter(({ name }) => name.startsWith('hipaa:sec-'))).toHaveLength(71);
    expect(catalogue.obligations.filter(({ title }) => title.en.endsWith('(addressable)'))).toHaveLength(22);
  });

  it('finds the authority of a Land before that of its country', () => {
    expect(catalogue.authoritiesAt('DE-BY').map(({ short }) => short)).toEqual(['BayLDA', 'BayLfD', 'BfDI']);
    expect(catalogue.authoritiesAt('IE').map(({ short }) => short)).toEqual(['DPC']);
  });

  it('gives the value of the day, and no proposed one', () => {
    expect(catalogue.valueOn('ccpa:revenue', '2026-11-24')?.value).toBe(26_625_000);
    expect(catalogue.valueOn('ccpa:revenue', '2024-12-31')).toBeNull();
    expect(catalogue.valueOn('ccpa:revenue', '2027-01-01')).toBeNull();
    expect(catalogue.valueOn('gdpr:breach-hours-proposed', '2026-11-24')).toBeNull();
  });
});

describe('comparing editions', () => {
  const before = packs.find(({ manifest }) => manifest.regulation === 'gdpr');
  it('says what was added, removed and changed, and in which fields', () => {
    if (!before) throw new Error('no pack');
    const [first, second, ...rest] = before.obligations;
    if (!first || !second) throw new Error('no obligations');
    const after: Pack = {
      ...before,
      obligations: [
        { ...first, sentence: { en: 'New words.', de: 'Neue Worte.' } },
        ...rest,
        { ...second, name: 'gdpr:new' },
      ],
    };
    expect(changesBetween(before, before)).toEqual([]);
    expect(changesBetween(before, after)).toEqual([
      { part: 'obligations', name: first.name, change: 'changed', fields: ['sentence'] },
      { part: 'obligations', name: 'gdpr:new', change: 'added', fields: [] },
      { part: 'obligations', name: second.name, change: 'removed', fields: [] },
    ]);
  });
});
