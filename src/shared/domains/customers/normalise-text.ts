/** One line of text as it should be stored: no space around it, single spaces inside. */

/** True for what people type as space within a line: space, tab, line ends, no-break space. */
const isSpace = (unit: number): boolean => unit === 32 || unit === 160 || (unit >= 9 && unit <= 13);

/** Trims and collapses spaces. Every other character stays exactly as it came. */
export function oneLine(text: string): string {
  const { length } = text;
  if (length === 0) return text;
  let spaceBefore = true;
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index);
    const space = isSpace(unit);
    if (space && (spaceBefore || unit !== 32)) return collapse(text);
    spaceBefore = space;
  }
  return spaceBefore ? text.slice(0, -1) : text;
}

const spaces = /[ \u00a0\t\n\v\f\r]+/g;

function collapse(text: string): string {
  const single = text.replace(spaces, ' ');
  const start = single.startsWith(' ') ? 1 : 0;
  const end = single.endsWith(' ') ? single.length - 1 : single.length;
  return end > start ? single.slice(start, end) : '';
}

/** Takes space away from both ends only. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/**
 * Remembers answers for texts that come again and again (countries, first names). Each text has one place, found from its
 * length and three of its characters, so that looking costs less than a hash of the whole; a newcomer takes the place.
 */
export function remembering<T>(answer: (text: string) => T, places = 4_096): (text: string) => T {
  const keys: string[] = Array.from({ length: places }, () => '');
  const answers: T[] = [];
  const mask = places - 1;
  return (text) => {
    const { length } = text;
    if (length === 0 || length > 200) return answer(text);
    const place =
      (text.charCodeAt(0) * 31 +
        text.charCodeAt(length >> 1) * 1_021 +
        text.charCodeAt(length - 1) * 131 +
        text.charCodeAt(length >> 2) * 517 +
        length * 7) &
      mask;
    if (keys[place] === text) return answers[place] as T;
    const fresh = answer(text);
    // A slice keeps the whole text it was cut from alive; what came through JSON does not.
    keys[place] = length > 12 ? (JSON.parse(JSON.stringify(text)) as string) : text;
    answers[place] = fresh;
    return fresh;
  };
}
