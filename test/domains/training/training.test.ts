/** Training through serve: begun, taken, signed off with a PIN, imported, printed, and shown for obligations. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsOf, messagesOf } from '#shared/domains/training/rules';
import type { MemberId } from '#shared/domains/training/model';
import type { Caller } from '#main/ipc/context';
import { readXlsxSheets } from '#main/files/xlsx';
import { seePdf } from '#main/papers/see-pdf';
import { failureOf } from '../../support/failure-of';
import { testBench, type TestBench } from '../../support/workbench';

let bench: TestBench;
let files: string;
let helper: MemberId;
beforeAll(async () => {
  bench = await testBench();
  files = mkdtempSync(join(tmpdir(), 'steward-training-'));
  await bench.ask('training', 'begin', { today: '2026-11-24' as never });
  const member = { name: 'Petra Helm', role: 'staff', since: '2026-11-01' } as never;
  helper = (await bench.ask('training', 'addMember', { member })).id;
});
afterAll(async () => {
  await bench.end();
  rmSync(files, { recursive: true, force: true });
});

const picture = (caller?: Caller) => bench.ask('training', 'picture', { today: '2026-11-24' as never }, caller);
const courses = () => bench.workbench.law.current().courses;
const course = (name: string) => courses().find((one) => one.name === name) ?? expect.fail(name);
/** What to answer so that `wrong` questions are missed. */
function answersTo(name: string, attempt: string, wrong = 0): { question: string; chosen: number }[] {
  return questionsOf(course(name), attempt).map((question, at) => {
    const right = question.answers.findIndex((answer) => answer.right);
    return { question: question.name, chosen: at < wrong ? (right + 1) % question.answers.length : right };
  });
}
const pass = async (name: string, wrong = 0) => {
  const { id } = await bench.ask('training', 'start', { course: name });
  return bench.ask('training', 'finish', { attempt: id, answers: answersTo(name, id, wrong) });
};

describe('the courses', () => {
  it('are taken in where they suit; those of a law only where it applies', async () => {
    const { courses: rows, standings, members } = await picture();
    expect(rows.filter(({ on }) => on)).toHaveLength(7);
    expect(rows.filter(({ on }) => !on).map(({ name }) => name)).toEqual([
      'training:hipaa-staff',
      'training:ccpa-requests',
    ]);
    expect(members.map(({ name }) => name)).toEqual(['Owner', 'Petra Helm']);
    expect(standings).toHaveLength(14);
    expect(new Set(standings.map(({ state, dueOn }) => `${state} ${dueOn}`))).toEqual(new Set(['due 2026-12-24']));
    expect(rows.find(({ name }) => name === 'training:privacy-basics')?.laws.toSorted()).toEqual(['ccpa', 'gdpr']);
  });

  it('show no answer before the end, and every explanation afterwards', async () => {
    const { id, questions } = await bench.ask('training', 'start', { course: 'training:phishing', language: 'de' });
    expect(JSON.stringify(questions)).not.toMatch(/right|because|Richtig:/);
    const marked = await bench.ask('training', 'finish', {
      attempt: id,
      answers: answersTo('training:phishing', id, 3),
      language: 'de',
    });
    expect(marked.result).toMatchObject({ right: 3, outOf: 6, passed: false, way: 'screen', member: 'owner' });
    expect(marked.questions.map(({ because }) => because.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(await failureOf(bench.ask('training', 'finish', { attempt: id, answers: [] }))).toMatchObject({
      code: 'conflict',
    });
  });

  it('count once they are passed, and come back a year later', async () => {
    const { result } = await pass('training:phishing', 1);
    expect(result).toMatchObject({ right: 5, passed: true });
    const { standings, results } = await picture();
    expect(
      standings.find(({ member, course: name }) => member === 'owner' && name === 'training:phishing'),
    ).toMatchObject({ state: 'up-to-date', doneOn: '2026-11-24', dueOn: '2027-11-24' });
    expect(results.filter(({ course: name }) => name === 'training:phishing')).toHaveLength(2);
  });

  it('are changed for some roles only, at the revision that was seen', async () => {
    const choice = { on: true, roles: ['owner'], everyDays: 180, firstOn: '2026-12-01' } as never;
    await bench.ask('training', 'choose', { name: 'training:remote-work', revision: 1, choice });
    expect(
      await failureOf(bench.ask('training', 'choose', { name: 'training:remote-work', revision: 1, choice })),
    ).toMatchObject({ code: 'conflict' });
    const { standings } = await picture();
    expect(standings.filter(({ course: name }) => name === 'training:remote-work').map(({ member }) => member)).toEqual(
      ['owner'],
    );
    await bench.ask('training', 'assign', {
      member: helper,
      course: 'training:remote-work',
      dueOn: '2026-12-05' as never,
    });
    expect(
      (await picture()).standings.find(
        ({ member, course: name }) => member === helper && name === 'training:remote-work',
      ),
    ).toMatchObject({ state: 'due', dueOn: '2026-12-05' });
  });

  it('stand on Today with their days', async () => {
    const { items } = await bench.ask('today', 'list', { today: '2026-12-30' as never });
    const due = items.filter(({ kind }) => kind === 'training-due');
    expect(due.filter(({ owner }) => owner === 'Petra Helm').map(({ state }) => state)).toEqual(
      Array(7).fill('overdue'),
    );
    expect(due.some(({ owner, title }) => owner === 'Owner' && title === 'Recognise phishing')).toBe(false);
  });
});

describe('results', () => {
  it('can be changed or deleted by nobody', async () => {
    for (const sql of [
      'update training_results set passed = 1',
      'delete from training_results',
      `replace into training_results select * from training_results limit 1`,
    ])
      await expect(bench.workbench.write((db) => db.driver.run(sql, []))).rejects.toThrow(/result/);
  });

  it('are evidence for what the course serves once everybody has passed, until the first is late', async () => {
    const linked = async () =>
      (await bench.ask('obligations', 'get', { name: 'hipaa:sec-16', language: 'en' })).linked.map(
        ({ title, expiresOn }) => [title, expiresOn],
      );
    expect(await linked()).toEqual([]);
    await bench.ask('training', 'recordPaper', {
      member: helper,
      course: 'training:phishing',
      on: '2026-11-20' as never,
      right: 6,
    });
    expect(await linked()).toEqual([['Recognise phishing', '2027-11-20']]);
    bench.setNow('2027-11-21T09:00:00.000Z');
    expect(await linked()).toEqual([]);
    bench.setNow('2026-11-24T09:00:00.000Z');
  });

  it('on paper are marked by somebody else, and never better than what was asked', async () => {
    const sheet = { course: 'training:clean-desk', on: '2026-11-20', right: 6 } as never as {
      course: string;
      on: never;
      right: number;
    };
    expect(
      await failureOf(bench.ask('training', 'recordPaper', { ...sheet, member: 'owner' as MemberId })),
    ).toMatchObject({ rule: 'training.own-sheet' });
    expect(await failureOf(bench.ask('training', 'recordPaper', { ...sheet, member: helper, right: 7 }))).toMatchObject(
      { rule: 'training.more-right-than-asked' },
    );
    expect(
      await failureOf(bench.ask('training', 'recordPaper', { ...sheet, member: helper, on: '2027-01-01' as never })),
    ).toMatchObject({ rule: 'training.day-to-come' });
  });

  it('of others are seen only by whoever looks after training or checks it', async () => {
    const staff: Caller = { actor: { id: 'per_00000000000000000000', role: 'staff' }, origin: 'page' };
    const seen = await picture(staff);
    expect([seen.members, seen.standings, seen.results]).toEqual([[], [], []]);
    const auditor: Caller = { actor: { id: 'per_00000000000000000001', role: 'auditor' }, origin: 'page' };
    expect((await picture(auditor)).members).toHaveLength(2);
  });
});

describe('signing off on a shared machine', () => {
  it('needs a PIN, and counts wrong ones before it looks', async () => {
    expect(
      await failureOf(bench.ask('training', 'start', { course: 'training:passwords', member: helper })),
    ).toMatchObject({ rule: 'training.no-pin' });
    expect(await failureOf(bench.ask('training', 'setPin', { member: helper, pin: '123456' }))).toMatchObject({
      rule: 'training.pin-too-easy',
    });
    await bench.ask('training', 'setPin', { member: helper, pin: '482913' });
    const { id } = await bench.ask('training', 'start', { course: 'training:passwords', member: helper });
    const answers = answersTo('training:passwords', id);
    expect(await failureOf(bench.ask('training', 'finish', { attempt: id, answers }))).toMatchObject({
      rule: 'training.needs-pin',
    });
    for (const left of [4, 3, 2, 1, 0])
      expect(await failureOf(bench.ask('training', 'signOff', { attempt: id, answers, pin: '482914' }))).toMatchObject({
        rule: 'training.wrong-pin',
        facts: { left },
      });
    // Also the right one is not looked at any more, and a restart does not help.
    await bench.reopen();
    expect(await failureOf(bench.ask('training', 'signOff', { attempt: id, answers, pin: '482913' }))).toMatchObject({
      rule: 'training.pin-locked',
    });
    expect((await picture()).members.find((member) => member.id === helper)?.pin).toBe('locked');
    await bench.ask('training', 'setPin', { member: helper, pin: '905137' });
    const { result } = await bench.ask('training', 'signOff', { attempt: id, answers, pin: '905137' });
    expect(result).toMatchObject({ member: helper, way: 'shared', passed: true, by: 'owner' });
  }, 20_000);

  it('keeps the PIN as a slow hash only, and needs a fresh proof to set one', async () => {
    const rows = await bench.workbench.read().driver.all('select * from training_pins', []);
    expect(JSON.stringify(rows)).toContain('argon2id');
    expect(JSON.stringify(rows)).not.toContain('905137');
    const old: Caller = { actor: { id: 'owner', role: 'owner' }, origin: 'page', provenAt: null };
    expect(await failureOf(bench.ask('training', 'setPin', { member: helper, pin: '482913' }, old))).toMatchObject({
      rule: 'access.proof-needed',
    });
  });
});

describe('a drill', () => {
  it('is judged whole, keeps the score, and explains every message', async () => {
    const { id, messages } = await bench.ask('training', 'startDrill', {});
    expect(JSON.stringify(messages)).not.toContain('phishing');
    const truth = messagesOf(bench.workbench.law.current().messages, id).map(({ name, phishing }) => ({
      message: name,
      phishing,
    }));
    expect(
      await failureOf(bench.ask('training', 'finishDrill', { attempt: id, judgements: truth.slice(1) })),
    ).toMatchObject({ rule: 'training.judge-all' });
    const judgements = truth.map((one, at) => (at === 0 ? { ...one, phishing: !one.phishing } : one));
    const done = await bench.ask('training', 'finishDrill', { attempt: id, judgements });
    expect(done.result).toMatchObject({ right: 9, outOf: 10, passed: true, course: 'training:drill' });
    expect(done.messages.every(({ because }) => because.length > 20)).toBe(true);
  });
});

describe('attendance lists', () => {
  it('are looked at, taken in once, and lose nothing', async () => {
    const file = join(files, 'attendance.csv');
    writeFileSync(
      file,
      'Name;Kurs;Datum;Anbieter\nPetra Helm;Erste Hilfe;03.05.2026;Rotes Kreuz\nPetra Helm;Aufgeräumter Tisch und Bildschirm;04.05.2026;\nWer;Brandschutz;04.05.2026;\n',
    );
    const looked = await bench.ask('training', 'previewAttendance', { file });
    expect(looked.rows.map(({ problem, course: name }) => [problem, name])).toEqual([
      [null, null],
      [null, 'training:clean-desk'],
      ['nobody-by-that-name', null],
    ]);
    writeFileSync(file, `${readFileSync(file, 'utf8')}Petra Helm;Leiter;05.05.2026;\n`);
    expect(await failureOf(bench.ask('training', 'importAttendance', { file, digest: looked.digest }))).toMatchObject({
      code: 'conflict',
    });
    const { digest } = await bench.ask('training', 'previewAttendance', { file });
    expect(await bench.ask('training', 'importAttendance', { file, digest })).toEqual({ taken: 3, refused: 1 });
    const { refused, results, standings } = await picture();
    expect(refused).toMatchObject([
      { row: 4, problem: 'nobody-by-that-name', cells: ['Wer', 'Brandschutz', '04.05.2026', ''] },
    ]);
    expect(results.filter(({ way }) => way === 'outside')).toHaveLength(3);
    expect(
      standings.find(({ member, course: name }) => member === helper && name === 'training:clean-desk')?.doneOn,
    ).toBe('2026-05-04');
    // A second time everything is there already.
    const again = await bench.ask('training', 'importAttendance', { file, digest });
    expect(again).toEqual({ taken: 0, refused: 4 });
    const { refused: open } = await picture();
    expect(await bench.ask('training', 'settleRefused', { ids: open.map(({ id }) => id) })).toEqual({ settled: 5 });
  });

  it('without the columns, or of another kind, are refused whole', async () => {
    const file = join(files, 'bad.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    expect(await failureOf(bench.ask('training', 'previewAttendance', { file }))).toMatchObject({
      rule: 'training.attendance-columns',
    });
    writeFileSync(file, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    expect(await failureOf(bench.ask('training', 'previewAttendance', { file }))).toMatchObject({
      resource: 'file-format',
    });
  });
});

describe('papers', () => {
  const squeezed = (text: string) => text.replaceAll(/\s+/g, '');
  it('make a certificate that says who passed what, tagged', async () => {
    const { results } = await picture();
    const result = results.find(({ way }) => way === 'shared') ?? expect.fail('there is one');
    const file = join(files, 'certificate.pdf');
    await bench.ask('training', 'certificate', { result: result.id, language: 'de', file });
    const seen = await seePdf(readFileSync(file));
    expect([seen.tagged, seen.language]).toEqual([true, 'de']);
    for (const words of ['Petra Helm', 'Passwörter und zweite Faktoren', '6 von 6', result.id, 'Eine PIN zeigt'])
      expect(squeezed(seen.text)).toContain(squeezed(words));
    const failed = results.find(({ passed }) => !passed) ?? expect.fail('there is one');
    expect(await failureOf(bench.ask('training', 'certificate', { result: failed.id, file }))).toMatchObject({
      rule: 'training.not-passed',
    });
  });

  it('print a sheet that its key fits, and lessons in every format', async () => {
    const print = async (part: 'lessons' | 'questions' | 'key', sheet: number, format: 'md' | 'docx' = 'md') => {
      const file = join(files, `${part}-${sheet}.${format}`);
      await bench.ask('training', 'printCourse', { name: 'training:incidents', part, sheet, format, file });
      return readFileSync(file, 'utf8');
    };
    const questionsIn = (text: string) =>
      text
        .split('\n')
        .filter((line) => courses().some(({ questions }) => questions.some(({ words }) => words.en === line)));
    const [sheet, key, other] = [await print('questions', 7), await print('key', 7), await print('key', 8)];
    expect(questionsIn(sheet).length).toBeGreaterThan(3);
    expect(questionsIn(key)).toEqual(questionsIn(sheet));
    expect(questionsIn(other)).not.toEqual(questionsIn(sheet));
    expect(sheet).not.toContain('Right:');
    expect(await print('lessons', 1)).toContain('The first hour');
    await print('lessons', 1, 'docx');
  });

  it('export the register with every row, for people and for programs', async () => {
    const { standings } = await picture();
    const save = async (format: 'csv' | 'xlsx' | 'pdf') => {
      const file = join(files, `register.${format}`);
      const { rows } = await bench.ask('training', 'exportRegister', { format, file, today: '2026-11-24' as never });
      expect(rows).toBe(standings.length);
      return file;
    };
    const csv = Papa.parse<string[]>(readFileSync(await save('csv'), 'utf8').replace(/^\uFEFF/, ''), {
      skipEmptyLines: true,
    });
    expect(csv.data).toHaveLength(standings.length + 1);
    expect(csv.data[0]).toEqual(['name', 'course', 'state', 'last_passed', 'due_on']);
    const sheets = await readXlsxSheets(await save('xlsx'));
    expect(sheets[1]?.rows).toHaveLength(standings.length + 1);
    const seen = await seePdf(readFileSync(await save('pdf')));
    expect(seen.tagged).toBe(true);
    expect(seen.rows.flat().join(' ')).toContain('Petra Helm');
  });
});
