/** Looks at what is new in the trail: counts it, judges the days it touched, and raises alerts. One look at a time. */
import { contract } from '#shared/contract';
import { isLearned } from '#shared/domains/watching/rules';
import {
  count,
  judgeTouched,
  localBy,
  offsetHere,
  type Watch,
  type WatchSettings,
} from '#shared/domains/watching/watch';
import type { Operations } from '#shared/kernel/operations';
import { type Day, daysLater } from '#shared/kernel/time';
import type { Workbench } from '../../ipc/workbench';
import { highestNumber } from '../customers/public';
import { entriesAfter } from '../trail/public';
import { listAbsences, listLessons, raiseAlert, readWatch, writeWatch } from './store';

export type Looked = { readonly entries: number; readonly raised: number };

type Looking = { watch: Watch | null; turn: Promise<Looked> };

/** Habits older than this are not compared with. */
const rememberedDays = 400;

const settings: WatchSettings = { settings: settingsEvents(), local: localBy(offsetHere) };

/** Every event of an operation that needs the right to configure. */
function settingsEvents(): ReadonlySet<string> {
  return new Set(
    Object.entries(contract as Readonly<Record<string, Operations>>).flatMap(([domain, operations]) =>
      Object.values(operations).flatMap((operation) =>
        operation.kind !== 'query' && operation.may === 'configure' && operation.records !== null
          ? [`${domain}.${operation.records}`]
          : [],
      ),
    ),
  );
}

/** Goes on where the last look ended. What is counted is stored together with the alerts it led to, or not at all. */
export function look(workbench: Workbench, signal: AbortSignal): Promise<Looked> {
  const looking = workbench.cache('watching', (): Looking => ({
    watch: null,
    turn: Promise.resolve({ entries: 0, raised: 0 }),
  }));
  looking.turn = looking.turn
    .catch(() => undefined)
    .then(async () => {
      try {
        return await lookOn(workbench, looking, signal);
      } catch (error) {
        // What is in memory may be ahead of what was stored.
        looking.watch = null;
        throw error;
      }
    });
  return looking.turn;
}

async function lookOn(workbench: Workbench, looking: Looking, signal: AbortSignal): Promise<Looked> {
  const today = workbench.clock.now().slice(0, 10) as Day;
  looking.watch ??= await readWatch(workbench.readBehind(), daysLater(today, -rememberedDays));
  const { watch } = looking;
  let [counted, raised] = [0, 0];
  for (;;) {
    signal.throwIfAborted();
    const entries = await entriesAfter(workbench.readBehind(), watch.last);
    if (entries.length === 0) break;
    const [people, absences] = [
      await highestNumber(workbench.readBehind()),
      await listAbsences(workbench.readBehind()),
    ];
    const touched = count(watch, entries, settings);
    const standouts = judgeTouched(touched, people, absences);
    raised += await workbench.write(async (db) => {
      await writeWatch(db, watch, touched, workbench.clock.now());
      const lessons = await listLessons(db);
      let fresh = 0;
      for (const standout of standouts) {
        if (isLearned(standout.finding, standout.actor, lessons)) continue;
        if (await raiseAlert(db, standout, workbench.newId('alr'), workbench.clock.now())) fresh += 1;
      }
      return fresh;
    });
    counted += entries.length;
  }
  if (raised > 0) workbench.emit('changed', { domain: 'watching' });
  return { entries: counted, raised };
}
