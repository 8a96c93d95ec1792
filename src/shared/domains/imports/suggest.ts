/** What should become of each column of a file: mapped to a field that has a purpose, dropped, or for a person to decide. */
import { isEmail } from '#shared/domains/customers/normalise-email';
import { flagsByContent, flagsByHeader } from './flags';
import { headerId } from './headers';
import type { Column, ColumnFlag, ProfileName } from './model';
import { profileNamed, type ProfileTarget, targetsOf } from './profiles/all';
import { plainHeaders } from './profiles/generic';

/** Samples shown for a column, and how long each may be. */
const samplesShown = 5;
const sampleLength = 80;

let plain: Map<string, string> | undefined;
function plainField(header: string): string | undefined {
  if (plain === undefined) {
    plain = new Map();
    for (const [field, headers] of Object.entries(plainHeaders as Readonly<Record<string, readonly string[]>>))
      for (const name of headers) if (!plain.has(headerId(name))) plain.set(headerId(name), field);
  }
  // The second "Phone" of a file is "Phone (2)" here and means the same.
  return plain.get(headerId(header.replace(/ \(\d+\)$/, '')));
}

/** Fields whose values are checked more cheaply by their kind than by proofs, and where chance look-alikes are common. */
const notProved = new Set(['phone', 'mobile', 'email', 'postal_code']);

/** `rows` are the first rows of the file. */
export function suggestColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  profile: ProfileName,
): Column[] {
  const known = profileNamed(profile);
  const targets = known ? targetsOf(known) : undefined;
  return headers.map((header, index) => {
    const values = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    const target = targets?.get(headerId(header));
    const field = typeof target === 'object' ? target.field : target === 'drop' ? undefined : plainField(header);
    const flags = new Set<ColumnFlag>(target === undefined || isDoubtful(target) ? flagsByHeader(header) : []);
    if (field === 'birth_date') flags.add('birth-date');
    if (field === undefined || !notProved.has(field)) for (const flag of flagsByContent(values)) flags.add(flag);
    const samples = [...new Set(values)].slice(0, samplesShown).map((value) => value.slice(0, sampleLength));
    const column = { index, header, samples: flags.size > 0 ? [] : samples, flags: [...flags] };
    if (flags.size > 0) return { ...column, field: null, decision: 'drop', because: 'flagged' };
    if (target === 'drop') return { ...column, field: null, decision: 'drop', because: 'profile' };
    if (field !== undefined)
      return { ...column, field, decision: 'map', because: target === undefined ? 'header' : 'profile' };
    if (values.length === 0) return { ...column, field: null, decision: 'drop', because: 'empty' };
    if (values.length > 0 && values.filter((value) => isEmail(value.trim())).length >= values.length * 0.8) {
      return { ...column, field: 'email', decision: 'map', because: 'content' };
    }
    return { ...column, field: null, decision: 'undecided', because: 'unknown' };
  });
}

/** A profile's word for a column is taken, except where it maps something that is flagged by its nature. */
const isDoubtful = (target: ProfileTarget): boolean =>
  target === 'drop' || target.field === 'birth_date' || target.field === 'notes';
