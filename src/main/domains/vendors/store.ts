/** Questionnaires in the store. */
import type { AnswerFile, Questionnaire, QuestionnaireId, VendorId } from '#shared/domains/vendors/model';
import type { Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

const asQuestionnaire = `json_object('id', id, 'vendor', vendor, 'language', language, 'sentAt', sent_at, 'questions', json(questions),
  'takenAt', taken_at, 'filledInBy', filled_in_by, 'filledInOn', filled_in_on, 'answers', json(answers))`;

/** Newest first. */
export const listQuestionnaires = (db: ReadDb, vendor: VendorId): Promise<Questionnaire[]> =>
  packedRows<Questionnaire>(
    db,
    `select ${asQuestionnaire} as value from vendor_questionnaires where vendor = ? order by sent_at desc, id`,
    [vendor],
  );

export async function findQuestionnaire(db: ReadDb, id: QuestionnaireId): Promise<Questionnaire | null> {
  const [found] = await packedRows<Questionnaire>(
    db,
    `select ${asQuestionnaire} as value from vendor_questionnaires where id = ?`,
    [id],
  );
  return found ?? null;
}

export const insertQuestionnaire = (
  db: WriteDb,
  {
    id,
    vendor,
    language,
    sentAt,
    questions,
  }: Pick<Questionnaire, 'id' | 'vendor' | 'language' | 'sentAt' | 'questions'>,
) =>
  db.query
    .insertInto('vendor_questionnaires')
    .values({
      id,
      vendor,
      language,
      sent_at: sentAt,
      questions: JSON.stringify(questions),
      taken_at: null,
      filled_in_on: null,
    })
    .execute();

export const keepAnswers = (db: WriteDb, { questionnaire, filledInBy, filledInOn, answers }: AnswerFile, at: Instant) =>
  db.query
    .updateTable('vendor_questionnaires')
    .set({ taken_at: at, filled_in_by: filledInBy, filled_in_on: filledInOn, answers: JSON.stringify(answers) })
    .where('id', '=', questionnaire)
    .where('taken_at', 'is', null)
    .execute();
