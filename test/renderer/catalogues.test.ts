/** Both languages side by side: the same words are there, none is empty or left in English, and they read as people write. */
import { describe, expect, it } from 'vitest';
import { de } from '../../src/renderer/locales/de';
import { deFailures } from '../../src/renderer/locales/de/failures';
import { deTasks } from '../../src/renderer/locales/de/tasks';
import { en } from '../../src/renderer/locales/en';
import { enFailures } from '../../src/renderer/locales/en/failures';
import { enTasks } from '../../src/renderer/locales/en/tasks';

type Leaf = { readonly path: string; readonly value: unknown };

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path === '' ? name : `${path}.${name}`));
}

const all = {
  en: leavesOf({ ...en, failures: enFailures, tasks: enTasks }),
  de: leavesOf({ ...de, failures: deFailures, tasks: deTasks }),
};
const inGerman = new Map(all.de.map(({ path, value }) => [path, value]));

/** What a function of words gives for numbers, texts and lists, whichever it takes; undefined when it takes something else. */
function said(words: (...given: unknown[]) => unknown, given: unknown): string | undefined {
  try {
    const text = words(...Array.from({ length: Math.max(words.length, 1) }, () => given));
    // Whoever wanted a number and got a text says so.
    return typeof text === 'string' && !/undefined|NaN/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function textsOf({ value }: Leaf): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'function') return [];
  const words = value as (...given: unknown[]) => unknown;
  return [0, 1, 2, 1_234, 'x', ['x', 'y']].flatMap((given) => said(words, given) ?? []);
}

describe('English and German', () => {
  it('have the same words, of the same kind', () => {
    const kinds = (leaves: readonly Leaf[]) => leaves.map(({ path, value }) => `${path} ${typeof value}`).toSorted();
    expect(all.en.length).toBeGreaterThan(500);
    expect(kinds(all.de)).toEqual(kinds(all.en));
  });

  it('are not left empty where the other says something', () => {
    expect(
      all.en.filter(({ path, value }) => (value === '') !== (inGerman.get(path) === '')).map(({ path }) => path),
    ).toEqual([]);
  });

  it('are different wherever a whole sentence is said', () => {
    const isSentence = (text: string): boolean => text.split(' ').length >= 4;
    const same = all.en.filter(
      ({ path, value }) => typeof value === 'string' && isSentence(value) && inGerman.get(path) === value,
    );
    expect(same.map(({ path }) => path)).toEqual([]);
  });
});

describe.each(['en', 'de'] as const)('%s', (language) => {
  const texts = all[language].flatMap((leaf) => textsOf(leaf).map((text) => ({ path: leaf.path, text })));
  const where = (isWrong: (text: string) => boolean): string[] =>
    texts.filter(({ text }) => isWrong(text)).map(({ path, text }) => `${path}: ${text}`);

  it('writes no long dashes, no three dots, no straight quotes', () => {
    expect(where((text) => /—|\.\.\.|"|\w'\w|\s'/.test(text))).toEqual([]);
  });

  it('leaves no stray spaces and nothing that a program meant', () => {
    expect(where((text) => text !== text.trim() || / {2}|\[object|\$\{/.test(text))).toEqual([]);
  });

  it('never says that anybody complies', () => {
    const claim =
      language === 'en' ? /\b(?:is|are|you’re) (?:fully )?compliant\b/i : /\b(?:sind|ist) (?:voll )?konform\b/i;
    expect(where((text) => claim.test(text)).filter((one) => !/never|nie\b/.test(one))).toEqual([]);
  });

  it('addresses people politely and alike', () => {
    if (language === 'de') expect(where((text) => /\b(?:[Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b/.test(text))).toEqual([]);
    expect(where((text) => /\bplease please|!!|\?\?/.test(text))).toEqual([]);
  });
});
