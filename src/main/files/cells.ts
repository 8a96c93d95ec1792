/** Cells that a spreadsheet would run as a formula, made harmless: an apostrophe in front, as people type one themselves. */

/** What spreadsheets take for the start of a formula, full-width forms and the characters they skip before it included. */
const dangerous = /^[\s\u0000-\u001f\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\u0000]/;
/** Numbers and phone numbers start with a sign and are no formulas. */
const plainNumber = /^[+-]?\d[\d .,()/-]*$/;

/** The cell as it is, or with an apostrophe in front. The JSON export holds what is stored, unchanged. */
export const harmless = (cell: string): string => (dangerous.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell);
