/** Tags from one cell: separated by `;`, `,`, `|` or line ends, each once. */
import { oneLine, remembering } from './normalise-text';

/** Longest tag and most tags a customer has; the model holds the same limits. */
const longestTag = 80;
const mostTags = 100;

export type ReadTags = {
  readonly tags: readonly string[];
  /** The tags as the table holds them; null for none. */
  readonly json: string | null;
  /** False when a tag was too long or there were too many. */
  readonly whole: boolean;
};

const separators = /[;,|\n]|:::/;

function read(text: string): ReadTags {
  return unite(text.split(separators).map((part) => part.replace(/^[\s"'*]+|[\s"]+$/g, '')));
}

function unite(parts: readonly string[]): ReadTags {
  const seen = new Map<string, string>();
  let whole = true;
  for (const part of parts) {
    const tag = oneLine(part);
    if (tag === '') continue;
    if (tag.length > longestTag || seen.size >= mostTags) whole = false;
    else if (!seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  const tags = [...seen.values()];
  return { tags, json: tags.length > 0 ? JSON.stringify(tags) : null, whole };
}

const answer = remembering(read);

export const normaliseTags = (input: string | readonly string[]): ReadTags =>
  typeof input === 'string' ? answer(input) : unite(input);
