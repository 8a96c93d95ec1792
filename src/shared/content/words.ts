/** Text of a pack. A pack says everything in every language of the app, so that switching the language switches all of it. */
import { z } from 'zod';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const Words = z.strictObject({ en: z.string().min(1), de: z.string().min(1) });
export type Words = z.infer<typeof Words>;

export const wordsIn = (words: Words, language: Language): string => words[language];
