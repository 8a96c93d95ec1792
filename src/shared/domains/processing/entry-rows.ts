/** One entry of the record in words: the same rows on a paper, in a table and on the page. */
import { namesIn } from '#shared/domains/fields/defaults';
import type { RecordContent, RecordEntry } from './model';
import { type RecordLanguage, recordWords } from './words';

export type EntryRows = Readonly<
  Record<
    | 'role'
    | 'partners'
    | 'purposes'
    | 'people'
    | 'data'
    | 'recipients'
    | 'transfers'
    | 'retention'
    | 'measures'
    | 'systems',
    readonly string[]
  >
>;

export const countryIn = (language: RecordLanguage): ((code: string) => string) => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  return (code) => names.of(code) ?? code;
};

/** What of it is words of ours comes in `language`; the business's own words stay as it wrote them. */
export function rowsOf(entry: RecordEntry, tools: RecordContent['tools'], language: RecordLanguage): EntryRows {
  const w = recordWords[language];
  const named = namesIn(language);
  const country = countryIn(language);
  const toolName = (name: string | null): string => tools.find((tool) => tool.name === name)?.[language] ?? w.noTool;
  const care = (sensitivity: RecordEntry['storeData'][number]['sensitivity']): string =>
    sensitivity === 'ordinary' ? '' : ` (${w.sensitivity[sensitivity]})`;
  const inStore = entry.storeData.length > 0;
  return {
    role: [w.roles[entry.role]],
    partners: entry.partners.map(({ name, reach }) => (reach === '' ? name : `${name}, ${reach}`)),
    purposes: entry.purposes.map(({ id, name, lawfulBasis }) => `${named(id, name)} (${w.basis[lawfulBasis]})`),
    people: [...new Set([...(inStore ? [w.customers] : []), ...entry.otherData.map(({ people }) => people)])],
    data: [
      ...(inStore
        ? [
            `${w.customers}: ${entry.storeData
              .map(({ name, label, sensitivity }) => `${named(name, label)}${care(sensitivity)}`)
              .join(', ')}`,
          ]
        : []),
      ...entry.otherData.map(({ people, data, sensitivity }) => `${people}: ${data}${care(sensitivity)}`),
    ],
    recipients: entry.recipients.map(({ name, country: code }) =>
      code === null ? name : `${name} (${country(code)})`,
    ),
    transfers: entry.recipients
      .filter(({ need }) => need !== 'none')
      .map(({ name, country: code, need, tool }) => {
        const why = tool !== null ? toolName(tool) : need === 'tool' ? w.noTool : w.need[need];
        return `${name}, ${code === null ? '' : country(code)}: ${why}`;
      }),
    retention: [
      ...entry.storeRetention.map(({ id, name, rule }) => `${named(id, name)}: ${named(`${id} rule`, rule)}`),
      ...(entry.retention === '' ? [] : [entry.retention]),
    ],
    measures: [
      ...entry.measures.map((measure) => measure[language]),
      ...(entry.otherMeasures === '' ? [] : [entry.otherMeasures]),
    ],
    systems: [
      ...(inStore ? [w.store] : []),
      ...entry.systems.map(({ name, country: code }) => (code === null ? name : `${name} (${country(code)})`)),
    ],
  };
}
