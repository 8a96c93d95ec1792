/** The words for long tasks; a task without a name of its own is still called something. */
import type { Language } from './language';
import { deTasks } from '../locales/de/tasks';
import { enTasks } from '../locales/en/tasks';

const words: Readonly<Record<Language, typeof enTasks>> = { en: enTasks, de: deTasks };

export const taskWords = (language: Language): typeof enTasks => words[language];

/** `customers.export` → "Exporting customers". */
export function taskName(name: string, language: Language): string {
  const { names, other } = words[language];
  return (Object.hasOwn(names, name) ? names[name] : undefined) ?? other;
}
