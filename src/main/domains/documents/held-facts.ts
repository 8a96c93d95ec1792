/** What the customer store holds, as facts: purposes, fields, how long, and the kinds of information in a law's words. */
import { wordsIn } from '#shared/content/words';
import type { FactRow } from '#shared/domains/documents/facts';
import { namesIn } from '#shared/domains/fields/defaults';
import type { LawfulBasis } from '#shared/domains/fields/model';
import { listFields, listPurposes, listRetentionClasses } from '../fields/public';
import type { FactSource } from './fact-source';

const bases: Readonly<Record<LawfulBasis, { readonly en: string; readonly de: string }>> = {
  consent: { en: 'your consent', de: 'Ihre Einwilligung' },
  contract: { en: 'a contract with you, or steps before one', de: 'ein Vertrag mit Ihnen oder seine Vorbereitung' },
  'legal-obligation': { en: 'a duty the law gives us', de: 'eine Pflicht, die uns das Gesetz gibt' },
  'vital-interests': { en: 'somebody’s vital interests', de: 'lebenswichtige Interessen eines Menschen' },
  'public-task': { en: 'a task in the public interest', de: 'eine Aufgabe im öffentlichen Interesse' },
  'legitimate-interests': { en: 'our legitimate interests', de: 'unsere berechtigten Interessen' },
};

export const heldSource: FactSource = {
  words: {
    'held.purposes': { en: 'Purposes', de: 'Zwecke' },
    'held.interests': { en: 'Purposes based on legitimate interests', de: 'Zwecke aufgrund berechtigter Interessen' },
    'held.consents': { en: 'Purposes based on consent', de: 'Zwecke aufgrund einer Einwilligung' },
    'held.fields': { en: 'What is stored about customers', de: 'Was über Kunden gespeichert ist' },
    'held.sensitive': { en: 'Sensitive information', de: 'Besonders geschützte Daten' },
    'held.retention': { en: 'How long data are kept', de: 'Wie lange Daten gespeichert werden' },
    'held.kinds': { en: 'Kinds of information', de: 'Arten von Daten' },
  },
  read: async ({ db, law, language }) => {
    const [fields, purposes, classes] = await Promise.all([listFields(db), listPurposes(db), listRetentionClasses(db)]);
    const named = namesIn(language);
    const basisOf = (basis: LawfulBasis): string => bases[basis][language];
    const labels = (of: readonly (typeof fields)[number][]): string =>
      of.map(({ name, label }) => named(name, label)).join(', ');
    const purposeRow = ({ id, name, lawfulBasis }: (typeof purposes)[number]): FactRow => ({
      name: named(id, name),
      basis: basisOf(lawfulBasis),
      // A purpose may be served by data that are kept elsewhere, such as invoices.
      fields: labels(fields.filter((field) => field.purpose === id)) || '–',
    });
    const kept = new Map<string, string>(classes.map(({ id, rule }) => [id, named(`${id} rule`, rule)]));
    const unique = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
    return {
      'held.purposes': purposes.map(purposeRow),
      'held.interests': purposes.filter(({ lawfulBasis }) => lawfulBasis === 'legitimate-interests').map(purposeRow),
      'held.consents': purposes.filter(({ lawfulBasis }) => lawfulBasis === 'consent').map(purposeRow),
      'held.fields': fields.map((field) => ({ name: named(field.name, field.label) })),
      'held.sensitive': fields
        .filter(({ sensitivity }) => sensitivity === 'special-category')
        .map(({ name, label }) => ({ name: named(name, label) })),
      'held.retention': classes.flatMap(({ id, name, rule }): FactRow[] => {
        const of = fields.filter((field) => field.retentionClass === id);
        return of.length === 0 ? [] : [{ name: named(id, name), rule: named(`${id} rule`, rule), fields: labels(of) }];
      }),
      // What no list of kinds knows, such as a field of the business's own, is a kind under its own name.
      'held.kinds': [
        ...law.kinds.flatMap(({ checklist, item, fields: names }): FactRow[] => {
          const of = fields.filter(({ name }) => names.includes(name));
          const words = law.catalogue.checklist(checklist)?.items.find((one) => one.name === item)?.words;
          return of.length === 0 || words === undefined ? [] : [kindRow(wordsIn(words, language), of)];
        }),
        ...fields
          .filter(({ name }) => !law.kinds.some((kind) => kind.fields.includes(name)))
          .map((field) => kindRow(named(field.name, field.label), [field])),
      ],
    };

    function kindRow(kind: string, of: readonly (typeof fields)[number][]): FactRow {
      const ids = new Set(of.map(({ purpose }) => purpose));
      return {
        kind,
        fields: labels(of),
        purposes: unique(purposes.filter(({ id }) => ids.has(id)).map(({ id, name }) => named(id, name))),
        kept: unique(of.map(({ retentionClass }) => kept.get(retentionClass) ?? '')),
      };
    }
  },
};
