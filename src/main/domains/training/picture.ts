/** Training as it stands: courses as chosen, everybody of the team, and how each person stands with each course of theirs. */
import type { Course } from '#shared/content/training';
import { type Language, wordsIn } from '#shared/content/words';
import type { CourseRow, Member, MemberId, Result, Standing } from '#shared/domains/training/model';
import { dueOn, firstDays, lastPassed, stateOn } from '#shared/domains/training/rules';
import { type Day, daysLater, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { peopleWithGrants } from '../access/public';
import { decide } from '../applicability/public';
import { pinStates } from './pins';
import { listAssignments, listCourses, listMembers, listResults } from './store';

export type TrainingAsk = {
  readonly db: ReadDb;
  readonly workbench: Workbench;
  readonly language: Language;
  readonly today: Day;
};
export type Training = {
  readonly courses: readonly CourseRow[];
  readonly members: readonly Member[];
  readonly standings: readonly Standing[];
  readonly results: readonly Result[];
};

/** Whoever signs in is of the team without being entered twice. */
export async function everybody(db: ReadDb): Promise<Member[]> {
  const [people, others, pins] = await Promise.all([peopleWithGrants(db), listMembers(db), pinStates(db)]);
  const pinOf = (id: string) => pins.get(id) ?? ('none' as const);
  return [
    ...people.map(({ person }) => ({
      id: person.id as MemberId,
      name: person.name,
      role: person.role,
      since: localDay(person.addedAt),
      leftOn: person.disabledAt === null ? afterLast(person.until) : localDay(person.disabledAt),
      signsIn: true,
      pin: pinOf(person.id),
      revision: 0,
    })),
    ...others.map((member) => ({ ...member, signsIn: false, pin: pinOf(member.id) })),
  ];
}

const afterLast = (until: Day | null): Day | null => (until === null ? null : daysLater(until, 1));

export const isHere = ({ leftOn }: Pick<Member, 'leftOn'>, today: Day): boolean => leftOn === null || today < leftOn;

export async function readTraining({ db, workbench, language, today }: TrainingAsk): Promise<Training> {
  const { courses: known, catalogue } = workbench.law.current();
  const [kept, members, results, assignments, decided] = [
    new Map((await listCourses(db)).map((one) => [one.name, one])),
    await everybody(db),
    await listResults(db),
    await listAssignments(db),
    await decide(db, workbench),
  ];
  const suits = (course: Course): boolean =>
    course.when === 'always' || course.obligations.some((name) => decided.byObligation.get(name)?.applies === 'yes');
  const courses = known.map((course): CourseRow => {
    const choice = kept.get(course.name) ?? {
      on: false,
      roles: course.roles as CourseRow['roles'],
      everyDays: course.everyDays,
      firstOn: daysLater(today, firstDays),
      revision: 0,
    };
    const laws = course.obligations.flatMap((name) => catalogue.obligation(name)?.regulation ?? []);
    return {
      name: course.name,
      title: wordsIn(course.title, language),
      about: wordsIn(course.about, language),
      minutes: course.minutes,
      passPercent: course.passPercent,
      ask: course.ask,
      suits: suits(course),
      obligations: course.obligations.length,
      laws: [...new Set(laws)],
      on: choice.on,
      roles: choice.roles,
      everyDays: choice.everyDays,
      firstOn: choice.firstOn,
      revision: choice.revision,
    };
  });
  const resultsOf = Map.groupBy(results, ({ member, course }) => `${member} ${course}`);
  const setFor = new Map(assignments.map((one) => [`${one.member} ${one.course}`, one]));
  const standings = members
    .filter((member) => isHere(member, today))
    .flatMap((member) =>
      courses.flatMap((course): Standing[] => {
        const key = `${member.id} ${course.name}`;
        const set = setFor.get(key);
        const isTheirs = course.roles.includes('everybody') || course.roles.includes(member.role);
        if (!course.on || (!isTheirs && set === undefined)) return [];
        const doneOn = lastPassed(resultsOf.get(key) ?? [], today);
        // What was set for somebody outside the role is due on that day, and not a month after they came.
        if (!isTheirs && set !== undefined && doneOn !== null && doneOn >= set.setOn) return [];
        const on =
          !isTheirs && set !== undefined
            ? set.dueOn
            : dueOn(course, member.since, doneOn, set === undefined ? null : { on: set.dueOn, setOn: set.setOn });
        return [{ member: member.id, course: course.name, state: stateOn(today, on, doneOn), dueOn: on, doneOn }];
      }),
    );
  return { courses, members, standings, results };
}
