/** How the cells of one row become the fields of one customer, worked out once for a file. */
import type { MarketingStatus } from '#shared/domains/customers/model';
import type { DayOrder } from '#shared/domains/customers/normalise-day';
import { headerId, headerKey } from './headers';
import type { ColumnDecision, ProfileName } from './model';
import { profileNamed, targetsOf } from './profiles/all';

export type PlannedColumn = {
  readonly index: number;
  readonly header: string;
  /** Which address of the person the column belongs to; columns of one address are never mixed with another's. */
  readonly address: string;
  /** The column says who does *not* want mail. */
  readonly optOut: boolean;
};

export type PlannedField = { readonly field: string; readonly columns: readonly PlannedColumn[] };

/** Plain data, so that it can be handed to a worker. */
export type ImportPlan = {
  readonly headers: readonly string[];
  readonly fields: readonly PlannedField[];
  readonly custom: readonly PlannedField[];
  readonly defaultCountry: string | undefined;
  readonly dayOrder: Readonly<Record<string, DayOrder>>;
  /** Rows come from a spreadsheet: short rows are normal and days can be numbers. */
  readonly spreadsheet: boolean;
  /** What the file as a whole says about marketing, for rows that say nothing. */
  readonly marketing: MarketingStatus | null;
};

export const addressFields: ReadonlySet<string> = new Set(['street', 'city', 'postal_code', 'region', 'country']);

const optOutWords =
  /\b(opt(ed)? ?out\w*|has opted out of email|unsubscri\w*|do not (e ?mail|mail|contact)|donotemail|no (mail|email|newsletter)|abgemeldet|abbestellt|keine (werbung|mails?)|desabonne\w*|desinscrit\w*|ne pas contacter|no contactar|baja)\b/;

/** True for a column in which a yes means "no mail, please". A column with the status in words has neither polarity. */
export const isOptOutHeader = (header: string): boolean => optOutWords.test(headerKey(header));

const addressWords =
  /\b(mailing|billing|shipping|delivery|home|business|work|other|default|private|office|rechnungs\w*|liefer\w*|privat|geschaftlich|weitere\w*|facturation|livraison|facturacion|envio)\b|^address \d(?= )/;
const addressOf = (header: string): string =>
  addressWords
    .exec(headerKey(header).replace(/\bdefault address address \d\b/, 'default'))?.[0]
    .replace(/^weitere.*$/, 'weitere') ?? '';

export function planImport(
  headers: readonly string[],
  decisions: readonly ColumnDecision[],
  about: {
    profile: ProfileName;
    defaultCountry: string | undefined;
    dayOrder: Readonly<Record<string, DayOrder>>;
    spreadsheet: boolean;
    marketing: MarketingStatus | null;
  },
): ImportPlan {
  const known = profileNamed(about.profile);
  const targets = known ? targetsOf(known) : undefined;
  const rankOf = (header: string): number => {
    const target = targets?.get(headerId(header));
    return typeof target === 'object' ? target.rank : 1_000;
  };
  const byField = new Map<string, PlannedColumn[]>();
  for (const { index, field } of decisions) {
    const header = headers[index];
    if (field === null || header === undefined) continue;
    const column = {
      index,
      header,
      address: addressFields.has(field) ? addressOf(header) : '',
      optOut: field === 'marketing' && isOptOutHeader(header),
    };
    byField.set(field, [...(byField.get(field) ?? []), column]);
  }
  const planned = [...byField].map(([field, columns]): PlannedField => ({
    field,
    columns: columns.toSorted((one, other) => rankOf(one.header) - rankOf(other.header) || one.index - other.index),
  }));
  return {
    headers,
    fields: planned.filter(({ field }) => !field.startsWith('x_')),
    custom: planned.filter(({ field }) => field.startsWith('x_')),
    defaultCountry: about.defaultCountry,
    dayOrder: about.dayOrder,
    spreadsheet: about.spreadsheet,
    marketing: about.marketing,
  };
}
