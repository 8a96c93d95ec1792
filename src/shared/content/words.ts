/** Text of a pack in one or more languages. English is always there; other languages are added where somebody wrote them. */
import { z } from 'zod';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const Words = z.strictObject({ en: z.string().min(1), de: z.string().min(1).optional() });
export type Words = z.infer<typeof Words>;

/** The text in `language`, or in English where nobody has translated it yet. */
export const wordsIn = (words: Words, language: Language): string => words[language] ?? words.en;
