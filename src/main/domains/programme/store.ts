/** Management reviews in the store. */
import type { Review } from '#shared/domains/programme/model';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

/** Newest first. */
export async function listReviews(db: ReadDb): Promise<Review[]> {
  return packedRows<Review>(
    db,
    `select json_patch(content, json_object('id', id, 'digest', digest, 'publicKey', public_key, 'signature', signature,
       'evidence', evidence, 'by', by, 'at', at)) as value from management_reviews order by held_on desc, at desc, id`,
  );
}

export const insertReview = (db: WriteDb, review: Review, content: object) =>
  db.query
    .insertInto('management_reviews')
    .values({
      id: review.id,
      content: JSON.stringify(content),
      digest: review.digest,
      public_key: review.publicKey,
      signature: review.signature,
      evidence: review.evidence,
      held_on: review.heldOn,
      next_on: review.nextOn,
      by: review.by,
      at: review.at,
    })
    .execute();
