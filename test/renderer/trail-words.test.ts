/** The trail in words: every event and every fact that the contract can record, and every reason why something did not work. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract';
import type { Field, Purpose } from '#shared/domains/fields/model';
import { leafKinds } from '#shared/domains/trail/leaf-kinds';
import { aloneFact, otherEvents } from '#shared/domains/trail/model';
import type { Operation } from '#shared/kernel/operations';
import { factsInWords, reasonOf } from '../../src/renderer/domains/trail/fact-words';
import { de } from '../../src/renderer/locales/de';
import { deFailures } from '../../src/renderer/locales/de/failures';
import { en } from '../../src/renderer/locales/en';
import { enFailures } from '../../src/renderer/locales/en/failures';

const catalogues = { en, de };

const operations = Object.entries(contract).flatMap(([domain, all]) =>
  Object.values(all as Record<string, Operation>).map((operation) => ({ domain, operation })),
);

const kinds = Object.values(leafKinds);
const events = [
  ...operations.flatMap(({ domain, operation }) => {
    const records = operation.kind === 'query' ? operation.watched : operation.records;
    return records == null ? [] : [`${domain}.${records}`];
  }),
  ...Object.keys(otherEvents),
];
const allEvents = [...events, ...kinds.flatMap((kind) => kind.events)];

/** Answers every question about an input or output with itself, so that `facts` can be asked for its names alone. */
const anything: unknown = new Proxy(() => undefined, { get: (_target, name) => (name === 'length' ? 0 : anything) });

function factNamesOf({ operation }: (typeof operations)[number]): string[] {
  if (operation.facts === undefined) return [];
  const facts: unknown = operation.facts(anything as never, anything as never);
  // Some hand on their whole output.
  return facts === anything ? Object.keys((operation.output as z.ZodObject).shape) : Object.keys(facts as object);
}

const nothing = { fields: [], purposes: [] };

describe.each(['en', 'de'] as const)('%s', (language) => {
  const { trail } = catalogues[language];

  it('has a sentence for every event, and none for an event that cannot be', () => {
    expect(events.length).toBeGreaterThan(30);
    expect(Object.keys(trail.events).toSorted()).toEqual([...new Set(allEvents)].toSorted());
  });

  it('says every event differently', () => {
    const sentences = Object.values(trail.events);
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });

  it('has a name for every fact, and none for a fact that cannot be', () => {
    const names = new Set([
      ...operations.flatMap(factNamesOf),
      ...kinds.flatMap(({ facts }) => Object.keys(facts.shape)),
      ...Object.values(otherEvents).flat(),
      aloneFact,
    ]);
    expect(names.size).toBeGreaterThan(20);
    expect(Object.keys(trail.factNames).toSorted()).toEqual([...names].toSorted());
  });

  it('gives a reason for every failure by the name that serve writes', () => {
    const words = { en: enFailures, de: deFailures }[language];
    for (const [resource, { happened }] of Object.entries(words.unavailable))
      expect(reasonOf(resource, language)).toBe(happened);
    for (const [rule, { happened }] of Object.entries(words.rules)) expect(reasonOf(rule, language)).toBe(happened);
    for (const code of ['invalid', 'not-found', 'conflict', 'forbidden', 'locked', 'bug'])
      expect(reasonOf(code, language)).not.toBe(code);
  });

  it('shows what only another Steward knew as it was written', () => {
    for (const name of ['not-known-here', 'toString', '__proto__', 'constructor'])
      expect(factsInWords({ failure: name }, language, nothing)).toEqual([name]);
    expect(factsInWords({ toString: 'x', hasOwnProperty: 'y' }, language, nothing)).toEqual([
      'toString: x',
      'hasOwnProperty: y',
    ]);
    expect(factsInWords({ with: 'constructor', profile: 'toString', state: '__proto__' }, language, nothing)).toEqual([
      `${trail.factNames['profile']}: toString`,
      `${trail.factNames['state']}: __proto__`,
      `${trail.factNames['with']}: constructor`,
    ]);
  });
});

describe('facts', () => {
  it('say first how many rows there were, then what became of them, as people write numbers', () => {
    const facts = {
      imported: 7_993,
      merged: 38,
      profile: 'shopify-customers',
      quarantined: 21,
      rows: 8_052,
      skipped: 0,
    };
    expect(factsInWords(facts, 'de', nothing)).toEqual([
      'Zeilen: 8.052',
      'importiert: 7.993',
      'zusammengeführt: 38',
      'in Quarantäne: 21',
      'übersprungen: 0',
      'Herkunft: Shopify-Kunden',
    ]);
  });

  it('call fields and purposes as the business does, and ours in the reader’s language', () => {
    const field = { name: 'x_size', label: 'Workshop size', custom: true } as Field;
    const email = { name: 'email', label: 'E-mail' } as Field;
    const purpose = { id: 'send-news', name: 'Send news and offers to people who want them' } as Purpose;
    const named = { fields: [field, email], purposes: [purpose] };
    expect(factsInWords({ field: 'x_size', purpose: 'send-news' }, 'de', named)).toEqual([
      'Feld: Workshop size',
      'Zweck: Neuigkeiten und Angebote an alle, die sie möchten',
    ]);
    expect(factsInWords({ field: 'email' }, 'de', named)).toEqual(['Feld: E-Mail']);
    expect(factsInWords({ field: 'gone' }, 'en', named)).toEqual(['field: gone']);
  });

  it('say yes and no, and how a vault was opened', () => {
    expect(factsInWords({ with: 'kit', on: true }, 'en', nothing)).toEqual(['with: the recovery kit', 'on: yes']);
    expect(factsInWords({ with: 'kit', on: false }, 'de', nothing)).toEqual(['mit: dem Notfallblatt', 'an: nein']);
  });
});
