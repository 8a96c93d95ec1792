/** All English words, by domain. */
import { applicability } from './en/applicability';
import { customers } from './en/customers';
import { evidence } from './en/evidence';
import { imports } from './en/imports';
import { law } from './en/law';
import { obligations } from './en/obligations';
import { shell } from './en/shell';
import { today } from './en/today';
import { vault } from './en/vault';

export const en = { shell, vault, today, customers, imports, law, applicability, obligations, evidence };
