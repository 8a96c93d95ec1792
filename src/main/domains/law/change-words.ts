/** The differences between two editions of one thing in words people read: before, and after. */
import type { EditionChange } from '#shared/content/edition-changes';
import { type Language, type Words, wordsIn } from '#shared/content/words';
import type { EditionDifference } from '#shared/domains/law/model';

type Detail = EditionDifference['details'][number];
/** What says most about a thing that is new or gone, where it has it. */
const tellingFields = ['sentence', 'words', 'values', 'concerns'];

/** Labels, names and steps the engine works with: no words for people. */
const forTheEngine = new Set([
  'appliesWhen',
  'brings',
  'fields',
  'measures',
  'obligations',
  'places',
  'rules',
  'sameAs',
  'watch',
]);

/** One entry for each field that differs and can be said in words; what is new or gone is told by what it asks. */
export function detailsOf(
  { change, fields }: EditionChange,
  before: object | undefined,
  after: object | undefined,
  language: Language,
): Detail[] {
  const [old, now] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  const telling = change === 'changed' ? fields : tellingFields;
  return telling.flatMap((field) => {
    if (forTheEngine.has(field)) return [];
    const sides = { before: old.get(field) as unknown, after: now.get(field) as unknown };
    return isRecord(sides.before ?? sides.after) && field === 'law'
      ? lawDetails(sides, language)
      : difference(field, sides, language);
  });
}

type Sides = { readonly before: unknown; readonly after: unknown };

/** A statement of law differs in one or the other of its parts; each is shown by itself. */
function lawDetails({ before, after }: Sides, language: Language): Detail[] {
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((part) =>
    difference(part, { before: old[part], after: now[part] }, language),
  );
}

function difference(field: string, { before, after }: Sides, language: Language): Detail[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  // Of two lists only what differs is of interest.
  const lists = Array.isArray(before) && Array.isArray(after);
  const without = (list: unknown[], other: unknown[]): unknown[] => {
    const there = new Set(other.map((one) => JSON.stringify(one)));
    return list.filter((one) => !there.has(JSON.stringify(one)));
  };
  const detail = {
    field,
    before: spoken(lists ? without(before, after) : before, language),
    after: spoken(lists ? without(after, before) : after, language),
  };
  return detail.before === detail.after ? [] : [detail];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is Words => isRecord(value) && typeof value['en'] === 'string';

/** Null for what is made for the engine and not for reading, and for what is not there. */
function spoken(value: unknown, language: Language): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString(language);
  if (isWords(value)) return wordsIn(value, language);
  if (Array.isArray(value)) {
    const each = value.map((one: unknown) => spokenEntry(one, language));
    return each.length === 0 || each.some((one) => one === null) ? null : each.join('\n');
  }
  return isRecord(value) ? spokenEntry(value, language) : null;
}

/** An entry of a list: its words, or a value with the days it is for. */
function spokenEntry(entry: unknown, language: Language): string | null {
  if (!isRecord(entry) || isWords(entry)) return spoken(entry, language);
  if (isWords(entry['words'])) return wordsIn(entry['words'], language);
  if (typeof entry['reviewedBy'] === 'string') return `${entry['reviewedBy']}, ${String(entry['reviewedOn'])}`;
  const value = spoken(entry['value'], language);
  if (value === null) return null;
  const days = [entry['from'], entry['until']].map((day) => (typeof day === 'string' ? day : '…'));
  return days.every((day) => day === '…') ? value : `${value} (${days.join(' – ')})`;
}
