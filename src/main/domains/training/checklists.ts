/** Lists for joining and leaving: what a tick claims is compared with what Steward knows of access, courses and devices. */
import { type Language, wordsIn } from '#shared/content/words';
import type { Checklist, ChecklistId, ItemState, MemberId } from '#shared/domains/training/model';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { fold } from '#shared/kernel/text';
import { type Day, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { CommandContext } from '../../ipc/context';
import { peopleWithGrants } from '../access/public';
import { type KeptDevice, listDevices, updateDevice } from '../devices/public';
import {
  beginChecklist,
  findChecklist,
  type KeptChecklist,
  type KeptItem,
  listChecklists,
  tickItem,
} from '../joining/public';
import { everybody, readTraining } from './picture';

export async function shownChecklists(db: ReadDb, language: Language): Promise<Checklist[]> {
  const devices = await listDevices(db);
  return (await listChecklists(db)).map((list) => shown(list, devices, language));
}

const heldBy = (devices: readonly KeptDevice[], name: string): KeptDevice[] =>
  devices.filter(
    ({ owner, state }) => state === 'in-use' && owner !== null && fold(owner).trim() === fold(name).trim(),
  );

const shown = (list: KeptChecklist, devices: readonly KeptDevice[], language: Language): Checklist => ({
  ...list,
  items: list.items.map((item) => ({ ...item, words: wordsIn(item.words, language) })),
  devices:
    list.kind === 'leaving'
      ? heldBy(devices, list.name).map(({ id, name, kind, revision }) => ({
          id: id as Checklist['devices'][number]['id'],
          name,
          kind,
          revision,
        }))
      : [],
});

async function one(db: ReadDb, id: ChecklistId, language: Language): Promise<Checklist> {
  return shown(await known(db, id), await listDevices(db), language);
}

async function known(db: ReadDb, id: ChecklistId): Promise<KeptChecklist> {
  const found = await findChecklist(db, id);
  if (found === null) throw notFound('checklist');
  return found;
}

export async function startChecklist(
  { db, workbench, now, newId, caller }: CommandContext,
  { member: id, kind, language }: { member: MemberId; kind: Checklist['kind']; language: Language },
): Promise<Checklist> {
  const member = (await everybody(db)).find((person) => person.id === id);
  if (member === undefined) throw notFound('member');
  const beginning = {
    id: newId('jlc') as ChecklistId,
    kind,
    member: id,
    name: member.name,
    by: caller.actor.id,
    at: now(),
  };
  if (!(await beginChecklist(db, beginning, workbench.law.current().routines)))
    throw brokenRule('training.checklist-open');
  return one(db, beginning.id, language);
}

type Tick = {
  readonly checklist: ChecklistId;
  readonly item: string;
  readonly before: ItemState;
  readonly state: ItemState;
  readonly note: string;
  readonly language: Language;
  readonly today: Day | undefined;
};

export async function tick(context: CommandContext, given: Tick): Promise<Checklist> {
  const { db, now, caller } = context;
  const list = await known(db, given.checklist);
  const item = list.items.find(({ name }) => name === given.item);
  if (item === undefined) throw notFound('checklist-item');
  if (given.state === 'not-needed' && given.note === '') throw brokenRule('training.reason-needed');
  if (given.state === 'done') await assertTrue(context, list, item, given.today ?? localDay(now()));
  const after = { state: given.state, note: given.note, by: caller.actor.id, at: now() };
  if (!(await tickItem(db, list.id, item.name, given.before, after))) throw conflict('checklist-item');
  return one(db, list.id, given.language);
}

/** Nobody ticks as done what Steward itself sees is not. */
async function assertTrue(
  { db, workbench }: CommandContext,
  { kind, member, name }: KeptChecklist,
  { about }: KeptItem,
  today: Day,
): Promise<void> {
  switch (about) {
    case 'access': {
      const person = (await peopleWithGrants(db)).find((found) => found.person.id === member)?.person;
      const mayComeIn = person !== undefined && person.disabledAt === null;
      if (kind === 'leaving' && mayComeIn) throw brokenRule('training.still-has-access');
      if (kind === 'joining' && !mayComeIn) throw brokenRule('training.has-no-access');
      return;
    }
    case 'devices': {
      if (kind !== 'leaving') return;
      const held = heldBy(await listDevices(db), name).length;
      if (held > 0) throw brokenRule('training.devices-still-out', { devices: held });
      return;
    }
    case 'training': {
      const { standings } = await readTraining({ db, workbench, language: 'en', today });
      const open = standings.filter((standing) => standing.member === member && standing.doneOn === null).length;
      if (open > 0) throw brokenRule('training.courses-open', { courses: open });
      return;
    }
    case 'none':
  }
}

export async function settleDevice(
  { db, now }: CommandContext,
  given: {
    readonly checklist: ChecklistId;
    readonly device: string;
    readonly revision: number;
    readonly outcome: 'returned' | 'lost';
    readonly language: Language;
    readonly today: Day | undefined;
  },
): Promise<Checklist> {
  const list = await known(db, given.checklist);
  const held = heldBy(await listDevices(db), list.name).find(({ id }) => id === given.device);
  if (held === undefined) throw notFound('device');
  const { id, revision: _revision, ...device } = held;
  const after =
    given.outcome === 'returned'
      ? { ...device, owner: null }
      : { ...device, state: 'lost' as const, stateOn: given.today ?? localDay(now()) };
  if (!(await updateDevice(db, { id, revision: given.revision }, after, now()))) throw conflict('device');
  return one(db, list.id, given.language);
}
