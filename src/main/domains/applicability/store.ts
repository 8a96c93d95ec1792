/** Answers of the applicability conversation: added, never changed; the newest of a question counts, also when it is "I do not know". */
import type { GivenAnswer } from '#shared/domains/applicability/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptAnswer = {
  readonly question: string;
  readonly answer: GivenAnswer | null;
  readonly at: Instant;
  readonly edition: string;
};

export async function newestAnswers(db: ReadDb): Promise<Map<string, KeptAnswer>> {
  const rows = await packedRows<KeptAnswer>(
    db,
    `select json_object('question', question, 'answer', json(answer), 'at', at, 'edition', edition) as value from applicability_answers
      where id in (select max(id) from applicability_answers group by question)`,
  );
  return new Map(rows.map((row) => [row.question, row]));
}

export async function insertAnswer(db: WriteDb, kept: KeptAnswer & { readonly actor: string }): Promise<void> {
  await db.query
    .insertInto('applicability_answers')
    .values({
      question: kept.question,
      answer: JSON.stringify(kept.answer),
      at: kept.at,
      actor: kept.actor,
      edition: kept.edition,
    })
    .execute();
}
