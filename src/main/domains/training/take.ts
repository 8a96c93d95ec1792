/** Taking a course or a drill: an attempt is begun, marked once, and kept for good. */
import type { Course, DrillMessage } from '#shared/content/training';
import { type Language, wordsIn } from '#shared/content/words';
import {
  type Attempt,
  type AttemptId,
  drillName,
  type Explained,
  type JudgedMessage,
  type Marked,
  type MemberId,
  type Result,
  type ResultId,
  type ShownMessage,
  type Way,
} from '#shared/domains/training/model';
import { drillPercent, isPassed, messagesOf, questionsOf } from '#shared/domains/training/rules';
import { AppError, brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { localDay } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb, WriteDb } from '../../db/handles';
import type { CommandContext } from '../../ipc/context';
import { everybody, isHere } from './picture';
import { findAttempt, insertAttempt, insertResult, type KeptAttempt } from './store';

type Context = Pick<CommandContext, 'workbench' | 'caller' | 'now' | 'newId' | 'may'>;

export function courseNamed(law: Law, name: string): Course {
  const course = law.courses.find((one) => one.name === name);
  if (course === undefined) throw notFound('course');
  return course;
}

/** The edition the course is from, as results keep it. */
const editionOf = (law: Law, name: string): string => {
  const pack = law.packs.find(
    ({ courses, messages }) =>
      courses.some((course) => course.name === name) || (name === drillName && messages.length > 0),
  );
  return pack === undefined ? '' : `${pack.manifest.regulation}/${pack.manifest.edition}`;
};

/** Throws unless it is somebody of the team who is here. */
export async function memberHere(db: ReadDb, id: MemberId, { now }: Pick<Context, 'now'>) {
  const member = (await everybody(db)).find((one) => one.id === id);
  if (member === undefined) throw notFound('member');
  if (!isHere(member, localDay(now()))) throw brokenRule('training.has-left');
  return member;
}

export async function start(
  context: CommandContext,
  { course: name, member, language }: { course: string; member: MemberId | null; language: Language },
): Promise<Attempt> {
  const course = courseNamed(context.workbench.law.current(), name);
  const whose = member ?? (context.caller.actor.id as MemberId);
  if (whose !== context.caller.actor.id) {
    if (!context.may('write')) throw new AppError({ code: 'forbidden', permission: 'training.write' });
    const { pin } = await memberHere(context.db, whose, context);
    if (pin === 'none') throw brokenRule('training.no-pin');
  }
  const id = await begin(context, whose, name);
  return {
    id,
    questions: questionsOf(course, id).map((question) => ({
      name: question.name,
      words: wordsIn(question.words, language),
      answers: question.answers.map(({ words }) => wordsIn(words, language)),
    })),
  };
}

export async function startDrill(
  context: CommandContext,
  language: Language,
): Promise<{ id: AttemptId; messages: ShownMessage[] }> {
  const id = await begin(context, context.caller.actor.id as MemberId, drillName);
  const { messages } = context.workbench.law.current();
  return { id, messages: messagesOf(messages, id).map((message) => shownMessage(message, language)) };
}

async function begin({ db, workbench, now, newId, caller }: CommandContext, member: MemberId, course: string) {
  const id = newId('att') as AttemptId;
  const edition = editionOf(workbench.law.current(), course);
  await insertAttempt(db, { id, member, course, edition, startedBy: caller.actor.id, startedAt: now() });
  return id;
}

/** Throws unless the attempt is under way, and of the edition in use: under another its questions may be others. */
export async function underWay(db: ReadDb, law: Law, id: AttemptId): Promise<KeptAttempt> {
  const attempt = await findAttempt(db, id);
  if (attempt === null) throw notFound('attempt');
  if (attempt.used) throw conflict('attempt');
  if (attempt.edition !== editionOf(law, attempt.course)) throw brokenRule('training.course-changed');
  return attempt;
}

/** Who may end it on the screen: the one it is of, who began it as themselves. */
export function assertOwn({ member, startedBy }: KeptAttempt, { caller }: Pick<Context, 'caller'>): void {
  if (member !== caller.actor.id || startedBy !== caller.actor.id) throw brokenRule('training.needs-pin');
}

type Answers = readonly { readonly question: string; readonly chosen: number }[];
type Given = { readonly answers: Answers; readonly language: Language; readonly way: Way };

export async function mark(
  db: WriteDb,
  context: Context,
  attempt: KeptAttempt,
  { answers, language, way }: Given,
): Promise<Marked> {
  const course = courseNamed(context.workbench.law.current(), attempt.course);
  const given = new Map(answers.map(({ question, chosen }) => [question, chosen]));
  const questions = questionsOf(course, attempt.id).map((question): Explained => {
    return {
      name: question.name,
      words: wordsIn(question.words, language),
      answers: question.answers.map(({ words }) => wordsIn(words, language)),
      chosen: given.get(question.name) ?? null,
      right: question.answers.findIndex((answer) => answer.right),
      because: question.answers.map(({ because }) => wordsIn(because, language)),
    };
  });
  const right = questions.filter((question) => question.chosen === question.right).length;
  const passed = isPassed(right, questions.length, course.passPercent);
  const result = await keep(db, context, attempt, {
    title: wordsIn(course.title, language),
    way,
    right,
    outOf: questions.length,
    passed,
    answers,
  });
  return { result, questions };
}

export async function markDrill(
  db: WriteDb,
  context: Context,
  attempt: KeptAttempt,
  {
    judgements,
    language,
  }: {
    readonly judgements: readonly { readonly message: string; readonly phishing: boolean }[];
    readonly language: Language;
  },
): Promise<{ result: Result; messages: JudgedMessage[] }> {
  const shown = messagesOf(context.workbench.law.current().messages, attempt.id);
  const given = new Map(judgements.map(({ message, phishing }) => [message, phishing]));
  if (shown.some(({ name }) => !given.has(name))) throw brokenRule('training.judge-all');
  const messages = shown.map((message): JudgedMessage => ({
    ...shownMessage(message, language),
    phishing: message.phishing,
    judgedPhishing: given.get(message.name) === true,
    because: wordsIn(message.because, language),
  }));
  const right = messages.filter(({ phishing, judgedPhishing }) => phishing === judgedPhishing).length;
  const result = await keep(db, context, attempt, {
    title: drillTitles[language],
    way: 'screen',
    right,
    outOf: messages.length,
    passed: isPassed(right, messages.length, drillPercent),
    answers: judgements,
  });
  return { result, messages };
}

const drillTitles = { en: 'Phishing drill', de: 'Phishing-Übung' } as const;

const shownMessage = (
  { name, from, address, link, subject, body }: DrillMessage,
  language: Language,
): ShownMessage => ({
  name,
  from: wordsIn(from, language),
  address,
  link,
  subject: wordsIn(subject, language),
  body: wordsIn(body, language),
});

async function keep(
  db: WriteDb,
  { newId, now, caller }: Context,
  attempt: KeptAttempt,
  {
    answers,
    ...marked
  }: Pick<Result, 'title' | 'way' | 'right' | 'outOf' | 'passed'> & { readonly answers: readonly object[] },
): Promise<Result> {
  const result: Result = {
    ...marked,
    id: newId('trn') as ResultId,
    member: attempt.member,
    course: attempt.course,
    on: localDay(now()),
    edition: attempt.edition,
    provider: '',
    evidence: null,
    by: caller.actor.id,
    at: now(),
  };
  await insertResult(db, result, { attempt: attempt.id, answers });
  return result;
}
