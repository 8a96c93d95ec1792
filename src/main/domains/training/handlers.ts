/** Answers about training, and about people who come and go. */
import { z } from 'zod';
import type { Course } from '#shared/content/training';
import { type Language, wordsIn } from '#shared/content/words';
import type { Member, MemberId, Result, ResultId } from '#shared/domains/training/model';
import type { training } from '#shared/domains/training/operations';
import {
  certificatePaper,
  keyPaper,
  lessonsPaper,
  questionsPaper,
  registerPaper,
  registerRows,
} from '#shared/domains/training/papers';
import { firstDays, isEasyPin, isPassed } from '#shared/domains/training/rules';
import { AppError, brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { daysLater, localDay } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { savePaper } from '../../papers/save-paper';
import { currentEvidence } from '../evidence/public';
import { exportReport } from '../reports/public';
import { lookAt, takeIn } from './attendance';
import { settleDevice, shownChecklists, startChecklist, tick } from './checklists';
import { everybody, readTraining } from './picture';
import { assertPin, clearPinFailures, setPin } from './pins';
import {
  findResult,
  insertCourse,
  insertMember,
  insertResult,
  listCourses,
  listMembers,
  openRefused,
  putAssignment,
  settleRefused,
  updateCourse,
  updateMember,
} from './store';
import { assertOwn, courseNamed, mark, markDrill, memberHere, start, startDrill, underWay } from './take';

const one = async (db: ReadDb, id: MemberId): Promise<Member> => {
  const member = (await everybody(db)).find((found) => found.id === id);
  if (member === undefined) throw notFound('member');
  return member;
};

const editionOf = (law: Law, { name }: Course): string => {
  const manifest = law.packs.find(({ courses }) => courses.some((course) => course.name === name))?.manifest;
  return manifest === undefined ? '' : `${manifest.regulation}/${manifest.edition}`;
};

/** Whether somebody may see how others stand: who looks after training, and who checks it. */
type May = (right: 'write' | 'export') => boolean;
const seesAll = (may: May): boolean => may('write') || may('export');

export const trainingHandlers: Handlers<typeof training> = {
  picture: async ({ db, workbench, now, caller, may }, { language, today = localDay(now()) }) => {
    const training = await readTraining({ db, workbench, language, today });
    const isShown = seesAll(may) ? () => true : (id: string) => id === caller.actor.id;
    return {
      today,
      me: caller.actor.id,
      courses: [...training.courses],
      members: training.members.filter(({ id }) => isShown(id)),
      standings: training.standings.filter(({ member }) => isShown(member)),
      results: training.results.filter(({ member }) => isShown(member)),
      refused: may('write') ? await openRefused(db) : [],
    };
  },
  course: async ({ workbench }, { name, language }) => {
    const course = courseNamed(workbench.law.current(), name);
    const { minutes, ask, passPercent } = course;
    return {
      name,
      title: wordsIn(course.title, language),
      about: wordsIn(course.about, language),
      minutes,
      ask,
      passPercent,
      lessons: course.lessons.map(({ title, text }) => ({
        title: wordsIn(title, language),
        text: wordsIn(text, language),
      })),
    };
  },
  begin: async ({ db, workbench, now }, { today = localDay(now()) }) => {
    const { courses } = await readTraining({ db, workbench, language: 'en', today });
    const taken = courses.filter(({ suits, revision }) => suits && revision === 0);
    for (const { name, roles, everyDays } of taken)
      await insertCourse(db, name, { on: true, roles, everyDays, firstOn: daysLater(today, firstDays) }, now());
    return { taken: taken.map(({ name }) => name) };
  },
  choose: async ({ db, workbench, now }, { name, revision, choice }) => {
    courseNamed(workbench.law.current(), name);
    if (choice.on && choice.roles.length === 0) throw brokenRule('training.nobody-to-learn');
    if (revision === 0) {
      if ((await listCourses(db)).some((course) => course.name === name)) throw conflict('course');
      await insertCourse(db, name, choice, now());
    } else if (!(await updateCourse(db, { name, revision, ...choice }, now()))) throw conflict('course');
    return { name, revision: revision + 1 };
  },
  addMember: async ({ db, now, newId }, { member }) => {
    const id = newId('mem') as MemberId;
    await insertMember(db, id, member, now());
    return one(db, id);
  },
  changeMember: async ({ db }, { id, revision, member, leftOn }) => {
    if (!(await listMembers(db)).some((found) => found.id === id)) throw notFound('member');
    if (leftOn !== null && leftOn < member.since) throw brokenRule('training.left-before');
    if (!(await updateMember(db, { id, revision, leftOn, ...member }))) throw conflict('member');
    return one(db, id);
  },
  assign: async (context, { member, course, dueOn, today = localDay(context.now()) }) => {
    const { db, workbench, now, caller } = context;
    courseNamed(workbench.law.current(), course);
    await memberHere(db, member, context);
    if (dueOn < today) throw brokenRule('training.day-has-gone');
    if (!(await listCourses(db)).some(({ name, on }) => name === course && on)) throw brokenRule('training.course-off');
    await putAssignment(db, { member, course, dueOn, setOn: today }, caller.actor.id, now());
    return {};
  },
  start: (context, input) => start(context, input),
  finish: async (context, { attempt: id, answers, language }) => {
    const attempt = await underWay(context.db, context.workbench.law.current(), id);
    assertOwn(attempt, context);
    return mark(context.db, context, attempt, { answers, language, way: 'screen' });
  },
  signOff: async (context, { attempt: id, answers, pin, language }) => {
    const attempt = await underWay(context.read(), context.workbench.law.current(), id);
    await memberHere(context.read(), attempt.member, context);
    await assertPin(context, attempt.member, pin);
    return context.finish(async (db) => {
      await clearPinFailures(db, attempt.member);
      // Looked at again inside the transaction: two windows may hold the same attempt.
      const fresh = await underWay(db, context.workbench.law.current(), id);
      return mark(db, context, fresh, { answers, language, way: 'shared' });
    });
  },
  setPin: async (context, { member, pin }) => {
    if (isEasyPin(pin)) throw brokenRule('training.pin-too-easy');
    await memberHere(context.db, member, context);
    await setPin(context.db, member, pin, context.caller.actor.id, context.now());
    return {};
  },
  startDrill: (context, { language }) => startDrill(context, language),
  finishDrill: async (context, { attempt: id, judgements, language }) => {
    const attempt = await underWay(context.db, context.workbench.law.current(), id);
    assertOwn(attempt, context);
    return markDrill(context.db, context, attempt, { judgements, language });
  },
  recordPaper: async (
    context,
    { member, course: name, on, right, evidence, language, today = localDay(context.now()) },
  ) => {
    const { db, workbench, now, newId, caller } = context;
    const course = courseNamed(workbench.law.current(), name);
    if (!(await everybody(db)).some(({ id }) => id === member)) throw notFound('member');
    if (on > today) throw brokenRule('training.day-to-come');
    if (right > course.ask) throw brokenRule('training.more-right-than-asked', { most: course.ask });
    // Whoever marks a sheet is not the one who filled it in.
    if (member === caller.actor.id) throw brokenRule('training.own-sheet');
    if (evidence !== null && !(await currentEvidence(db)).some(({ id }) => id === evidence)) throw notFound('evidence');
    const result: Result = {
      id: newId('trn') as ResultId,
      member,
      course: name,
      title: wordsIn(course.title, language),
      way: 'paper',
      on,
      right,
      outOf: course.ask,
      passed: isPassed(right, course.ask, course.passPercent),
      edition: editionOf(workbench.law.current(), course),
      provider: '',
      evidence,
      by: caller.actor.id,
      at: now(),
    };
    await insertResult(db, result);
    return { result };
  },
  previewAttendance: async (context, { file, today }) => {
    const looked = await lookAt(context, file, today);
    return {
      file: looked.file,
      digest: looked.digest,
      rows: looked.rows.map(({ row, name, title, on, course, problem }) => ({
        row,
        name,
        title,
        on,
        course: course?.name ?? null,
        problem,
      })),
    };
  },
  importAttendance: (context, { file, digest, today }) => takeIn(context, { file, digest, today }),
  settleRefused: async ({ db, now, caller }, { ids }) => ({
    settled: await settleRefused(db, ids, caller.actor.id, now()),
  }),
  printCourse: async (context, { name, part, sheet, format, language, file }) => {
    const law = context.workbench.law.current();
    const course = courseNamed(law, name);
    const made = { language, day: localDay(context.now()) };
    const edition = editionOf(law, course);
    const paper =
      part === 'lessons'
        ? lessonsPaper(course, edition, made)
        : part === 'questions'
          ? questionsPaper(course, edition, sheet, made)
          : keyPaper(course, edition, sheet, made);
    const place = await context.fileToWrite(file, `${fileNameOf(paper.title)}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const { bytes } = await savePaper(paper, format, place, { madeAt: context.now(), signal: context.signal });
    return { file: place, bytes };
  },
  certificate: async (context, { result: id, language, file }) => {
    const { workbench, now, caller, may } = context;
    const db = context.read();
    const result = await findResult(db, id);
    if (result === null) throw notFound('result');
    if (result.member !== caller.actor.id && !may('export'))
      throw new AppError({ code: 'forbidden', permission: 'training.export' });
    if (!result.passed) throw brokenRule('training.not-passed');
    const members = await everybody(db);
    const nameOf = (who: string): string => members.find((member) => member.id === who)?.name ?? who;
    const course = workbench.law.current().courses.find(({ name }) => name === result.course);
    const paper = certificatePaper(
      {
        result,
        name: nameOf(result.member),
        recordedBy: nameOf(result.by),
        title: course === undefined ? result.title : wordsIn(course.title, language),
        storeId: workbench.vault().slots().storeId,
      },
      { language, day: localDay(now()) },
    );
    const place = await context.fileToWrite(file, `${fileNameOf(paper.title)}.pdf`, [
      { name: 'PDF', extensions: ['pdf'] },
    ]);
    const { bytes } = await savePaper(paper, 'pdf', place, { madeAt: now(), signal: context.signal });
    return { file: place, bytes };
  },
  exportRegister: async (context, { format, language, today = localDay(context.now()), file }) => {
    const { workbench, now } = context;
    const register = await readTraining({ db: context.read(), workbench, language, today });
    const document = registerPaper(register, { language, day: today }, workbench.vault().slots().storeId);
    const rows = csvRows(register, language);
    const place = await context.fileToWrite(file, `${fileNameOf(document.title)}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const bytes = await exportReport(
      { document, data: null, shape: z.null(), table: { headers: csvHeaders, rows }, madeAt: now() },
      format,
      place,
      context.signal,
    );
    return { file: place, rows: rows.length, bytes };
  },
  checklists: async ({ db, may, caller }, { language }) => {
    const all = await shownChecklists(db, language);
    return seesAll(may) ? all : all.filter(({ member }) => member === caller.actor.id);
  },
  startChecklist: (context, input) => startChecklist(context, input),
  tick: (context, input) => tick(context, { ...input, today: input.today }),
  settleDevice: (context, input) => settleDevice(context, { ...input, today: input.today }),
};

const csvHeaders = ['name', 'course', 'state', 'last_passed', 'due_on'];
const csvRows = (register: Parameters<typeof registerRows>[0], language: Language): string[][] =>
  registerRows(register, language);
const fileNameOf = (title: string): string => title.replaceAll(/[\\/:*?"<>|]/g, '');
