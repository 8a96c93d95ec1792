/** Lists for joining and leaving in the store. What a list asks is copied when it begins, so that a newer edition does not change it. */
import type { RoutineItem } from '#shared/content/training';
import type { Words } from '#shared/content/words';
import type { ChecklistId, ItemState, MemberId } from '#shared/domains/training/model';
import { type Day, daysLater, type Instant, localDay } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptItem = {
  readonly name: string;
  readonly words: Words;
  readonly about: RoutineItem['about'];
  readonly dueOn: Day;
  readonly state: ItemState;
  readonly note: string;
  readonly by: string | null;
  readonly at: Instant | null;
};
export type KeptChecklist = {
  readonly id: ChecklistId;
  readonly kind: RoutineItem['kind'];
  readonly member: MemberId;
  readonly name: string;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly items: readonly KeptItem[];
};

const asChecklist = `json_object('id', id, 'kind', kind, 'member', member, 'name', name, 'startedBy', started_by,
  'startedAt', started_at, 'finishedAt', finished_at, 'items', json((select json_group_array(json_object('name', name,
  'words', json(words), 'about', about, 'dueOn', due_on, 'state', state, 'note', note, 'by', by, 'at', at))
  from (select * from checklist_items where checklist = checklists.id order by place))))`;

/** Open ones first, newest first. */
export const listChecklists = (db: ReadDb): Promise<KeptChecklist[]> =>
  packedRows<KeptChecklist>(
    db,
    `select ${asChecklist} as value from checklists order by finished_at is not null, started_at desc, id`,
  );

export async function findChecklist(db: ReadDb, id: string): Promise<KeptChecklist | null> {
  const [found] = await packedRows<KeptChecklist>(db, `select ${asChecklist} as value from checklists where id = ?`, [
    id,
  ]);
  return found ?? null;
}

export type Beginning = {
  readonly id: ChecklistId;
  readonly kind: RoutineItem['kind'];
  readonly member: MemberId;
  readonly name: string;
  readonly by: string;
  readonly at: Instant;
};

/** False when such a list is under way for this person already; then nothing happens. */
export async function beginChecklist(
  db: WriteDb,
  { id, kind, member, name, by, at }: Beginning,
  routines: readonly RoutineItem[],
): Promise<boolean> {
  const open = await db.query
    .selectFrom('checklists')
    .select('id')
    .where('member', '=', member)
    .where('kind', '=', kind)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return false;
  await db.query
    .insertInto('checklists')
    .values({ id, kind, member, name, started_by: by, started_at: at, finished_at: null })
    .execute();
  for (const [place, item] of routines.filter((one) => one.kind === kind).entries()) {
    await db.query
      .insertInto('checklist_items')
      .values({
        checklist: id,
        name: item.name,
        place,
        words: JSON.stringify(item.words),
        about: item.about,
        due_on: daysLater(localDay(at), item.dueDays),
        by: null,
        at: null,
      })
      .execute();
  }
  return true;
}

/** False when the item is not in the state `before` any more. The list is finished with its last open item. */
export async function tickItem(
  db: WriteDb,
  checklist: ChecklistId,
  item: string,
  before: ItemState,
  after: { readonly state: ItemState; readonly note: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const isOpen = after.state === 'open';
  const { numUpdatedRows } = await db.query
    .updateTable('checklist_items')
    .set({ state: after.state, note: after.note, by: isOpen ? null : after.by, at: isOpen ? null : after.at })
    .where('checklist', '=', checklist)
    .where('name', '=', item)
    .where('state', '=', before)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  const left = await db.query
    .selectFrom('checklist_items')
    .select('name')
    .where('checklist', '=', checklist)
    .where('state', '=', 'open')
    .executeTakeFirst();
  await db.query
    .updateTable('checklists')
    .set({ finished_at: left === undefined ? after.at : null })
    .where('id', '=', checklist)
    .execute();
  return true;
}
