/** What a domain offers so that Today can say what is due in it; each domain's `public.ts` exports one such function. */
import type { DueDraft } from '#shared/domains/today/model';
import type { Day } from '#shared/kernel/time';
import type { Law } from '../content/law-source';
import type { ReadDb } from '../db/handles';
import type { Workbench } from './workbench';

export type DueAsk = {
  readonly workbench: Workbench;
  readonly db: ReadDb;
  readonly law: Law;
  /** The day where the person is. */
  readonly today: Day;
  readonly language: 'en' | 'de';
  /** Everything with a date, also what is far ahead and would bury what is due now. */
  readonly whole?: boolean;
};

/** Everything due or waiting in one domain, in any order; Today says how urgent it is. */
export type DueSource = (ask: DueAsk) => Promise<readonly RepeatedDue[]>;

/** `everyDays`: it comes again so many days after it was done, for whoever looks at a whole year. */
export type RepeatedDue = DueDraft & { readonly everyDays?: number };
