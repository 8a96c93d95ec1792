/** Lists for joining and leaving: they begin by themselves, and nobody ticks what Steward sees is not so. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Checklist, ItemState } from '#shared/domains/training/model';
import { failureOf } from '../../support/failure-of';
import { testBench, type TestBench } from '../../support/workbench';

let bench: TestBench;
beforeAll(async () => {
  bench = await testBench();
});
afterAll(() => bench.end());

const lists = () => bench.ask('training', 'checklists', {});
const tick = (list: Checklist, item: string, state: ItemState, note = '', before: ItemState = 'open') =>
  bench.ask('training', 'tick', { checklist: list.id, item: `training:${item}`, before, state, note });
const alone = async (operation: string, input: unknown) => {
  const answer = await bench.askRaw('access', operation, input, undefined, undefined, true);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value as { person: { id: string } };
};

it('begin with whoever is added and end with the last item, and stand on Today until then', async () => {
  await alone('addPerson', { name: 'Ines Vogt', signInName: 'ines', role: 'staff', until: null });
  const [list] = await lists();
  if (list === undefined) expect.fail('a list has begun');
  expect(list).toMatchObject({ kind: 'joining', name: 'Ines Vogt', finishedAt: null });
  expect(list.items).toHaveLength(7);
  const due = async () =>
    (await bench.ask('today', 'list', { today: '2026-11-24' as never })).items.filter(
      ({ kind }) => kind === 'joining-item',
    );
  expect(await due()).toHaveLength(7);
  await bench.ask('training', 'begin', {});
  expect(await failureOf(tick(list, 'joining-courses', 'done'))).toMatchObject({ rule: 'training.courses-open' });
  expect(await failureOf(tick(list, 'joining-keys', 'not-needed'))).toMatchObject({ rule: 'training.reason-needed' });
  expect((await tick(list, 'joining-access', 'done')).items[1]).toMatchObject({ state: 'done', by: 'owner' });
  expect(await failureOf(tick(list, 'joining-access', 'done'))).toMatchObject({ code: 'conflict' });
  for (const item of ['contract', 'second-factor', 'devices', 'rules']) await tick(list, `joining-${item}`, 'done');
  await tick(list, 'joining-keys', 'not-needed', 'Works from home only');
  expect((await tick(list, 'joining-courses', 'not-needed', 'Starts in May')).finishedAt).not.toBeNull();
  expect(await due()).toEqual([]);
  // Taken back, it is open again.
  expect((await tick(list, 'joining-keys', 'open', '', 'not-needed')).finishedAt).toBeNull();
});

it('of leaving know access and devices', async () => {
  const [{ member } = expect.fail('there is one')] = await lists();
  const begun = await bench.ask('training', 'startChecklist', { member, kind: 'leaving' });
  expect(await failureOf(bench.ask('training', 'startChecklist', { member, kind: 'leaving' }))).toMatchObject({
    rule: 'training.checklist-open',
  });
  expect(await failureOf(tick(begun, 'leaving-access', 'done'))).toMatchObject({ rule: 'training.still-has-access' });
  const device = {
    kind: 'laptop',
    owner: 'ines vogt',
    product: null,
    version: null,
    encrypted: 'yes',
    patchedOn: null,
    nextCheckOn: null,
    state: 'in-use',
    stateOn: null,
    note: null,
  } as const;
  await bench.ask('devices', 'add', { ...device, name: 'Laptop 4' });
  await bench.ask('devices', 'add', { ...device, name: 'Phone 2', kind: 'phone' });
  expect(await failureOf(tick(begun, 'leaving-devices', 'done'))).toMatchObject({
    rule: 'training.devices-still-out',
    facts: { devices: 2 },
  });
  const [list = expect.fail('open')] = (await lists()).filter(({ kind }) => kind === 'leaving');
  const [laptop, phone] = list.devices;
  const settle = (one: typeof laptop, outcome: 'returned' | 'lost') =>
    bench.ask('training', 'settleDevice', {
      checklist: list.id,
      device: one?.id ?? '',
      revision: one?.revision ?? 0,
      outcome,
    });
  await settle(laptop, 'returned');
  expect((await settle(phone, 'lost')).devices).toEqual([]);
  const devices = await bench.ask('devices', 'list', {});
  expect(
    devices.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ name, owner, state }) => [name, owner, state]),
  ).toEqual([
    ['Laptop 4', null, 'in-use'],
    ['Phone 2', 'ines vogt', 'lost'],
  ]);
  await tick(list, 'leaving-devices', 'done');
});

it('begin with whoever is disabled, once', async () => {
  const [{ member } = expect.fail('there is one')] = await lists();
  await bench.ask('access', 'disablePerson', { id: member as never });
  const leaving = (await lists()).filter(({ kind }) => kind === 'leaving');
  expect(leaving).toHaveLength(1);
  expect((await tick(leaving[0] ?? expect.fail('open'), 'leaving-access', 'done')).items[0]?.state).toBe('done');
  expect((await bench.ask('training', 'picture', {})).standings.some((standing) => standing.member === member)).toBe(
    false,
  );
});
