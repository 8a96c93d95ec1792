/** Tags from one cell: separated by `;`, `,`, `|` or line ends, each once. */
import { oneLine, remembering } from './normalise-text';

/** Longest tag and most tags a customer has; the model holds the same limits. */
const longestTag = 80;
const mostTags = 100;

const separators = /[;,|\n]|:::/;

function read(text: string): { tags: readonly string[]; whole: boolean } {
  return unite(text.split(separators).map((part) => part.replace(/^[\s"'*]+|[\s"]+$/g, '')));
}

function unite(parts: readonly string[]): { tags: readonly string[]; whole: boolean } {
  const seen = new Map<string, string>();
  let whole = true;
  for (const part of parts) {
    const tag = oneLine(part);
    if (tag === '') continue;
    if (tag.length > longestTag || seen.size >= mostTags) whole = false;
    else if (!seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return { tags: [...seen.values()], whole };
}

const answer = remembering(read, 5_000);

/** `whole` is false when a tag was too long or there were too many. */
export const normaliseTags = (input: string | readonly string[]): { tags: readonly string[]; whole: boolean } =>
  typeof input === 'string' ? answer(input) : unite(input);
