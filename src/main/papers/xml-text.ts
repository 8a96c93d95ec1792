/** Text as an office file can hold it: XML allows neither control characters nor halves of characters. */
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Writes such a character as its number, as the PDF does with one that no font draws. */
export const xmlText = (text: string): string =>
  text.replaceAll(illegal, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
