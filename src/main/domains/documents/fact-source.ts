/** What a domain offers so that documents can repeat what it knows. */
import type { Language } from '#shared/content/words';
import type { Facts, FactWords } from '#shared/domains/documents/facts';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';

export type FactAsk = {
  readonly workbench: Workbench;
  readonly db: ReadDb;
  readonly law: Law;
  /** The language of the document, in which names of ours are to be said. */
  readonly language: Language;
};

/**
 * One source of facts. To add one: write `facts.ts` in your domain with such an object, export it from your `public.ts`, and add
 * a line to `fact-sources.ts` here. `words` names every fact a template may ask for, as `<source>.<fact>`; rows are objects
 * of text, whose columns templates use as `{{column}}`. Nothing has to be told when something changes: documents compare on
 * their own. In the page, add `documents` to what your domain's changes renew (`app/queries.ts`).
 */
export type FactSource = { readonly words: FactWords; readonly read: (ask: FactAsk) => Promise<Facts> };
