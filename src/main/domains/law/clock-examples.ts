/** Shows what a changed clock means by one example: the first place and day for which the two editions give another date. */
import { type ClockEngine, createClockEngine } from '#shared/content/clock-engine';
import { ClockRefusal } from '#shared/content/clock-refusal';
import type { Pack } from '#shared/content/pack';
import { type Language, wordsIn } from '#shared/content/words';
import type { EditionDifference } from '#shared/domains/law/model';
import { type Day, daysLater } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';

type Example = EditionDifference['example'];

/** So many days from today on are tried, each at nine in the morning, as it is and extended. */
const daysTried = 40;

export function clockExamples(
  before: Pack,
  after: Pack,
  { law, today, language }: { readonly law: Law; readonly today: Day; readonly language: Language },
): (clock: string) => Example {
  const engineOf = (pack: Pack): ClockEngine =>
    createClockEngine({ packs: [pack], places: law.clocks.places, holidays: law.holidays });
  let engines: readonly [ClockEngine, ClockEngine] | null = null;
  return (name) => {
    const [old, now] = (engines ??= [engineOf(before), engineOf(after)]);
    const groups = now.clocks.find(({ clock }) => clock.name === name)?.clock.places ?? [];
    const places = law.clocks.places.filter((place) => place.groups.some((group) => groups.includes(group)));
    for (const extended of [false, true]) {
      for (let later = 0; later < daysTried; later += 1) {
        const start = `${daysLater(today, later)}T09:00:00Z`;
        for (const { code, name: place } of places) {
          const question = { clock: name, place: code, start, facts: extended ? { extended } : {} };
          const [was, is] = [dueOf(old, question), dueOf(now, question)];
          if (was !== undefined && is !== undefined && was !== is)
            return { place: wordsIn(place, language), start: start.slice(0, 10), before: was, after: is };
        }
      }
    }
    return null;
  };
}

/** Undefined where the edition does not know the question. */
function dueOf(engine: ClockEngine, question: Parameters<ClockEngine['answer']>[0]): string | null | undefined {
  try {
    return engine.answer(question).due;
  } catch (error) {
    if (error instanceof ClockRefusal) return undefined;
    throw error;
  }
}
