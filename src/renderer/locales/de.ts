/** All German words, by domain; the compiler says which are missing. */
import type { en } from './en';
import { shell } from './de/shell';
import { vault } from './de/vault';

export const de: typeof en = { shell, vault };
