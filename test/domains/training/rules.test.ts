/** What is asked, when it counts as passed, when it is due, and how attendance lists are read. */
import { describe, expect, it } from 'vitest';
import { dayFrom, columnsOf, judgeRows } from '#shared/domains/training/attendance';
import type { MemberId } from '#shared/domains/training/model';
import {
  dueOn,
  isEasyPin,
  isPassed,
  lastPassed,
  messagesOf,
  questionsOf,
  stateOn,
} from '#shared/domains/training/rules';
import type { Day } from '#shared/kernel/time';
import { packs } from '../../content/harness';

const courses = packs.flatMap((pack) => pack.courses);
const messages = packs.flatMap((pack) => pack.messages);
const day = (text: string) => text as Day;

describe('an attempt', () => {
  it('asks the same questions for the same name, and others in another order for another', () => {
    for (const course of courses) {
      const first = questionsOf(course, 'att_1');
      expect(first).toHaveLength(course.ask);
      expect(questionsOf(course, 'att_1')).toEqual(first);
      expect(new Set(first.map(({ name }) => name)).size).toBe(course.ask);
      const seen = new Set<string>();
      const places = new Set<number>();
      for (let at = 0; at < 60; at += 1) {
        const questions = questionsOf(course, `att_${at}`);
        for (const { name, answers } of questions) {
          seen.add(name);
          places.add(answers.findIndex(({ right }) => right));
        }
      }
      // Every question of the bank comes up, and the right answer stands everywhere.
      expect([seen.size, places.size]).toEqual([course.questions.length, 3]);
    }
  });

  it('of a drill shows ten messages, four to six of them false', () => {
    const counts = new Set<number>();
    const seen = new Set<string>();
    for (let at = 0; at < 100; at += 1) {
      const shown = messagesOf(messages, `att_${at}`);
      expect(shown).toHaveLength(10);
      expect(new Set(shown.map(({ name }) => name)).size).toBe(10);
      counts.add(shown.filter(({ phishing }) => phishing).length);
      for (const { name } of shown) seen.add(name);
    }
    expect(counts).toEqual(new Set([4, 5, 6]));
    expect(seen.size).toBe(messages.length);
  });

  it.each([
    [4, 5, 80, true],
    [4, 6, 80, false],
    [5, 6, 80, true],
    [0, 0, 1, false],
  ])('with %i of %i and %i percent needed is passed: %s', (right, outOf, percent, passed) => {
    expect(isPassed(right, outOf, percent)).toBe(passed);
  });
});

describe('a course', () => {
  const course = { everyDays: 365, firstOn: day('2026-12-01') };
  it('is due a month after somebody joined, and not before it begins', () => {
    expect(dueOn(course, day('2020-01-01'), null)).toBe('2026-12-01');
    expect(dueOn(course, day('2027-01-31'), null)).toBe('2027-03-02');
  });
  it('is due again a year after it was passed, or on the day that was set since', () => {
    expect(dueOn(course, day('2020-01-01'), day('2027-02-01'))).toBe('2028-02-01');
    const set = { on: day('2027-06-01'), setOn: day('2027-05-01') };
    expect(dueOn(course, day('2020-01-01'), day('2027-02-01'), set)).toBe('2027-06-01');
    expect(dueOn(course, day('2020-01-01'), day('2027-05-01'), set)).toBe('2028-04-30');
    // A later day never puts off what is due anyway.
    expect(dueOn(course, day('2020-01-01'), null, { on: day('2029-01-01'), setOn: day('2026-11-24') })).toBe(
      '2026-12-01',
    );
  });
  it.each([
    ['2026-11-24', '2026-11-23', '2025-11-23', 'overdue'],
    ['2026-11-24', '2026-11-24', '2025-11-24', 'due'],
    ['2026-11-24', '2026-12-24', '2025-12-24', 'due'],
    ['2026-11-24', '2026-12-25', '2025-12-25', 'up-to-date'],
    ['2026-11-24', '2027-12-25', null, 'due'],
  ] as const)('on %s, due %s, passed %s is %s', (today, on, done, state) => {
    expect(stateOn(day(today), day(on), done === null ? null : day(done))).toBe(state);
  });
  it('counts the newest pass, and none from a day that has not come', () => {
    const results = [
      { on: day('2026-01-01'), passed: true },
      { on: day('2026-05-01'), passed: false },
      { on: day('2099-01-01'), passed: true },
    ];
    expect(lastPassed(results, day('2026-11-24'))).toBe('2026-01-01');
    expect(lastPassed([], day('2026-11-24'))).toBeNull();
  });
});

describe('a PIN', () => {
  it.each([
    ['000000', true],
    ['123456', true],
    ['987654', true],
    ['135792', false],
    ['112233', false],
  ])('%s is easy: %s', (pin, easy) => expect(isEasyPin(pin)).toBe(easy));
});

describe('an attendance list', () => {
  it('finds its columns in two languages, and none where one is missing', () => {
    expect(columnsOf(['Date', 'Name', 'Course'])).toEqual({ name: 1, title: 2, on: 0, provider: -1 });
    expect(columnsOf(['Teilnehmer', 'Schulung', 'Datum', 'Anbieter'])).toEqual({
      name: 0,
      title: 1,
      on: 2,
      provider: 3,
    });
    expect(columnsOf(['Name', 'Course'])).toBeNull();
  });
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['11/24/2026', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['05/05/2026', '2026-05-05'],
    ['03/04/2026', 'unclear'],
    ['31.02.2026', null],
    ['yesterday', null],
  ])('reads %s as %s', (text, read) => expect(dayFrom(text)).toBe(read));
  it('says of every bad row why', () => {
    const people = [
      { id: 'owner' as MemberId, name: 'Ana Ruiz' },
      { id: 'mem_1' as MemberId, name: 'Luis  Díaz' },
      { id: 'mem_2' as MemberId, name: 'Kim Lee' },
      { id: 'mem_3' as MemberId, name: 'kim lee' },
    ];
    const row = (at: number, name: string, title: string, on: string) => ({
      row: at,
      cells: [],
      name,
      title,
      on,
      provider: '',
    });
    const judged = judgeRows(
      [
        row(2, 'ana ruiz', 'First aid', '2026-05-01'),
        row(3, 'Luis Diaz', 'Datenschutz-Grundlagen', '01.05.2026'),
        row(4, 'Nobody', 'First aid', '2026-05-01'),
        row(5, 'Kim Lee', 'First aid', '2026-05-01'),
        row(6, 'Ana Ruiz', ' ', '2026-05-01'),
        row(7, 'Ana Ruiz', 'Fire', ''),
        row(8, 'Ana Ruiz', 'Fire', '03/04/2026'),
        row(9, 'Ana Ruiz', 'Fire', '2027-01-01'),
        row(10, 'Ana Ruiz', 'FIRST AID', '2026-05-01'),
        row(11, 'Ana Ruiz', 'Old', '2020-01-01'),
        row(12, 'Ana Ruiz', 'x'.repeat(201), '2020-01-01'),
      ],
      { people, courses, today: day('2026-11-24'), isThere: (_member, title) => title === 'Old' },
    );
    expect(judged.map(({ problem }) => problem)).toEqual([
      null,
      null,
      'nobody-by-that-name',
      'several-by-that-name',
      'no-course',
      'no-day',
      'day-unclear',
      'day-to-come',
      'twice-in-file',
      'there-already',
      'too-long',
    ]);
    expect([judged[0]?.course, judged[1]?.course?.name]).toEqual([null, 'training:privacy-basics']);
  });
});
