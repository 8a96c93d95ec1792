/** Schemas for what people type: one line, or several; always something the store gives back unchanged. */
import { z } from 'zod';
import { isStorable } from './text';

const storable = { error: 'unstorable_characters' };

/** One line that says something: it stands in lists, tables and calendars. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => isStorable(text) && !/\p{Cc}/u.test(text), storable);

/** One line that may be left empty. */
export const oneLineOrNone = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => isStorable(text) && !/\p{Cc}/u.test(text), storable);

/** Several lines, or none. */
export const someLines = (longest: number) => z.string().trim().max(longest).refine(isStorable, storable);
