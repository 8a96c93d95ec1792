/** All English words, by domain. */
import { customers } from './en/customers';
import { imports } from './en/imports';
import { shell } from './en/shell';
import { vault } from './en/vault';

export const en = { shell, vault, customers, imports };
