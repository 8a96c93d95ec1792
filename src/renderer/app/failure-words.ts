/** Every failure in words, in every language; the compiler complains when one is missing. */
import type { Failure } from '#shared/kernel/failures';
import type { Language } from './language';
import { deFailures } from '../locales/de/failures';
import { enFailures } from '../locales/en/failures';
import type { Explained, FailureWords } from '../locales/failure-shape';

const words: Readonly<Record<Language, FailureWords>> = { en: enFailures, de: deFailures };

export function failureInWords(failure: Failure, language: Language): Explained {
  const table = words[language];
  switch (failure.code) {
    case 'unavailable':
      return table.unavailable[failure.resource];
    case 'rule':
      return filled(table.rules[failure.rule] ?? table.rule, failure.facts ?? {});
    case 'invalid':
      return table.invalid;
    case 'not-found':
      return table.notFound;
    case 'conflict':
      return table.conflict;
    case 'forbidden':
      return table.forbidden;
    case 'locked':
      return table.locked;
    case 'bug':
      return table.bug(failure.incident);
  }
}

/** `{line}` in the words of a rule becomes the fact of that name. */
function filled(words: Explained, facts: Readonly<Record<string, string | number>>): Explained {
  const fill = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
  return { happened: fill(words.happened), kept: fill(words.kept), next: fill(words.next) };
}
