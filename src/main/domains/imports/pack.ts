/** One normalised customer into a batch: cells in groups, in the order of the statement that unpacks them. */
import { collectSearchParts, matchKey, phoneKey, sortName } from '#shared/domains/customers/normalise-keys';
import { slots, storedFields } from '#shared/domains/customers/normalise-slots';
import { storedColumns } from '#shared/domains/customers/normalise';
import type { MergeSide } from '#shared/domains/customers/normalise-merge';
import type { JsonbRows } from '../../db/jsonb';
import { groupSize } from './columns';

/** The parts of a customer as a row reader leaves them. */
export type PackedSlots = {
  readonly values: readonly (string | null)[];
  readonly originals: readonly (string | null)[];
  readonly kept: number;
};

/** Packs straight from the slots, for rows that go in as they are. */
export function slotPacker(
  encoder: JsonbRows,
  columns: readonly string[],
): (number: number, customer: PackedSlots, custom: Readonly<Record<string, string>>, emailKey: string | null) => void {
  const codes = Int32Array.from(columns.map(codeOf));
  const parts: string[] = [];
  return (number, { values, originals, kept }, custom, emailKey) => {
    encoder.startRow();
    let group = encoder.startArray();
    encoder.addInteger(number);
    let position = 1;
    for (let index = 0; index < codes.length; index += 1) {
      if (position === groupSize) {
        encoder.endArray(group);
        group = encoder.startArray();
        position = 0;
      }
      position += 1;
      const code = codes[index] as number;
      if (code >= 0) encoder.addTextOrNull(values[code] as string | null);
      else {
        switch (code) {
          case sortNameCode:
            encoder.addText(sortName(values));
            break;
          case emailKeyCode:
            encoder.addTextOrNull(emailKey);
            break;
          case phoneKeyCode:
            encoder.addTextOrNull(phoneKey(values));
            break;
          case matchKeyCode:
            encoder.addTextOrNull(matchKey(values));
            break;
          case searchTextCode:
            parts.length = 0;
            collectSearchParts(values, originals, parts);
            encoder.addFolded(parts);
            break;
          case originalsCode:
            if (kept === 0) encoder.addNull();
            else encoder.addText(originalsJson(originals));
            break;
          default:
            encoder.addTextOrNull(jsonOf(custom));
        }
      }
    }
    encoder.endArray(group);
    encoder.endRow();
  };
}

const [sortNameCode, emailKeyCode, phoneKeyCode, matchKeyCode, searchTextCode, originalsCode, customCode] = [
  -1, -2, -3, -4, -5, -6, -7,
] as const;
const derivedCodes: Readonly<Record<string, number>> = {
  sort_name: sortNameCode,
  email_key: emailKeyCode,
  phone_key: phoneKeyCode,
  match_key: matchKeyCode,
  search_text: searchTextCode,
  originals: originalsCode,
  custom: customCode,
};
const codeOf = (column: string): number => derivedCodes[column] ?? slots[column as keyof typeof slots];

// eslint-disable-next-line no-control-regex
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;
const quotedNames = storedFields.map((field) => `"${field}":`);

function originalsJson(originals: readonly (string | null)[]): string {
  let json = '{';
  for (let slot = 0; slot < originals.length; slot += 1) {
    const typed = originals[slot];
    if (typed === null || typed === undefined) continue;
    if (json.length > 1) json += ',';
    json += quotedNames[slot];
    json += needsEscape.test(typed) ? JSON.stringify(typed) : `"${typed}"`;
  }
  return `${json}}`;
}

function jsonOf(record: Readonly<Record<string, string>>): string | null {
  for (const _ in record) return JSON.stringify(record);
  return null;
}

/** Packs customers held as objects: those that were merged. `revision`, if given, comes after the number. */
export function customerPacker(
  encoder: JsonbRows,
  columns: readonly string[],
): (number: number, customer: MergeSide, revision?: number) => void {
  return (number, { values, custom, originals }, revision) => {
    const stored = storedColumns(values, custom, originals) as unknown as Readonly<Record<string, string | null>>;
    const cells = [
      number,
      ...(revision === undefined ? [] : [revision]),
      ...columns.map((column) => stored[column] ?? null),
    ];
    encoder.startRow();
    for (let at = 0; at < cells.length; at += groupSize) {
      const group = encoder.startArray();
      for (const cell of cells.slice(at, at + groupSize)) encoder.add(cell);
      encoder.endArray(group);
    }
    encoder.endRow();
  };
}
