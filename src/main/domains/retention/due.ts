/** What is due about retention: people whose time has come. */
import type { DueSource } from '../../ipc/due-source';
import { simulate } from './decide-store';
import { listHolds, listRules } from './store';

/** Looked up anew when customers, rules or the day changed: a pass over everybody is too much for each look at Today. */
type Known = { key: string; count: number };

export const dueRetention: DueSource = async ({ db, workbench, today }) => {
  const rules = (await listRules(db)).flatMap(({ class: id, period }) =>
    period === null ? [] : [{ class: id, period }],
  );
  if (rules.length === 0) return [];
  const holds = (await listHolds(db)).filter(({ releasedAt }) => releasedAt === null);
  const [state] = await db.driver.all('select max(number) as last, count(*) as people from customers');
  const key = JSON.stringify([today, rules, holds, state]);
  const known = workbench.cache('retention.due', (): Known => ({ key: '', count: 0 }));
  if (known.key !== key) {
    known.count = (await simulate(workbench.readBehind(), rules, holds, today)).canGo;
    known.key = key;
  }
  if (known.count === 0) return [];
  return [
    {
      id: 'retention',
      kind: 'retention-due',
      title: '',
      on: null,
      owner: null,
      count: known.count,
      about: 'retention',
    },
  ];
};
