/** Documents follow their facts: what is made of a template, what has changed since, and what bringing it up to date keeps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factChanges, type Facts } from '#shared/domains/documents/facts';
import { makeSections, type MadeSection } from '#shared/domains/documents/generate';
import type { Section } from '#shared/domains/documents/model';
import { bringUpToDate, compareSections, type KeptSection, shownSection } from '#shared/domains/documents/rules';
import type { DocumentTemplate } from '#shared/content/template';

const both = (text: string) => ({ en: text, de: `${text} (de)` });
const template: DocumentTemplate = {
  name: 'documents:test',
  kind: 'policy',
  title: both('Test'),
  purpose: both('A test.'),
  when: [['always']],
  obligations: [],
  checklists: [],
  reviewMonths: 12,
  sections: [
    {
      id: 'who',
      title: both('Who'),
      blocks: [{ text: both('**{{business.name}}**, [mail](mailto:{{business.email}})') }],
    },
    {
      id: 'purposes',
      title: both('Purposes'),
      blocks: [{ each: 'held.purposes', item: both('{{name}} ({{basis}})'), none: both('nothing') }],
    },
    {
      id: 'officer',
      title: both('Officer'),
      when: [['gdpr:dpo']],
      blocks: [{ text: both('Ask {{business.officer}}.') }],
    },
    { id: 'end', title: both('End'), blocks: [{ text: both('Always the same.') }] },
  ],
};
const facts: Facts = {
  'business.name': 'Harbor *Lane* {{business.email}}',
  'business.email': 'ask@harbor.example',
  'held.purposes': [{ name: 'Serve', basis: 'contract' }],
};
const make = (with_: Facts = facts, yes: readonly string[] = ['always']): MadeSection[] =>
  makeSections(template, {
    facts: with_,
    standing: { yes: new Set(yes), open: new Set() },
    language: 'en',
    gap: (fact) => `[${fact}]`,
  });
const kept = (made: readonly MadeSection[]): KeptSection[] =>
  made.map(({ section, facts: used }) => ({ id: section.id, generated: section, facts: used, edited: null }));
const written = (section: Section, text: string): Section => ({ ...section, blocks: [{ kind: 'paragraph', text }] });

describe('a text made of a template', () => {
  it('holds facts as text only, whatever marks are in them', () => {
    const [who] = make();
    expect(who?.section.blocks).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'Harbor *Lane* {{business.email}}', strong: true },
          ', ',
          { text: 'mail', link: 'mailto:ask@harbor.example' },
        ],
      },
    ]);
    expect(who?.facts).toEqual({ 'business.name': facts['business.name'], 'business.email': facts['business.email'] });
  });

  it('says which facts are missing, and leaves out what does not apply', () => {
    expect(make().map(({ section }) => section.id)).toEqual(['who', 'purposes', 'end']);
    const officer = make(facts, ['always', 'gdpr:dpo']).find(({ section }) => section.id === 'officer');
    expect(officer?.missing).toEqual(['business.officer']);
    expect(officer?.section.blocks).toEqual([{ kind: 'paragraph', text: 'Ask [business.officer].' }]);
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('business.name', 'business.email'), fc.string()), (some) => {
        expect(make(some)).toEqual(make(structuredClone(some)));
        expect(compareSections(kept(make(some)), make(some)).every(({ state }) => state === 'current')).toBe(true);
      }),
    );
  });
});

describe('a change of facts', () => {
  it('marks exactly the sections that say it, with what changed', () => {
    const next = make({
      ...facts,
      'held.purposes': [
        { name: 'Serve', basis: 'contract' },
        { name: 'News', basis: 'consent' },
      ],
    });
    const compared = compareSections(kept(make()), next);
    expect(compared.map(({ id, state }) => [id, state])).toEqual([
      ['who', 'current'],
      ['purposes', 'changed'],
      ['end', 'current'],
    ]);
    expect(compared[1]?.changes).toEqual([{ fact: 'held.purposes', removed: [], added: ['News · consent'] }]);
    expect(compared[1]?.otherwise).toBe(false);
  });

  it('brings sections and takes them, in the order of the template', () => {
    const with_ = make(facts, ['always', 'gdpr:dpo']);
    expect(compareSections(kept(make()), with_).map(({ id, state }) => [id, state])).toEqual([
      ['who', 'current'],
      ['purposes', 'current'],
      ['officer', 'new'],
      ['end', 'current'],
    ]);
    expect(compareSections(kept(with_), make()).map(({ id, state }) => [id, state])).toEqual([
      ['who', 'current'],
      ['purposes', 'current'],
      ['officer', 'gone'],
      ['end', 'current'],
    ]);
  });

  it('is told apart from a change of the wording', () => {
    const reworded = kept(make()).map((one) =>
      one.id === 'end' ? { ...one, generated: written(one.generated, 'Before.') } : one,
    );
    const end = compareSections(reworded, make()).find(({ id }) => id === 'end');
    expect(end).toMatchObject({ state: 'changed', changes: [], otherwise: true });
  });

  it('says what differs between any facts, and nothing where nothing does', () => {
    expect(factChanges({ a: 'x', b: true }, { a: 'y', c: [{ n: '1', m: '' }] })).toEqual([
      { fact: 'a', removed: ['x'], added: ['y'] },
      { fact: 'b', removed: ['✓'], added: [] },
      { fact: 'c', removed: [], added: ['1'] },
    ]);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a.b', 'c.d', 'e.f'), fc.string()), (some) => {
        expect(factChanges(some, { ...some })).toEqual([]);
      }),
    );
  });
});

describe('bringing up to date', () => {
  const none = new Map<string, 'mine' | 'new'>();
  const next = make({ ...facts, 'business.name': 'New name', 'held.purposes': [] }, ['always', 'gdpr:dpo']);
  const before = kept(make()).map((one) =>
    one.id === 'purposes' ? { ...one, edited: written(one.generated, 'My own words.') } : one,
  );

  it('renews what nobody touched and leaves to decide what somebody wrote', () => {
    const { sections, undecided } = bringUpToDate(before, next, none);
    expect(undecided).toEqual(['purposes']);
    expect(sections.map(({ id }) => id)).toEqual(['who', 'purposes', 'officer', 'end']);
    expect(JSON.stringify(sections[0])).toContain('New name');
    expect(sections[1]).toEqual(before[1]);
  });

  it('keeps my words, and is up to date then', () => {
    const { sections, undecided } = bringUpToDate(before, next, new Map([['purposes', 'mine']]));
    expect(undecided).toEqual([]);
    expect(shownSection(sections[1]!).blocks).toEqual([{ kind: 'paragraph', text: 'My own words.' }]);
    expect(compareSections(sections, next).every(({ state }) => state === 'current')).toBe(true);
  });

  it('takes the new text where somebody says so', () => {
    const { sections } = bringUpToDate(before, next, new Map([['purposes', 'new']]));
    expect(sections[1]?.edited).toBeNull();
    expect(shownSection(sections[1]!).blocks).toEqual([{ kind: 'paragraph', text: 'nothing' }]);
  });

  it('never loses a word of anybody, whatever the facts and the order', () => {
    const ids = template.sections.map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.string(),
        fc.boolean(),
        fc.boolean(),
        (edited, name, officerBefore, officerNow) => {
          const standing = (officer: boolean): string[] => ['always', ...(officer ? ['gdpr:dpo'] : [])];
          const was = kept(make(facts, standing(officerBefore))).map((one) =>
            edited.includes(one.id) ? { ...one, edited: written(one.generated, `mine ${one.id}`) } : one,
          );
          const is = make({ ...facts, 'business.name': name }, standing(officerNow));
          const { sections } = bringUpToDate(was, is, none);
          const said = JSON.stringify(sections.map(shownSection));
          for (const { id, edited: mine } of was) if (mine !== null) expect(said).toContain(`mine ${id}`);
          // Once is enough.
          expect(bringUpToDate(sections, is, none).sections).toEqual(sections);
        },
      ),
    );
  });
});
