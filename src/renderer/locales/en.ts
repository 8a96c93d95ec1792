/** All English words, by domain. */
import { shell } from './en/shell';
import { vault } from './en/vault';

export const en = { shell, vault };
