/** An attendance list of courses elsewhere, row by row: what it says, and why a row cannot be taken. Pure: people and days are brought. */
import type { Course } from '#shared/content/training';
import { fold } from '#shared/kernel/text';
import { Day, isRealDay } from '#shared/kernel/time';
import type { MemberId, RowProblem } from './model';

export type AttendanceRow = {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly name: string;
  readonly title: string;
  readonly on: string;
  readonly provider: string;
};
export type Judged = AttendanceRow & {
  readonly member: MemberId | null;
  readonly day: Day | null;
  readonly course: Course | null;
  readonly problem: RowProblem | null;
};

const headerNames = {
  name: ['name', 'person', 'participant', 'attendee', 'employee', 'teilnehmer', 'teilnehmerin', 'mitarbeiter'],
  title: ['course', 'title', 'training', 'kurs', 'titel', 'schulung', 'thema'],
  on: ['date', 'day', 'completed', 'datum', 'tag', 'abgeschlossen'],
  provider: ['provider', 'trainer', 'organiser', 'organizer', 'anbieter', 'veranstalter'],
} as const;
type Column = keyof typeof headerNames;

/** Which column is which, or null when name, course or date is missing. */
export function columnsOf(headers: readonly string[]): Readonly<Record<Column, number>> | null {
  const folded = headers.map((header) => fold(header).trim());
  const find = (column: Column): number =>
    folded.findIndex((header) => (headerNames[column] as readonly string[]).includes(header));
  const columns = { name: find('name'), title: find('title'), on: find('on'), provider: find('provider') };
  return columns.name < 0 || columns.title < 0 || columns.on < 0 ? null : columns;
}

/** `2026-11-24`, `24.11.2026`, or with slashes where only one reading is a day; never a guess. */
export function dayFrom(text: string): Day | 'unclear' | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return real(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted !== null) return real(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed === null) return null;
  const [monthFirst, dayFirst] = [real(slashed[3], slashed[1], slashed[2]), real(slashed[3], slashed[2], slashed[1])];
  return monthFirst !== null && dayFirst !== null && monthFirst !== dayFirst ? 'unclear' : (monthFirst ?? dayFirst);
}

function real(year = '', month = '', day = ''): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(text) ? (text as Day) : null;
}

export type AttendanceAsk = {
  readonly people: readonly { readonly id: MemberId; readonly name: string }[];
  readonly courses: readonly Course[];
  readonly today: Day;
  /** Whether this is among the results already. */
  readonly isThere: (member: MemberId, title: string, on: Day) => boolean;
};

const longestCell = 200;
const same = (text: string): string => fold(text).trim().replaceAll(/\s+/g, ' ');

export function judgeRows(
  rows: readonly AttendanceRow[],
  { people, courses, today, isThere }: AttendanceAsk,
): Judged[] {
  const byName = Map.groupBy(people, ({ name }) => same(name));
  const courseOf = new Map(
    courses.flatMap((course) =>
      [course.name, course.title.en, course.title.de].map((name) => [same(name), course] as const),
    ),
  );
  const seen = new Set<string>();
  return rows.map((row): Judged => {
    const found = byName.get(same(row.name)) ?? [];
    const [member] = found;
    const day = dayFrom(row.on.trim());
    const course = courseOf.get(same(row.title)) ?? null;
    const judged = { ...row, member: member?.id ?? null, course, day: day === 'unclear' ? null : day };
    const no = (problem: RowProblem): Judged => ({ ...judged, problem });
    if ([row.name, row.title, row.provider].some((cell) => cell.length > longestCell)) return no('too-long');
    if (member === undefined) return no('nobody-by-that-name');
    if (found.length > 1) return no('several-by-that-name');
    if (same(row.title) === '') return no('no-course');
    if (day === 'unclear') return no('day-unclear');
    if (day === null) return no('no-day');
    if (day > today) return no('day-to-come');
    const key = `${member.id}|${same(row.title)}|${day}`;
    if (seen.has(key)) return no('twice-in-file');
    seen.add(key);
    return isThere(member.id, row.title, day) ? no('there-already') : { ...judged, problem: null };
  });
}
