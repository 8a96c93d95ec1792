/** The templates of documents: every name in them leads somewhere, every item of a law's list has a section, every fact a source. */
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '#shared/content/catalogue';
import { holds } from '#shared/content/condition';
import type { TemplateBlock } from '#shared/content/template';
import { standardFields } from '#shared/domains/fields/defaults';
import { factWords } from '#main/domains/documents/fact-sources';
import { packs } from './harness';

const catalogue = createCatalogue(packs);
const templates = packs.flatMap(({ documents }) => documents);
const areas = packs.flatMap((pack) => pack.areas);
const standingNames = new Set([
  'always',
  ...packs.flatMap(({ manifest: { regulation }, questionnaire }) => [
    regulation,
    ...questionnaire.flatMap(({ brings }) => brings.map(({ label }) => `${regulation}:${label}`)),
  ]),
]);

const namesIn = (value: unknown, key: string): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, part]) =>
        name === key ? (Array.isArray(part) ? part.flat(2) : [part]).map(String) : namesIn(part, key),
      );

describe('templates', () => {
  it('are there for every kind of document', () => {
    expect(templates.filter(({ kind }) => kind === 'policy').length).toBeGreaterThanOrEqual(13);
    expect(templates.filter(({ kind }) => kind === 'notice')).toHaveLength(4);
    expect(templates.filter(({ kind }) => kind === 'standard')).toHaveLength(1);
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  });

  it.each(templates.map((template) => [template.name, template] as const))(
    '%s names only what there is',
    (_, template) => {
      for (const name of template.obligations)
        expect([name, catalogue.obligation(name) !== undefined]).toEqual([name, true]);
      for (const name of template.checklists)
        expect([name, catalogue.checklist(name) !== undefined]).toEqual([name, true]);
      for (const condition of namesIn(template, 'when')) {
        const name = condition.replace(/^!/, '');
        if (!name.startsWith('fact:')) expect([name, standingNames.has(name)]).toEqual([name, true]);
      }
      const ids = template.sections.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('have a section for every item of the lists they answer to, and for no other', () => {
    for (const { name, checklists, sections } of templates) {
      const items = checklists.flatMap((list) =>
        (catalogue.checklist(list)?.items ?? []).map((item) => `${list}/${item.name}`),
      );
      const satisfied = new Set(sections.flatMap(({ satisfies }) => satisfies ?? []));
      expect([name, [...satisfied].toSorted()]).toEqual([name, items.toSorted()]);
    }
  });

  it('ask for facts that have a source', () => {
    const places = (block: TemplateBlock): string[] =>
      [...JSON.stringify(block).matchAll(/\{\{([a-z]+\.[A-Za-z]+)\}\}/g)].map(([, name]) => name ?? '');
    const asked = new Set(
      templates.flatMap((template) => [
        ...template.sections.flatMap(({ blocks }) => blocks.flatMap(places)),
        ...namesIn(template, 'each'),
        ...namesIn(template, 'when').flatMap((name) => /^!?fact:(.+)$/.exec(name)?.[1] ?? []),
      ]),
    );
    expect(asked.size).toBeGreaterThan(15);
    expect([...asked].filter((name) => factWords[name] === undefined)).toEqual([]);
  });
});

describe('areas and kinds', () => {
  it('name conditions, lists and fields that there are', () => {
    expect(areas.length).toBeGreaterThan(12);
    for (const condition of namesIn(areas, 'when')) expect(standingNames.has(condition)).toBe(true);
    const fields = new Set<string>(standardFields.map(({ name }) => name));
    for (const { checklist, item, fields: of } of packs.flatMap((pack) => pack.kinds)) {
      expect(catalogue.checklist(checklist)?.items.some(({ name }) => name === item)).toBe(true);
      for (const name of of) expect([name, fields.has(name)]).toEqual([name, true]);
    }
  });
});

describe('conditions', () => {
  const standing = { yes: new Set(['gdpr', 'gdpr:dpo']), open: new Set(['ccpa']) };
  const facts = new Set(['business.phone']);
  it.each([
    [undefined, 'yes'],
    [[['gdpr']], 'yes'],
    [[['hipaa']], 'no'],
    [[['ccpa']], 'open'],
    [[['!ccpa']], 'open'],
    [[['!hipaa']], 'yes'],
    [[['gdpr', 'hipaa']], 'no'],
    [[['gdpr', 'ccpa']], 'open'],
    [[['hipaa', 'ccpa']], 'no'],
    [[['hipaa'], ['gdpr:dpo']], 'yes'],
    [[['hipaa'], ['ccpa']], 'open'],
    [[['fact:business.phone']], 'yes'],
    [[['fact:business.email']], 'no'],
    [[['!fact:business.email', 'gdpr']], 'yes'],
  ] as const)('%j is %s', (when, expected) => {
    expect(holds(when as never, standing, (name) => facts.has(name))).toBe(expected);
  });
});
