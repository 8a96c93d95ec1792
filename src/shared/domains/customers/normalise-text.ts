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

/** Remembers answers for texts that come again and again (countries, days, first names); starts anew when full. */
export function remembering<T>(answer: (text: string) => T, most = 20_000): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = answer(text);
    if (known.size >= most) known = new Map();
    // A slice of a large chunk would keep the whole chunk alive; text that came through JSON does not.
    known.set(text.length > 12 ? (JSON.parse(JSON.stringify(text)) as string) : text, fresh);
    return fresh;
  };
}
