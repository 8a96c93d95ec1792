/** What stands on a sheet of the escrow: one part of a secret in eight short lines, each with a check of its own. */

/** One of three parts; any two give the secret, one alone says nothing about it. */
export type EscrowSheet = { readonly number: number; readonly set: string; readonly part: Uint8Array };

/** Why typed lines are no sheet: a line with a slip of the pen, or too few or too many of them. */
export type SheetProblem = { readonly problem: 'line'; readonly line: number } | { readonly problem: 'length' };

/** Crockford's 32 characters: none of them looks like another one. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lines = 8;
const perLine = 8;
const version = 1;
const setBytes = 6;
const partBytes = 33;

/** The eight lines to print, each as `ABCD EFGH 7K`: two groups and the check of the line. */
export function sheetLines({ number, set, part }: EscrowSheet): string[] {
  const setOf = Uint8Array.from(set.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (part.length !== partBytes || setOf.length !== setBytes) throw new Error('A part has 33 bytes, a set 6.');
  const text = base32(Uint8Array.from([(version << 4) | number, ...setOf, ...part]));
  return Array.from({ length: lines }, (_, at) => {
    const line = text.slice(at * perLine, (at + 1) * perLine);
    return `${line.slice(0, 4)} ${line.slice(4)} ${checkOf(line, at)}`;
  });
}

/** A sheet as somebody typed or scanned it. Spaces, dashes, small letters, numbers before lines and the scanned heading do not matter. */
export function readSheet(typed: string): EscrowSheet | SheetProblem {
  const characters = typed
    .toUpperCase()
    .split('\n')
    .filter((line) => !line.trim().startsWith('STEWARD'))
    .map((line) => line.replaceAll(/(^|\s)[1-8][.):]/g, '$1'))
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const given = Array.from({ length: Math.ceil(characters.length / (perLine + 2)) }, (_, at) =>
    characters.slice(at * (perLine + 2), (at + 1) * (perLine + 2)),
  );
  const wrong = given.findIndex(
    (line, at) => line.length !== perLine + 2 || checkOf(line.slice(0, perLine), at) !== line.slice(perLine),
  );
  if (wrong !== -1 && wrong < lines) return { problem: 'line', line: wrong + 1 };
  if (given.length !== lines) return { problem: 'length' };
  const [head = 0, ...rest] = bytesOf(given.map((line) => line.slice(0, perLine)).join(''));
  const number = head & 15;
  if (head >> 4 !== version || number < 1 || number > 3) return { problem: 'length' };
  return {
    number,
    set: rest
      .slice(0, setBytes)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
    part: Uint8Array.from(rest.slice(setBytes)),
  };
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replaceAll(/.{5}/g, (five) => alphabet[Number.parseInt(five, 2)] ?? '');
}

function bytesOf(text: string): number[] {
  const bits = Array.from(text, (character) => alphabet.indexOf(character).toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
}

/** CRC-10 of a line with its place: sees every wrong character, every two neighbours swapped and every line out of order. */
function checkOf(line: string, at: number): string {
  let rest = at + 1;
  for (const character of line) {
    const value = alphabet.indexOf(character);
    if (value === -1) return '';
    for (let bit = 4; bit >= 0; bit -= 1) {
      const top = ((rest >> 9) & 1) ^ ((value >> bit) & 1);
      rest = ((rest << 1) & 0x3ff) ^ (top === 1 ? 0x233 : 0);
    }
  }
  return `${alphabet[rest >> 5]}${alphabet[rest & 31]}`;
}
