/** An entry's facts in the reader's words: how many, which field, why not. What has no words is shown as it was written. */
import { namesIn } from '#shared/domains/fields/defaults';
import type { Field, Purpose } from '#shared/domains/fields/model';
import type { TrailEntry } from '#shared/domains/trail/model';
import type { Failure, UnavailableResource } from '#shared/kernel/failures';
import { failureInWords } from '../../app/failure-words';
import type { Language } from '../../app/language';
import { de } from '../../locales/de';
import { en } from '../../locales/en';

const catalogues: Readonly<Record<Language, typeof en>> = { en, de };

type Fact = TrailEntry['facts'][string];

/** What the vault calls its fields and purposes now. */
export type Named = { readonly fields: readonly Field[]; readonly purposes: readonly Purpose[] };

export function factsInWords(facts: TrailEntry['facts'], language: Language, named: Named): string[] {
  const { factNames } = catalogues[language].trail;
  const places = Object.keys(factNames);
  return Object.entries(facts)
    .toSorted(([a], [b]) => places.indexOf(a) - places.indexOf(b))
    .map(([name, fact]) =>
      name === 'failure'
        ? reasonOf(String(fact), language)
        : `${own(factNames, name) ?? name}: ${valueOf(name, fact, language, named)}`,
    );
}

function valueOf(name: string, fact: Fact, language: Language, { fields, purposes }: Named): string {
  const { consents, retention, trail, imports, obligations, reports } = catalogues[language];
  const text = Array.isArray(fact) ? fact.join(', ') : String(fact);
  const called = namesIn(language);
  if (typeof fact === 'number') return reports.holdings.number(fact);
  if (typeof fact === 'boolean') return fact ? trail.yes : trail.no;
  switch (name) {
    case 'field': {
      const label = fields.find((field) => field.name === text)?.label;
      return label === undefined ? text : called(text, label);
    }
    case 'purpose': {
      const purpose = purposes.find((one) => one.id === text)?.name;
      return purpose === undefined ? text : called(text, purpose);
    }
    case 'unit':
      return own(retention.form.units, text) ?? text;
    case 'topic':
      return consents.topics[text] ?? purposes.find((one) => `purpose/${one.id}` === text)?.name ?? text;
    case 'said':
      return text === 'yes' ? trail.yes : trail.no;
    case 'how':
      return own(consents.ways, text) ?? text;
    case 'channel':
      return own(consents.channels, text) ?? text;
    case 'with':
      return own(trail.keys, text) ?? text;
    case 'found':
      return own(trail.foundNames, text) ?? text;
    case 'source':
      return own(trail.sources, text) ?? text;
    case 'profile':
      return own(imports.profiles, text) ?? text;
    case 'state':
      return own(trail.rowStates, text) ?? own(obligations.record.states, text) ?? text;
    case 'format':
    case 'kind':
      return text.toUpperCase();
    default:
      return own(trail.tokens, text) ?? text;
  }
}

/** `disk-full`, `customers.merge-needs-two` or `conflict`, as serve wrote it, in the words the screen has for that *no*. */
export function reasonOf(code: string, language: Language): string {
  const failure: Failure = code.includes('.')
    ? { code: 'rule', rule: code }
    : isPlain(code)
      ? plain[code]
      : { code: 'unavailable', resource: code as UnavailableResource };
  // A resource that only an older or newer Steward knew has no words here.
  return (failureInWords(failure, language) as { happened: string } | undefined)?.happened ?? code;
}

const plain = {
  invalid: { code: 'invalid', problems: [] },
  'not-found': { code: 'not-found', what: '' },
  conflict: { code: 'conflict', what: '' },
  forbidden: { code: 'forbidden', permission: '' },
  locked: { code: 'locked' },
  bug: { code: 'bug', incident: '' },
} as const satisfies Readonly<Record<string, Failure>>;

const isPlain = (code: string): code is keyof typeof plain => Object.hasOwn(plain, code);

const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
