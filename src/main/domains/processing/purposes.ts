/** Purposes that a proposal needs and the business does not have yet. */
import type { ProcessingContent } from '#shared/content/processing-data';
import { type Language, wordsIn } from '#shared/content/words';
import type { PurposeId } from '#shared/domains/fields/model';
import type { WriteDb } from '../../db/handles';
import { insertPurpose, listPurposes } from '../fields/public';

/** Makes the purposes that are not there yet, named in the language of whoever takes them. */
export async function makePurposes(
  db: WriteDb,
  content: ProcessingContent,
  ids: readonly string[],
  language: Language,
): Promise<string[]> {
  const there = new Set<string>((await listPurposes(db)).map(({ id }) => id));
  const missing = content.purposes.filter(({ id }) => ids.includes(id) && !there.has(id));
  for (const { id, name, lawfulBasis } of missing)
    await insertPurpose(db, { id: id as PurposeId, name: wordsIn(name, language), lawfulBasis, revision: 1 });
  return missing.map(({ id }) => id);
}
