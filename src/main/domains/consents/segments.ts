/** Who of the people a segment's filter finds may be written to, batch by batch. */
import type { LeftOutReason, Segment, SegmentCount } from '#shared/domains/consents/model';
import { leftOutReasons } from '#shared/domains/consents/model';
import { LawfulBasis } from '#shared/domains/fields/model';
import { notFound } from '#shared/kernel/failures';
import type { Day } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { TaskContext } from '../../ipc/context';
import { numbersOf } from '../customers/public';
import { decide, type Decided, type SegmentRule } from './segments-store';

/** Everybody the filter finds, each with the decision. */
export async function* decided(
  { workbench, signal, progress }: Pick<TaskContext, 'workbench' | 'signal' | 'progress'>,
  db: ReadDb,
  segment: Segment,
  today: Day,
): AsyncGenerator<Decided[]> {
  const purpose = await db.query
    .selectFrom('purposes')
    .select('lawful_basis')
    .where('id', '=', segment.purpose)
    .executeTakeFirst();
  if (purpose === undefined) throw notFound('purpose');
  const rule: SegmentRule = {
    purpose: segment.purpose,
    lawfulBasis: LawfulBasis.parse(purpose.lawful_basis),
    channel: segment.channel,
    picks: Object.keys(segment.filter).length > 0,
    today,
  };
  let done = 0;
  for await (const numbers of numbersOf(workbench, db, { filter: segment.filter })) {
    signal.throwIfAborted();
    yield decide(db, numbers, rule);
    done += numbers.length;
    progress({ stage: 'deciding', done, total: null, unit: 'rows' });
  }
}

/** Counts decisions as they go by. */
export class Tally {
  #included = 0;
  readonly #leftOut = new Map<LeftOutReason, number>();

  add(people: readonly Decided[]): void {
    for (const { reason } of people) {
      if (reason === null) this.#included += 1;
      else this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
    }
  }

  get counts(): SegmentCount {
    const leftOut = leftOutReasons.flatMap((reason) => {
      const people = this.#leftOut.get(reason) ?? 0;
      return people === 0 ? [] : [{ reason, people }];
    });
    return {
      found: this.#included + leftOut.reduce((sum, { people }) => sum + people, 0),
      included: this.#included,
      leftOut,
    };
  }
}
