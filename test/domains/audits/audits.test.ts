/** The audit programme through serve: begun from the pack, changed, recorded for good, findings settled once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckName, FindingDraft, Programme, RecordDraft } from '#shared/domains/audits/model';
import type { EvidenceId } from '#shared/domains/evidence/model';
import type { PersonId, RoleId } from '#shared/domains/access/model';
import type { Day } from '#shared/kernel/time';
import { failureOf } from '#test/support/failure-of';
import { testBench, type TestBench } from '#test/support/workbench';

const day = (text: string): Day => text as Day;
let bench: TestBench;
beforeEach(async () => {
  bench = await testBench();
  bench.setNow('2026-11-24T12:00:00.000Z');
});
afterEach(() => bench.end());

const trailCheck = 'audits:trail' as CheckName;
const list = (today = '2026-11-24'): Promise<Programme> => bench.ask('audits', 'list', { today: day(today) });
const one = async (name: string, today?: string) => (await list(today)).checks.find((check) => check.name === name);
const due = async (today: string) =>
  (await bench.ask('today', 'list', { today: day(today) })).items
    .filter(({ kind }) => kind.startsWith('audit-'))
    .map(({ kind, state, title, on, owner }) => [kind, state, title, on, owner]);
const plain = { check: trailCheck, on: day('2026-11-24'), result: 'fine' } as const;
const record = (draft: Partial<RecordDraft> = {}) => bench.ask('audits', 'record', { record: { ...plain, ...draft } });
const noSheet: FindingDraft = {
  words: 'Nobody printed the sheet of Anna Berg',
  severity: 'middle',
  responsible: 'owner' as PersonId,
  dueOn: day('2026-12-08'),
};

describe('the programme', () => {
  it('is empty until it is begun, then has the starter list with days in the first month', async () => {
    const before = await list();
    expect([before.checks.length, before.checks.filter(({ on }) => on).length]).toEqual([10, 0]);
    expect(await due('2027-11-24')).toEqual([]);
    const begun = await bench.ask('audits', 'begin', { today: day('2026-11-24'), language: 'de' });
    expect(begun.taken).toHaveLength(10);
    expect(begun.checks[0]).toMatchObject({ dueOn: '2026-12-01', own: false, revision: 1 });
    expect(begun.checks.map(({ title }) => title)).toContain('Meldungen ansehen');
    expect(new Set(begun.checks.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-12-01', '2026-12-24']));
    // Once is enough: nothing that was decided is decided again.
    expect((await bench.ask('audits', 'begin', {})).taken).toEqual([]);
    expect(await due('2026-12-02')).toContainEqual([
      'audit-check-due',
      'overdue',
      'Look at the alerts',
      '2026-12-01',
      null,
    ]);
  });

  it('is the business’s own: off, another interval, a person, own checks; with conflict', async () => {
    const choice = { on: true, everyDays: 14, firstOn: day('2026-11-30'), responsible: 'owner' as PersonId };
    expect(await failureOf(bench.ask('audits', 'choose', { name: trailCheck, revision: 1, choice }))).toEqual({
      code: 'conflict',
      what: 'audit-check',
    });
    const chosen = await bench.ask('audits', 'choose', { name: trailCheck, revision: 0, choice });
    expect(chosen).toMatchObject({ everyDays: 14, dueOn: '2026-11-30', revision: 1, responsible: 'owner' });
    expect(await due('2026-11-24')).toEqual([
      ['audit-check-due', 'soon', 'Verify the audit trail and print its sheet', '2026-11-30', 'Owner'],
    ]);
    for (const revision of [0, 2])
      expect(await failureOf(bench.ask('audits', 'choose', { name: trailCheck, revision, choice }))).toEqual({
        code: 'conflict',
        what: 'audit-check',
      });
    await bench.ask('audits', 'choose', { name: trailCheck, revision: 1, choice: { ...choice, on: false } });
    expect(await one(trailCheck)).toMatchObject({ on: false, dueOn: null, revision: 2 });
    expect(await failureOf(record())).toEqual({ code: 'not-found', what: 'audit-check' });

    const own = await bench.ask('audits', 'add', { words: { title: 'Keys of the shop', how: 'Count them' }, choice });
    expect(own).toMatchObject({ own: true, title: 'Keys of the shop', keep: '', dueOn: '2026-11-30' });
    const words = { title: 'Keys of both shops', how: 'Count them' };
    expect(await bench.ask('audits', 'choose', { name: own.name, revision: 1, choice, words })).toMatchObject(words);
    expect(
      await failureOf(bench.ask('audits', 'choose', { name: 'audits:nothing' as CheckName, revision: 0, choice })),
    ).toEqual({ code: 'not-found', what: 'audit-check' });
  });

  it('names only people who can come in, and keeps who left until somebody else is named', async () => {
    const { person } = await bench.ask('access', 'addPerson', {
      name: 'Luis',
      signInName: 'luis',
      role: 'manager' as RoleId,
    });
    const choice = { on: true, everyDays: 30, firstOn: day('2026-11-30'), responsible: person.id };
    await bench.ask('audits', 'choose', { name: trailCheck, revision: 0, choice });
    await bench.ask('access', 'disablePerson', { id: person.id });
    expect((await list()).people).toContainEqual({ id: person.id, name: 'Luis', active: false });
    expect(await bench.ask('audits', 'choose', { name: trailCheck, revision: 1, choice })).toMatchObject({
      responsible: person.id,
    });
    const words = { title: 'Keys of the shop', how: '' };
    expect(await failureOf(bench.ask('audits', 'add', { words, choice }))).toMatchObject({
      rule: 'audits.nobody-by-that-name',
    });
    const findings = [{ ...noSheet, responsible: person.id }];
    expect(await failureOf(record({ result: 'findings', findings }))).toMatchObject({
      rule: 'audits.nobody-by-that-name',
    });
  });
});

describe('recording', () => {
  beforeEach(() => bench.ask('audits', 'begin', { today: day('2026-11-24') }));

  it('moves the check on, keeps who and evidence, and tells the trail no words', async () => {
    const file = join(bench.folder, 'sheet.txt');
    writeFileSync(file, 'root 1a2b');
    const evidence = await bench.ask('evidence', 'add', { file, title: 'Sheet' });
    const done = await record({
      result: 'findings',
      words: 'Anna Berg was away',
      evidence: [evidence.id, evidence.id],
      findings: [noSheet],
    });
    expect(done).toMatchObject({ dueOn: '2026-12-24', record: { by: 'owner', evidence: [evidence.id] } });
    bench.setNow('2026-12-30T12:00:00.000Z');
    expect((await record({ on: day('2026-12-30') })).dueOn).toBe('2027-01-29');
    expect((await record({ on: day('2026-12-01') })).dueOn).toBe('2027-01-29');
    expect((await one(trailCheck, '2026-12-30'))?.last.map(({ on }) => on)).toEqual([
      '2026-12-30',
      '2026-12-01',
      '2026-11-24',
    ]);
    expect(await bench.ask('audits', 'records', { check: trailCheck, limit: 1 })).toMatchObject([{ on: '2026-12-30' }]);
    const { entries } = await bench.ask('trail', 'list', { event: 'audits.recorded', limit: 10 });
    expect(entries.at(-1)).toMatchObject({
      about: [done.record.id, trailCheck, done.findings[0]?.id, evidence.id],
      facts: { check: trailCheck, result: 'findings', on: '2026-11-24', findings: 1, evidenceFiles: 1 },
    });
    expect(JSON.stringify(entries)).not.toContain('Berg');
  });

  it('stays due when it could not be done, and says why', async () => {
    expect(await failureOf(record({ result: 'could-not' }))).toMatchObject({ rule: 'audits.reason-needed' });
    expect((await record({ result: 'could-not', words: 'The printer is broken' })).dueOn).toBe('2026-12-24');
    expect(await due('2026-12-25')).toContainEqual([
      'audit-check-due',
      'overdue',
      'Verify the audit trail and print its sheet',
      '2026-12-24',
      null,
    ]);
  });

  it('takes no day that has not come, and a clock that ran ahead postpones nothing once it is right', async () => {
    expect(await failureOf(record({ on: day('2026-11-25') }))).toMatchObject({ rule: 'audits.not-yet' });
    bench.setNow('2031-01-01T12:00:00.000Z');
    expect((await record({ on: day('2031-01-01') })).dueOn).toBe('2031-01-31');
    bench.setNow('2026-11-24T13:00:00.000Z');
    expect(await one(trailCheck)).toMatchObject({ dueOn: '2026-12-24' });
  });

  it('takes only evidence that is there, all or nothing', async () => {
    const evidence = ['evi_00000000000000000000' as EvidenceId];
    expect(await failureOf(record({ result: 'findings', evidence, findings: [noSheet] }))).toEqual({
      code: 'not-found',
      what: 'evidence',
    });
    expect(await bench.ask('audits', 'records', { check: trailCheck })).toEqual([]);
    expect((await list()).findings).toEqual([]);
  });

  it('is for good: neither records nor what was found can be changed, replaced or removed', async () => {
    const { record: kept, findings } = await record({ result: 'findings', findings: [noSheet] });
    const tries = [
      ["update audit_records set result = 'fine'", 'never change'],
      ['delete from audit_records', 'stay'],
      [`replace into audit_records select * from audit_records`, 'this record exists'],
      ["update audit_findings set words = 'nothing'", 'never changes'],
      ["update audit_findings set severity = 'low'", 'never changes'],
      ['delete from audit_findings', 'findings stay'],
      ['replace into audit_findings select * from audit_findings', 'this finding exists'],
    ] as const;
    for (const [sql, why] of tries)
      await expect(bench.workbench.write((db) => db.driver.run(sql))).rejects.toThrow(why);
    expect(await bench.ask('audits', 'records', { check: trailCheck })).toEqual([kept]);
    expect(await bench.ask('audits', 'findings', {})).toEqual(findings);
  });
});

describe('a finding', () => {
  it('can be given to somebody else or another day while it is open, and its words stay', async () => {
    await bench.ask('audits', 'begin', { today: day('2026-11-24') });
    const { findings } = await record({ result: 'findings', findings: [noSheet] });
    const [first] = findings;
    if (first === undefined) throw new Error('a finding was recorded');
    const { id, revision } = first;
    const assign = (responsible: string | null, dueOn: string, at = revision) =>
      bench.ask('audits', 'assignFinding', { id, revision: at, responsible: responsible as never, dueOn: day(dueOn) });
    expect(await failureOf(assign('per_00000000000000000000', '2026-12-24'))).toMatchObject({
      rule: 'audits.nobody-by-that-name',
    });
    expect(await assign(null, '2026-12-24')).toEqual({
      ...first,
      responsible: null,
      dueOn: '2026-12-24',
      revision: revision + 1,
    });
    expect(await failureOf(assign('owner', '2026-12-25'))).toMatchObject({ code: 'conflict' });
    await bench.ask('audits', 'closeFinding', { id, revision: revision + 1, words: 'It was printed' });
    expect(await failureOf(assign('owner', '2026-12-25', revision + 2))).toMatchObject({ code: 'conflict' });
    const { entries } = await bench.ask('trail', 'list', { event: 'audits.finding-assigned' });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ about: [id, trailCheck], facts: { dueOn: '2026-12-24' } });
  });

  it('stands on Today until it is settled, once, with words', async () => {
    await bench.ask('audits', 'begin', { today: day('2026-11-24') });
    const { findings } = await record({ result: 'findings', findings: [noSheet, { ...noSheet, severity: 'high' }] });
    const [first] = findings;
    if (first === undefined) throw new Error('two findings were recorded');
    const line = ['audit-finding-open', 'overdue', noSheet.words, '2026-12-08', 'Owner'];
    expect((await due('2026-12-09')).filter(([kind]) => kind === 'audit-finding-open')).toEqual([line, line]);
    const { id, revision } = first;
    expect(await failureOf(bench.ask('audits', 'closeFinding', { id, revision, words: ' ' }))).toMatchObject({
      code: 'invalid',
    });
    const closed = await bench.ask('audits', 'closeFinding', { id, revision, words: 'Anna Berg printed it' });
    expect(closed).toMatchObject({ state: 'done', closing: 'Anna Berg printed it', closedBy: 'owner', revision: 2 });
    expect((await due('2026-12-09')).filter(([kind]) => kind === 'audit-finding-open')).toEqual([line]);
    expect(await bench.ask('audits', 'findings', {})).toHaveLength(2);
    for (const again of [1, 2])
      expect(
        await failureOf(bench.ask('audits', 'closeFinding', { id, revision: again, words: 'Once more' })),
      ).toMatchObject({ code: 'conflict' });
    await expect(
      bench.workbench.write((db) =>
        db.driver.run(
          "update audit_findings set state = 'open', closing = '', closed_by = null, closed_at = null where state = 'done'",
        ),
      ),
    ).rejects.toThrow('a settled finding never changes');
    const { entries } = await bench.ask('trail', 'list', { event: 'audits.finding-closed', limit: 1 });
    expect(entries[0]).toMatchObject({ about: [id, trailCheck], facts: { severity: 'middle' } });
    expect(JSON.stringify(entries)).not.toContain('Berg');
  });
});
