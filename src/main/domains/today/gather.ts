/** Everything that is due, gathered from every domain that has something due. */
import { wordsIn } from '#shared/content/words';
import type { DueItem, Today } from '#shared/domains/today/model';
import { dueState, inOrder, wentBack } from '#shared/domains/today/rules';
import type { Day, Instant } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import { askedAgain } from '../applicability/public';
import { readRegister } from '../obligations/public';

type Language = 'en' | 'de';
type Draft = Omit<DueItem, 'state'> & { readonly state?: DueItem['state'] };

export async function gatherDue(db: ReadDb, law: Law, now: Instant, today: Day, language: Language): Promise<Today> {
  const register = await readRegister(db, law, today, language);
  const drafts: Draft[] = [
    ...(await askedAgain(db, law, register.decided.answers)).map(({ question, people }): Draft => ({
      id: `question:${question.name}`,
      kind: 'question-again',
      title: wordsIn(question.words, language),
      on: null,
      owner: null,
      count: people,
      about: question.name,
    })),
    ...register.entries
      .filter(({ row }) => row.dueOn !== null || row.state === 'expired')
      .map(({ row }): Draft => ({
        id: `obligation:${row.name}`,
        kind: row.state === 'expired' ? 'obligation-expired' : 'obligation-due',
        title: row.title,
        on: row.dueOn,
        owner: row.owner,
        count: 1,
        about: row.name,
        ...(row.state === 'expired' ? { state: 'overdue' as const } : {}),
      })),
    ...register.evidence
      .filter((one) => one.expiresOn !== null)
      .map((one): Draft => ({
        id: `evidence:${one.id}`,
        kind: (one.expiresOn ?? '') < today ? 'evidence-expired' : 'evidence-expires',
        title: one.title,
        on: one.expiresOn,
        owner: null,
        count: 1,
        about: one.id,
      })),
    ...(await openWork(db)),
  ];
  const lastSeen = await lastEntryAt(db);
  return {
    today,
    items: inOrder(drafts.map((draft) => ({ ...draft, state: draft.state ?? dueState(today, draft.on) }))),
    clockWentBack: lastSeen !== null && wentBack(now, lastSeen) ? { lastSeen } : null,
  };
}

/** What waits in the customer store for somebody to decide. */
async function openWork(db: ReadDb): Promise<Draft[]> {
  const [row] = await db.driver.all(
    `select (select count(*) from import_quarantine where state = 'open') as rows,
            (select import from import_quarantine where state = 'open' limit 1) as import,
            (select count(*) from duplicate_clusters where state = 'open') as clusters`,
  );
  const [rows, clusters] = [Number(row?.['rows']), Number(row?.['clusters'])];
  const drafts: Draft[] = [];
  if (rows > 0)
    drafts.push({
      id: 'quarantine',
      kind: 'quarantine-open',
      title: '',
      on: null,
      owner: null,
      count: rows,
      about: String(row?.['import']),
    });
  if (clusters > 0)
    drafts.push({
      id: 'duplicates',
      kind: 'duplicates-open',
      title: '',
      on: null,
      owner: null,
      count: clusters,
      about: '',
    });
  return drafts;
}

/** The trail remembers the latest moment this store has seen. */
async function lastEntryAt(db: ReadDb): Promise<Instant | null> {
  const [row] = await db.driver.all(
    "select max(entry ->> 'at') as last from (select entry from trail_entries order by number desc limit 200)",
  );
  return (row?.['last'] as Instant | null | undefined) ?? null;
}
