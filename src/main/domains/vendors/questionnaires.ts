/** Questionnaires to vendors: written as a page, read back as a file whose every word is a stranger's. */
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { type Language, wordsIn } from '#shared/content/words';
import { AnswerFile, type Questionnaire, type QuestionnaireId, type VendorId } from '#shared/domains/vendors/model';
import { questionnairePage, questionnaireScript } from '#shared/domains/vendors/questionnaire-page';
import { assert } from '#shared/kernel/assert';
import { brokenRule, notFound, unavailable } from '#shared/kernel/failures';
import { fileFailure } from '../../files/durable';
import { publish } from '../../files/publish';
import type { TaskContext } from '../../ipc/context';
import type { ReadDb } from '../../db/handles';
import { newestVersions } from '../../db/versions';
import { readBusiness } from '../business/public';
import { findQuestionnaire, insertQuestionnaire } from './store';

/** No list of answers is longer. */
const largestFile = 1024 * 1024;

export async function writeQuestionnaire(
  context: TaskContext,
  {
    vendor: id,
    language,
    file,
  }: { readonly vendor: VendorId; readonly language: Language; readonly file?: string | undefined },
) {
  const db = context.read();
  const vendor = await nameOf(db, id);
  const place = await context.fileToWrite(file, `${vendor}.html`, [{ name: 'HTML', extensions: ['html'] }]);
  const business = (await readBusiness(db)).facts?.name ?? 'Steward';
  const questions = context.workbench.law
    .current()
    .processing.questions.map(({ name, kind, words }) => ({ name, kind, words: wordsIn(words, language) }));
  const questionnaire = context.newId('vqn') as QuestionnaireId;
  const scriptDigest = `sha256-${createHash('sha256').update(questionnaireScript).digest('base64')}`;
  const page = questionnairePage({ id: questionnaire, language, questions, business, vendor, scriptDigest });
  const { bytes } = await publish(
    place,
    (temporary) => writeFile(temporary, page, { mode: 0o600, flag: 'wx' }),
    async (temporary) => assert((await readFile(temporary, 'utf8')) === page, 'the file holds the page'),
  );
  await context.write((write) =>
    insertQuestionnaire(write, { id: questionnaire, vendor: id, language, sentAt: context.now(), questions }),
  );
  return { file: place, bytes, questionnaire, questions: questions.length };
}

/** Nothing of the file is kept or trusted; it is shown to somebody who decides. */
export async function readAnswers(context: TaskContext, { file }: { readonly file?: string | undefined }) {
  const place = await context.fileToRead(file, [{ name: 'JSON', extensions: ['json'] }]);
  let text: string;
  try {
    if ((await stat(place)).size > largestFile) throw unavailable('file-too-large');
    text = await readFile(place, 'utf8');
  } catch (error) {
    throw fileFailure(error);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw unavailable('file-format');
  }
  const answers = AnswerFile.safeParse(parsed);
  if (!answers.success) throw unavailable('file-format');
  const asked = await fitting(context.read(), answers.data);
  return { answers: answers.data, vendor: asked.vendor, vendorName: await nameOf(context.read(), asked.vendor) };
}

/** The questionnaire these are answers to; throws when there is none, when it has answers already, or when something else is answered. */
export async function fitting(db: ReadDb, { questionnaire, answers }: AnswerFile): Promise<Questionnaire> {
  const asked = await findQuestionnaire(db, questionnaire);
  if (asked === null) throw notFound('questionnaire');
  if (asked.takenAt !== null) throw brokenRule('vendors.answers-there');
  const kinds = new Map(asked.questions.map(({ name, kind }) => [name, kind]));
  for (const [name, answer] of Object.entries(answers)) {
    const kind = kinds.get(name);
    const fits =
      kind === undefined
        ? false
        : kind === 'yes-no'
          ? ['yes', 'no', 'not-known'].includes(answer)
          : kind === 'day'
            ? /^\d{4}-\d{2}-\d{2}$/.test(answer)
            : true;
    if (!fits) throw brokenRule('vendors.not-asked');
  }
  return asked;
}

async function nameOf(db: ReadDb, id: VendorId): Promise<string> {
  const vendor = (await newestVersions<{ name: string }>(db, 'vendors')).find((one) => one.id === id);
  if (vendor === undefined) throw notFound('vendor');
  return vendor.content.name;
}
