/** What the holdings report says, computed from counts: how many people have which combination of fields. */
import type { Field, LawfulBasis, Purpose, RetentionClass } from '#shared/domains/fields/model';
import type { HoldingsField, HoldingsGap, HoldingsReport } from './model';

/** People who are alike for this report: the same fields filled, the same country, the same marketing status. */
export type AlikePeople = {
  readonly people: number;
  /** Names of the fields that hold something about them. */
  readonly held: ReadonlySet<string>;
  readonly country: string | null;
  readonly marketing: string | null;
  readonly imported: boolean;
  /** Their last activity is longer ago than `yearsUntilInactive`. */
  readonly inactive: boolean;
};

export type Declared = {
  readonly fields: readonly Field[];
  readonly purposes: readonly Purpose[];
  readonly classes: readonly RetentionClass[];
};

export type Waiting = { readonly quarantined: number; readonly clusters: number };

/** After so many years without a sign of life an owner should ask whether the record is still needed. */
export const yearsUntilInactive = 3;

type Counted = Pick<HoldingsReport, 'people' | 'fields' | 'purposes' | 'countries' | 'marketing' | 'gaps'>;

export function holdingsOf(groups: readonly AlikePeople[], declared: Declared, waiting: Waiting): Counted {
  const count = (is: (group: AlikePeople) => boolean): number =>
    groups.reduce((sum, group) => (is(group) ? sum + group.people : sum), 0);
  const purposeName = new Map<string, string>(declared.purposes.map(({ id, name }) => [id, name]));
  const classes = new Map<string, RetentionClass>(declared.classes.map((one) => [one.id, one]));
  const fields = declared.fields.map((field): HoldingsField => ({
    name: field.name,
    label: field.label,
    custom: field.custom,
    people: count(({ held }) => held.has(field.name)),
    purpose: field.purpose,
    purposeName: purposeName.get(field.purpose) ?? field.purpose,
    lawfulBasis: field.lawfulBasis,
    sensitivity: field.sensitivity,
    retentionClass: field.retentionClass,
    retentionName: classes.get(field.retentionClass)?.name ?? field.retentionClass,
    retentionRule: classes.get(field.retentionClass)?.rule ?? '',
  }));
  const namesOf = (purpose: string): string[] =>
    fields.filter((field) => field.purpose === purpose).map(({ name }) => name);
  const people = count(() => true);
  return {
    people,
    fields,
    purposes: declared.purposes.map(({ id, name, lawfulBasis }) => {
      const names = namesOf(id);
      return {
        id,
        name,
        lawfulBasis,
        fields: names.length,
        people: count(({ held }) => names.some((one) => held.has(one))),
      };
    }),
    countries: sumBy(groups, ({ country }) => country).map(([country, number]) => ({ country, people: number })),
    marketing: sumBy(groups, ({ marketing }) => marketing).map(([status, number]) => ({ status, people: number })),
    gaps: gapsOf(fields, people, waiting, count),
  };
}

/** Most people first; then by name, with *not known* last. */
function sumBy(groups: readonly AlikePeople[], of: (group: AlikePeople) => string | null): [string | null, number][] {
  const sums = new Map<string | null, number>();
  for (const group of groups) sums.set(of(group), (sums.get(of(group)) ?? 0) + group.people);
  return [...sums].toSorted(
    ([a, of_a], [b, of_b]) => of_b - of_a || (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1),
  );
}

const ways = ['email', 'phone', 'mobile', 'street'];
const needsChoice: LawfulBasis = 'consent';

/** What a careful owner would look at, gravest first. Only what is really there is listed. */
function gapsOf(
  fields: readonly HoldingsField[],
  people: number,
  waiting: Waiting,
  count: (is: (group: AlikePeople) => boolean) => number,
): HoldingsGap[] {
  const open: HoldingsGap[] = [
    { code: 'quarantine-open', field: null, count: waiting.quarantined },
    { code: 'duplicates-open', field: null, count: waiting.clusters },
  ];
  if (people === 0) return [{ code: 'nothing-held', field: null, count: 0 }, ...open.filter((gap) => gap.count > 0)];
  const onConsent = fields.filter(({ lawfulBasis }) => lawfulBasis === needsChoice).map(({ name }) => name);
  const gaps: HoldingsGap[] = [
    ...fields
      .filter((field) => field.sensitivity === 'special-category')
      .map((field): HoldingsGap => ({ code: 'field-special-category', field: field.name, count: field.people })),
    {
      code: 'consent-basis-without-consent',
      field: null,
      count: count(({ marketing, held }) => marketing !== 'subscribed' && onConsent.some((name) => held.has(name))),
    },
    { code: 'consent-without-proof', field: null, count: count(({ marketing }) => marketing === 'subscribed') },
    {
      code: 'marketing-not-asked',
      field: null,
      count: count(({ marketing }) => marketing === null || marketing === 'not-asked'),
    },
    { code: 'people-without-contact', field: null, count: count(({ held }) => !ways.some((way) => held.has(way))) },
    { code: 'people-without-country', field: null, count: count(({ country }) => country === null) },
    {
      code: 'people-without-source',
      field: null,
      count: count(({ held, imported }) => !imported && !held.has('source')),
    },
    { code: 'people-long-inactive', field: null, count: count(({ inactive }) => inactive) },
    ...open,
    { code: 'notes-free-text', field: null, count: count(({ held }) => held.has('notes')) },
    { code: 'field-unused', field: null, count: fields.filter((field) => field.people === 0).length },
  ];
  return gaps.filter((gap) => gap.count > 0);
}
