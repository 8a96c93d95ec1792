/** Answers about which law applies. */
import { writeFile } from 'node:fs/promises';
import type { Question } from '#shared/content/pack';
import { wordsIn } from '#shared/content/words';
import type { GivenAnswer } from '#shared/domains/applicability/model';
import type { applicability } from '#shared/domains/applicability/operations';
import { assert } from '#shared/kernel/assert';
import { AppError, notFound } from '#shared/kernel/failures';
import type { Handlers } from '../../ipc/context';
import { readFile } from 'node:fs/promises';
import { publish } from '../../files/publish';
import { innerKey } from '../../vault/inner-keys';
import { peopleByPlace } from '../customers/public';
import { savePaper } from '../../papers/save-paper';
import { trailCheckpoint } from '../trail/public';
import { askedAgain, decide, heldAmong, inUsefulOrder } from './decide';
import { memoDocument, signedMemo } from './memo';
import { insertAnswer } from './store';

export const applicabilityHandlers: Handlers<typeof applicability> = {
  questions: async ({ db, workbench }, { language }) => {
    const law = workbench.law.current();
    const { answers, open, byPack } = await decide(db, workbench);
    const people = await peopleByPlace(workbench);
    const again = new Map(askedAgain(law, answers, people).map((one) => [one.question.name, one]));
    return inUsefulOrder(byPack.map(({ pack }) => pack)).map(({ pack, question }) => {
      const [back, kept] = [again.get(question.name), answers.get(question.name)];
      return {
        name: question.name,
        regulation: pack.manifest.regulation,
        words: wordsIn(question.words, language),
        answer: question.answer,
        choices: (question.choices ?? []).map(({ name, words }) => ({ name, words: wordsIn(words, language) })),
        given: kept?.answer ?? null,
        givenAt: kept?.at ?? null,
        notKnown: kept?.answer === null,
        held: heldAmong(question, people),
        relevant: open.has(question.name) || (question.sameAs !== undefined && open.has(question.sameAs)),
        askAgain: back === undefined ? null : { people: back.people, places: [...back.places] },
      };
    });
  },
  answer: async ({ db, workbench, now, caller }, { question: name, answer }) => {
    const { packs } = workbench.law.current();
    const pack = packs.find((one) => one.questionnaire.some((question) => question.name === name));
    const question = pack?.questionnaire.find((one) => one.name === name);
    if (pack === undefined || question === undefined) throw notFound('question');
    if (answer !== null && !fits(question, answer))
      throw new AppError({ code: 'invalid', problems: [{ path: ['answer'], code: 'wrong_kind' }] });
    const edition = `${pack.manifest.regulation}/${pack.manifest.edition}`;
    await insertAnswer(db, { question: name, answer, at: now(), actor: caller.actor.id, edition });
    return { question: name };
  },
  decisions: async ({ db, workbench }, { language }) => {
    const { byPack } = await decide(db, workbench);
    const { citationIn } = workbench.law.current().catalogue;
    return byPack.map(({ pack, decisions }) => {
      const count = (applies: 'yes' | 'no' | 'open'): number =>
        decisions.filter((one) => one.applies === applies).length;
      const obligations = { yes: count('yes'), no: count('no'), open: count('open') };
      const applies = obligations.yes > 0 ? 'yes' : obligations.open > 0 ? 'open' : 'no';
      const reasons = new Map(
        decisions
          .filter((one) => one.applies === applies)
          .flatMap((one) => one.reasons)
          .map((reason) => [
            reason.because.en,
            {
              question: reason.question,
              because: wordsIn(reason.because, language),
              cite: reason.cite === null ? null : citationIn(reason.cite, language),
            },
          ]),
      );
      return {
        regulation: pack.manifest.regulation,
        edition: pack.manifest.edition,
        title: wordsIn(pack.manifest.title, language),
        applies,
        obligations,
        reasons: [...reasons.values()].slice(0, 8),
      };
    });
  },
  memo: async (context, { language, format, file }) => {
    const { workbench, now } = context;
    const law = workbench.law.current();
    const place = await context.fileToWrite(file, `${names[language]}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const seed = await context.write((db) => innerKey(db, 'signing', now()));
    const db = context.read();
    const decided = await decide(db, workbench);
    const madeAt = now();
    const signed = signedMemo(decided, workbench.vault().slots().storeId, madeAt, language, seed);
    const { entries, root } = await trailCheckpoint(db);
    const document = memoDocument(signed, decided, law, language, `${entries} · ${root.slice(0, 16)}`);
    if (format === 'pdf') await savePaper(document, format, place, { madeAt, signal: context.signal });
    else
      await publish(
        place,
        (temporary) => writeFile(temporary, `${JSON.stringify(signed, null, 2)}\n`, { mode: 0o600, flag: 'wx' }),
        async (temporary) => {
          const written = JSON.parse(await readFile(temporary, 'utf8')) as { digest: string };
          assert(written.digest === signed.digest, 'the file holds the memo');
        },
      );
    return { file: place, digest: signed.digest, decisions: signed.memo.decisions.length };
  },
};

const names = { en: 'Which laws apply', de: 'Welche Gesetze gelten' } as const;

function fits(question: Question, answer: GivenAnswer): boolean {
  switch (question.answer) {
    case 'yes-no':
      return typeof answer === 'boolean';
    case 'number':
      return typeof answer === 'number';
    case 'choice':
      return (question.choices ?? []).some(({ name }) => name === answer);
    case 'several':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((one) => (question.choices ?? []).some(({ name }) => name === one))
      );
  }
}
