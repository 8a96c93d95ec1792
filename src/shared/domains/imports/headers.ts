/** The header row of a file: where it is, and names that tell its columns apart. */
import { fold } from '#shared/kernel/text';

/** The form headers are compared in: without case, accents, punctuation and extra spaces. `E-mail 1 - Value` is `e mail 1 value`. */
export const headerKey = (header: string): string =>
  fold(header.replace(/([a-z\d])([A-Z][a-z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same without any space: `LASTNAME`, `Last Name` and `lastName` are one header. */
export const headerId = (header: string): string => headerKey(header).replaceAll(' ', '');

const looksLikeValue = /@\S+\.\S|^https?:|^[+(]?\d[\d ()/.-]{5,}$|^\d{4}-\d\d-\d\d/;
const filled = (row: readonly string[]): number =>
  row.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);

/**
 * The position of the header row, or null when the file starts with data. A title line above the table has far fewer
 * cells than the table and is passed over.
 */
export function findHeaders(rows: readonly (readonly string[])[]): number | null {
  const first = rows.slice(0, 20);
  const widest = Math.max(0, ...first.map(filled));
  for (const [index, row] of first.entries()) {
    const cells = filled(row);
    if (cells === 0 || (cells < widest * 0.5 && cells < 3 && widest > 2)) continue;
    return row.some((cell) => looksLikeValue.test(cell.trim())) ? null : index;
  }
  return null;
}

/** Headers with a number behind the second and further ones of a name, and `Column 5` for empty ones. */
export function uniqueHeaders(headers: readonly string[]): string[] {
  const used = new Set<string>();
  return headers.map((header, index) => {
    const base = header.trim().slice(0, 200) || `Column ${index + 1}`;
    let name = base;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${base} (${number})`;
    used.add(name.toLowerCase());
    return name;
  });
}
