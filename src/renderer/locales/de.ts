/** All German words, by domain; the compiler says which are missing. */
import type { en } from './en';
import { customers } from './de/customers';
import { imports } from './de/imports';
import { shell } from './de/shell';
import { vault } from './de/vault';

export const de: typeof en = { shell, vault, customers, imports };
