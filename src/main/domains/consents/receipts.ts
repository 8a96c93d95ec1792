/** The receipt of one fact: as JSON that anybody can check, and as a page for people. */
import { readFile, writeFile } from 'node:fs/promises';
import type { ConsentId } from '#shared/domains/consents/model';
import { checkReceipt, ConsentReceipt, recordOf, Statement } from '#shared/domains/consents/receipt';
import { receiptPaper } from '#shared/domains/consents/receipt-paper';
import { assert } from '#shared/kernel/assert';
import { notFound } from '#shared/kernel/failures';
import type { Instant } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import { publish } from '../../files/publish';
import { savePaper } from '../../papers/save-paper';
import { canonicalJson, proveLeaf, sha256, verifyEd25519 } from '../trail/public';
import { findFact, leafOf } from './store';

/** Throws `not-found` when there is no such fact, erased ones included. */
export async function makeReceipt(db: WriteDb, id: ConsentId, now: Instant): Promise<ConsentReceipt> {
  const fact = await findFact(db, id);
  const number = fact === null ? null : await leafOf(db, id);
  if (fact === null || number === null) throw notFound('consent');
  return {
    format: 'steward-consent-receipt/1',
    record: recordOf(Statement.parse(JSON.parse(fact.statement))),
    statement: fact.statement,
    salt: fact.salt,
    proof: await proveLeaf(db, number, now),
  };
}

export const verifyReceipt = (file: unknown, trustedKey?: string) =>
  checkReceipt({ sha256, verify: verifyEd25519, canonical: canonicalJson }, file, trustedKey);

/** Written, read again, checked as a stranger would, and only then given its name. */
export async function saveReceipt(
  receipt: ConsentReceipt,
  { file, format, language, at }: { file: string; format: 'json' | 'pdf'; language: 'en' | 'de'; at: Instant },
): Promise<void> {
  assert(verifyReceipt(receipt).holds, 'a receipt just made holds');
  if (format === 'pdf') {
    await savePaper(receiptPaper(receipt, language), 'pdf', file, { madeAt: at });
    return;
  }
  const text = `${JSON.stringify(receipt, null, 2)}\n`;
  await publish(
    file,
    (temporary) => writeFile(temporary, text, { mode: 0o600, flag: 'wx' }),
    async (temporary) => {
      const read: unknown = JSON.parse(await readFile(temporary, 'utf8'));
      assert(verifyReceipt(read).holds, 'the receipt on the disk holds, too');
    },
  );
}
