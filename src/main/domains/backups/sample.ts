/** Opens a few pieces of evidence of a restored vault, spread over all of them, and compares each with what was taken in. */
import type { ReadDb } from '../../db/handles';
import { currentEvidence, readKept } from '../evidence/public';

const most = 20;

/** How many were right; null when one was not. */
export async function sampleEvidence(db: ReadDb, folder: string, key: Buffer | null): Promise<number | null> {
  const all = await currentEvidence(db);
  if (all.length === 0) return 0;
  if (key === null) return null;
  const step = Math.max(1, Math.floor(all.length / most));
  const sample = all.filter((_, index) => index % step === 0).slice(0, most);
  for (const one of sample) if ((await readKept(folder, key, one)) === null) return null;
  return sample.length;
}
