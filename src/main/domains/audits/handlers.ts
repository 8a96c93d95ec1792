/** Answers about the audit programme. */
import type { Check, CheckName, FindingId, RecordId } from '#shared/domains/audits/model';
import type { audits } from '#shared/domains/audits/operations';
import { brokenBy, firstDue } from '#shared/domains/audits/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { type Instant, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { peopleWithGrants } from '../access/public';
import { currentEvidence } from '../evidence/public';
import { type ProgrammeAsk, readProgramme } from './programme';
import {
  assignFinding,
  closeFinding,
  findFinding,
  insertCheck,
  insertFinding,
  insertRecord,
  listChecks,
  listFindings,
  listRecords,
  updateCheck,
} from './store';

export const auditsHandlers: Handlers<typeof audits> = {
  list: ({ db, workbench, now }, { language, today = localDay(now()) }) =>
    readProgramme(db, { law: workbench.law.current(), language, today }),
  records: ({ db }, { check, limit }) => listRecords(db, check, limit),
  findings: ({ db }, { limit }) => listFindings(db, limit),
  begin: async ({ db, workbench, now }, { language, today = localDay(now()) }) => {
    const law = workbench.law.current();
    const decided = new Set<string>((await listChecks(db)).map(({ name }) => name));
    const taken = law.checks.filter(({ name }) => !decided.has(name));
    for (const { name, everyDays } of taken) {
      const choice = { on: true, everyDays, firstOn: firstDue(today, everyDays), responsible: null };
      await insertCheck(db, { name: name as CheckName, words: null, ...choice }, now());
    }
    const programme = await readProgramme(db, { law, language, today });
    return { ...programme, taken: taken.map(({ name }) => name as CheckName) };
  },
  add: async ({ db, workbench, now, newId }, { words, choice, today = localDay(now()) }) => {
    await assertPeople(db, [choice.responsible]);
    const name = newId('chk') as CheckName;
    await insertCheck(db, { name, words, ...choice }, now());
    return oneCheck(db, name, { law: workbench.law.current(), language: 'en', today });
  },
  choose: async ({ db, workbench, now }, { name, revision, choice, words, language, today = localDay(now()) }) => {
    const law = workbench.law.current();
    const kept = (await listChecks(db)).find((one) => one.name === name);
    if (kept === undefined && !law.checks.some((one) => one.name === name)) throw notFound('audit-check');
    // Whoever leaves is not put in charge anew, but what they were in charge of can still be changed.
    if (choice.responsible !== kept?.responsible) await assertPeople(db, [choice.responsible]);
    const next = { name, revision, words: kept?.words == null ? null : (words ?? kept.words), ...choice };
    if (kept === undefined) {
      if (revision !== 0) throw conflict('audit-check');
      await insertCheck(db, next, now());
    } else if (!(await updateCheck(db, next, now()))) throw conflict('audit-check');
    return oneCheck(db, name, { law, language, today });
  },
  record: async ({ db, workbench, now, newId, caller }, { record: draft }) => {
    const today = localDay(now());
    const broken = brokenBy(draft, today);
    if (broken !== null) throw brokenRule(broken);
    if (!(await listChecks(db)).some(({ name, on }) => name === draft.check && on)) throw notFound('audit-check');
    await assertPeople(
      db,
      draft.findings.map(({ responsible }) => responsible),
    );
    const evidence = [...new Set(draft.evidence)];
    const known = new Set((await currentEvidence(db)).map(({ id }) => id));
    if (evidence.some((id) => !known.has(id))) throw notFound('evidence');
    const { findings, ...rest } = draft;
    const record = { ...rest, evidence, id: newId('adr') as RecordId, by: caller.actor.id, at: now() };
    await insertRecord(db, record);
    const ids = findings.map(() => newId('fnd') as FindingId);
    for (const [index, finding] of findings.entries()) {
      await insertFinding(db, ids[index] as FindingId, record.id, finding);
    }
    const { dueOn } = await oneCheck(db, draft.check, { law: workbench.law.current(), language: 'en', today });
    return { record, findings: await Promise.all(ids.map((id) => one(db, id))), dueOn };
  },
  assignFinding: async ({ db }, { id, revision, responsible, dueOn }) => {
    const before = await one(db, id);
    // Whoever saw to it before may stay named.
    await assertPeople(db, responsible === before.responsible ? [] : [responsible]);
    if (!(await assignFinding(db, { id, revision }, { responsible, dueOn }))) throw conflict('audit-finding');
    return one(db, id);
  },
  closeFinding: async ({ db, now, caller }, { id, revision, words }) => {
    await one(db, id);
    const closed: { words: string; by: string; at: Instant } = { words, by: caller.actor.id, at: now() };
    if (!(await closeFinding(db, { id, revision }, closed))) throw conflict('audit-finding');
    return one(db, id);
  },
};

/** Whoever is responsible is somebody who can still come in. */
async function assertPeople(db: ReadDb, responsible: readonly (string | null)[]): Promise<void> {
  const named = responsible.filter((id) => id !== null);
  if (named.length === 0) return;
  const people = new Set<string>(
    (await peopleWithGrants(db)).filter(({ person }) => person.disabledAt === null).map(({ person }) => person.id),
  );
  if (named.some((id) => !people.has(id))) throw brokenRule('audits.nobody-by-that-name');
}

async function oneCheck(db: ReadDb, name: CheckName, ask: ProgrammeAsk): Promise<Check> {
  const found = (await readProgramme(db, ask)).checks.find((check) => check.name === name);
  if (found === undefined) throw notFound('audit-check');
  return found;
}

async function one(db: ReadDb, id: FindingId) {
  const found = await findFinding(db, id);
  if (found === null) throw notFound('audit-finding');
  return found;
}
