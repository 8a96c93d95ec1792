/** Training on paper: lessons, a sheet of questions, its key, a certificate, and the register. */
import type { Course } from '#shared/content/training';
import { type Language, wordsIn } from '#shared/content/words';
import type { Day } from '#shared/kernel/time';
import type { Block, Paper } from '#shared/papers/paper';
import type { CourseRow, Member, Result, Standing } from './model';
import { questionsOf } from './rules';
import { trainingWords } from './words';

type Made = { readonly language: Language; readonly day: Day };

const paragraphs = (text: string): Block[] => text.split('\n\n').map((part) => ({ kind: 'paragraph', text: part }));

const paper = (
  { language, day }: Made,
  title: string,
  subtitle: string,
  footer: string,
  blocks: readonly Block[],
): Paper => ({ language, title, subtitle, blocks, footer, checkpoint: null, day });

export function lessonsPaper(course: Course, edition: string, made: Made): Paper {
  const w = trainingWords[made.language];
  const blocks = course.lessons.flatMap(({ title, text }): Block[] => [
    { kind: 'heading', text: wordsIn(title, made.language) },
    ...paragraphs(wordsIn(text, made.language)),
  ]);
  const about: Block = { kind: 'paragraph', text: wordsIn(course.about, made.language) };
  return paper(made, w.lessons(wordsIn(course.title, made.language)), w.minutes(course.minutes), edition, [
    about,
    ...blocks,
  ]);
}

/** What a sheet of that number asks; the screen never uses such a name. */
const sheetName = (course: Course, sheet: number): string => `${course.name} sheet ${sheet}`;
const letter = (at: number): string => 'abcdef'[at] ?? '?';

export function questionsPaper(course: Course, edition: string, sheet: number, made: Made): Paper {
  const w = trainingWords[made.language];
  const blocks = questionsOf(course, sheetName(course, sheet)).flatMap((question, at): Block[] => [
    { kind: 'heading', text: w.question(at + 1), level: 3 },
    { kind: 'paragraph', text: wordsIn(question.words, made.language) },
    {
      kind: 'ticks',
      items: question.answers.map(({ words }, place) => ({
        text: `${letter(place)}) ${wordsIn(words, made.language)}`,
        ticked: false,
      })),
    },
  ]);
  return paper(
    made,
    w.questions(wordsIn(course.title, made.language)),
    w.sheet(sheet, course.ask, course.passPercent),
    edition,
    [{ kind: 'signatures', lines: [...w.sign] }, ...blocks],
  );
}

export function keyPaper(course: Course, edition: string, sheet: number, made: Made): Paper {
  const w = trainingWords[made.language];
  const blocks = questionsOf(course, sheetName(course, sheet)).flatMap((question, at): Block[] => [
    { kind: 'heading', text: w.question(at + 1), level: 3 },
    { kind: 'paragraph', text: wordsIn(question.words, made.language) },
    {
      kind: 'list',
      items: question.answers.map(({ words, right, because }, place) => [
        { text: `${letter(place)}) ${right ? w.right : w.wrong}: `, strong: right },
        `${wordsIn(words, made.language)} ${wordsIn(because, made.language)}`,
      ]),
    },
  ]);
  return paper(made, w.key(wordsIn(course.title, made.language)), w.keyOf(sheet), edition, blocks);
}

export type CertificateOf = {
  readonly result: Result;
  readonly name: string;
  readonly recordedBy: string;
  /** The course's title in the language of the paper. */
  readonly title: string;
  readonly storeId: string;
};

export function certificatePaper({ result, name, recordedBy, title, storeId }: CertificateOf, made: Made): Paper {
  const w = trainingWords[made.language];
  const rows: (readonly [string, string])[] = [
    [w.rows.course, title],
    [w.rows.on, dayIn(made.language, result.on)],
    [w.rows.score, w.score(result.right, result.outOf)],
    [w.rows.way, w.ways[result.way]],
    ...(result.provider === '' ? [] : [[w.rows.provider, result.provider] as const]),
    ...(result.edition === '' ? [] : [[w.rows.edition, result.edition] as const]),
    [w.rows.by, recordedBy],
    [w.rows.number, result.id],
  ];
  return {
    ...paper(made, w.certificate, w.passed(name), title, [
      { kind: 'definitions', rows },
      { kind: 'paragraph', text: w.proves },
      ...(result.way === 'shared' ? [{ kind: 'note' as const, text: w.pin }] : []),
    ]),
    checkpoint: `STEWARD TRAINING ${storeId} ${result.id} ${result.on}`,
  };
}

const dayIn = (language: Language, day: Day): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

export type RegisterOf = {
  readonly courses: readonly CourseRow[];
  readonly members: readonly Member[];
  readonly standings: readonly Standing[];
  readonly results: readonly Result[];
};

/** One row for each person and course of theirs, the late ones first. */
export function registerRows({ courses, members, standings }: RegisterOf, language: Language): string[][] {
  const w = trainingWords[language];
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const titleOf = new Map(courses.map(({ name, title }) => [name, title]));
  return standings
    .toSorted(
      (a, b) => a.dueOn.localeCompare(b.dueOn) || a.course.localeCompare(b.course) || a.member.localeCompare(b.member),
    )
    .map(({ member, course, state, doneOn, dueOn }) => [
      nameOf.get(member) ?? member,
      titleOf.get(course) ?? course,
      w.states[state],
      doneOn ?? w.never,
      dueOn,
    ]);
}

export function registerPaper(register: RegisterOf, made: Made, footer: string): Paper {
  const w = trainingWords[made.language];
  const nameOf = new Map(register.members.map(({ id, name }) => [id, name]));
  const outside = register.results.filter(({ way }) => way === 'outside');
  const count = (state: Standing['state']): number =>
    register.standings.filter((standing) => standing.state === state).length;
  return paper(made, w.register, dayIn(made.language, made.day), footer, [
    { kind: 'paragraph', text: w.registerLead },
    {
      kind: 'figures',
      items: (['up-to-date', 'due', 'overdue'] as const).map((state) => ({
        value: String(count(state)),
        label: w.figures[state],
        marked: state === 'overdue' && count(state) > 0,
      })),
    },
    {
      kind: 'table',
      name: w.registerTable,
      headers: w.headers,
      rows: registerRows(register, made.language),
      numbers: [],
      widths: [3, 4, 1.6, 2, 1.8],
    },
    ...(outside.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: w.outside },
          {
            kind: 'table' as const,
            name: w.outside,
            headers: w.outsideHeaders,
            rows: outside.map(({ member, title, provider, on }) => [nameOf.get(member) ?? member, title, provider, on]),
            numbers: [],
            widths: [3, 4, 3, 2],
          },
        ]),
  ]);
}
