/** Answers about risks and their assessments. */
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import type { AssessmentTemplate } from '#shared/content/assessment';
import { type Language, wordsIn } from '#shared/content/words';
import { CnilFile, fromCnil, toCnil } from '#shared/domains/risks/cnil';
import type { ActionId, Assessment, AssessmentContent, AssessmentId, Risk, RiskId } from '#shared/domains/risks/model';
import type { risks } from '#shared/domains/risks/operations';
import { assessmentPaper, registerPaper } from '#shared/domains/risks/papers';
import { lacksOf } from '#shared/domains/risks/rules';
import { assert } from '#shared/kernel/assert';
import { brokenRule, conflict, notFound, unavailable } from '#shared/kernel/failures';
import { localDay } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import { fileFailure } from '../../files/durable';
import { publish } from '../../files/publish';
import type { Handlers } from '../../ipc/context';
import { savePaper } from '../../papers/save-paper';
import { mayGrants } from '#shared/domains/access/rules';
import { peopleWithGrants } from '../access/public';
import {
  findAssessment,
  findRisk,
  finishAction,
  insertAction,
  insertAssessment,
  insertRisk,
  listActions,
  listAssessments,
  listRisks,
  signDraft,
  updateRisk,
  writeDraft,
} from './store';

const largestFile = 8_388_608;
const cnilTemplate = 'risks:dpia';

export const risksHandlers: Handlers<typeof risks> = {
  picture: async ({ db, workbench, now, caller }, { language, today = localDay(now()) }) => ({
    today,
    me: caller.actor.id,
    risks: await listRisks(db),
    actions: await listActions(db),
    assessments: await listAssessments(db),
    templates: workbench.law
      .current()
      .assessments.map((template) => shown(template, workbench.law.current(), language)),
    people: (await peopleWithGrants(db)).map(({ person }) => ({
      id: person.id,
      name: person.name,
      active: person.disabledAt === null,
    })),
  }),
  add: async ({ db, now, newId }, { risk: draft }) => {
    await assertPerson(db, draft.owner);
    const risk: Risk = { ...draft, id: newId('rsk') as RiskId, state: 'open', revision: 1 };
    await insertRisk(db, risk, now());
    return risk;
  },
  change: async ({ db, now }, { id, revision, risk: draft, state }) => {
    const before = await findRisk(db, id);
    if (before === null) throw notFound('risk');
    if (draft.owner !== before.owner) await assertPerson(db, draft.owner);
    if (!(await updateRisk(db, { ...draft, id, state, revision }, now()))) throw conflict('risk');
    return { ...draft, id, state, revision: revision + 1 };
  },
  addAction: async ({ db, newId }, { about, action: draft }) => {
    const isThere = about.startsWith('rsk_')
      ? (await findRisk(db, about as RiskId)) !== null
      : (await findAssessment(db, about as AssessmentId)) !== null;
    if (!isThere) throw notFound('risk');
    await assertPerson(db, draft.owner);
    const id = newId('act') as ActionId;
    const action = { ...draft, id, about, state: 'open' as const, closing: '', closedBy: null, closedAt: null };
    await insertAction(db, action);
    return action;
  },
  closeAction: async ({ db, now, caller }, { id, words }) => {
    const find = async () => (await listActions(db)).find((action) => action.id === id);
    if ((await find()) === undefined) throw notFound('risk-action');
    if (!(await finishAction(db, id, { words, by: caller.actor.id, at: now() }))) throw conflict('risk-action');
    const done = await find();
    assert(done !== undefined, 'a finished action stays');
    return done;
  },
  begin: async ({ db, workbench, now, newId, caller }, { template: name, replaces, language }) => {
    const template = templateNamed(workbench.law.current(), name);
    const before = replaces === null ? null : await known(db, replaces);
    if (before !== null && (before.template !== name || before.state !== 'signed'))
      throw brokenRule('risks.only-signed-are-renewed');
    if ((await listAssessments(db)).some((one) => one.replaces !== null && one.replaces === replaces))
      throw brokenRule('risks.renewed-already');
    const id = newId('asm') as AssessmentId;
    const content = before?.content ?? { ...empty, title: wordsIn(template.title, language) };
    const edition = editionOf(workbench.law.current(), template);
    await insertAssessment(
      db,
      { id, template: template.name as Assessment['template'], edition, content, author: caller.actor.id, replaces },
      now(),
    );
    return known(db, id);
  },
  save: async ({ db, workbench, now, caller }, { id, revision, content }) => {
    const before = await known(db, id);
    if (before.state === 'signed') throw brokenRule('risks.signed-stays');
    assertNames(templateNamed(workbench.law.current(), before.template), content);
    if (!(await writeDraft(db, { id, revision }, content, caller.actor.id, now()))) throw conflict('assessment');
    return known(db, id);
  },
  sign: async ({ db, workbench, now, caller }, { id, revision, reviewOn, alone, today = localDay(now()) }) => {
    const before = await known(db, id);
    if (before.state === 'signed') throw brokenRule('risks.signed-stays');
    const lacks = lacksOf(templateNamed(workbench.law.current(), before.template), before.content);
    if (lacks.length > 0) throw brokenRule('risks.not-complete', { open: lacks.length });
    if (reviewOn <= today) throw brokenRule('risks.look-again-later');
    const isOwn = before.author === caller.actor.id;
    if (isOwn) {
      if (await othersMaySign(db, caller.actor.id)) throw brokenRule('risks.second-person');
      if (!alone) throw brokenRule('risks.say-alone');
    }
    const signed = { by: caller.actor.id, at: now(), alone: isOwn, digest: digestOf(before), reviewOn };
    if (!(await signDraft(db, { id, revision }, signed))) throw conflict('assessment');
    return known(db, id);
  },
  exportAssessment: async (context, { id, format, language, file }) => {
    const { workbench, now } = context;
    const db = context.read();
    const assessment = await known(db, id);
    const template = templateNamed(workbench.law.current(), assessment.template);
    const ending = format === 'cnil' ? 'json' : format;
    const place = await context.fileToWrite(file, `${fileNameOf(assessment.content.title)}.${ending}`, [
      { name: ending.toUpperCase(), extensions: [ending] },
    ]);
    if (format === 'cnil') {
      if (template.name !== cnilTemplate) throw brokenRule('risks.not-a-pia');
      const data = toCnil(assessment.content, template, now());
      const { bytes } = await publish(
        place,
        (temporary) => writeFile(temporary, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: 'wx' }),
        async (temporary) =>
          assert(
            isDeepStrictEqual(JSON.parse(await readFile(temporary, 'utf8')), data) && CnilFile.safeParse(data).success,
            'the file can be read again',
          ),
      );
      return { file: place, bytes };
    }
    const nameOf = await names(db, language);
    const paper = assessmentPaper(assessment, template, { language, day: localDay(now()), nameOf });
    const { bytes } = await savePaper(paper, format, place, { madeAt: now(), signal: context.signal });
    return { file: place, bytes };
  },
  exportRegister: async (context, { format, language, today = localDay(context.now()), file }) => {
    const db = context.read();
    const all = await listRisks(db);
    const made = { language, day: today, nameOf: await names(db, language) };
    const paper = registerPaper(all, await listActions(db), made, context.workbench.vault().slots().storeId);
    const place = await context.fileToWrite(file, `${fileNameOf(paper.title)}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const { bytes } = await savePaper(paper, format, place, { madeAt: context.now(), signal: context.signal });
    return { file: place, bytes, risks: all.filter(({ state }) => state === 'open').length };
  },
  importCnil: async (context, { file }) => {
    const { workbench, now, newId, caller } = context;
    const place = await context.fileToRead(file, [{ name: 'JSON', extensions: ['json'] }]);
    const template = templateNamed(workbench.law.current(), cnilTemplate);
    const read = CnilFile.safeParse(await jsonIn(place));
    if (!read.success) throw brokenRule('risks.not-a-pia-file');
    // The words of the three feared events are ours; the rest is as it stands in the file.
    const { content, ignored } = fromCnil(read.data, template, 'en');
    const id = newId('asm') as AssessmentId;
    const edition = editionOf(workbench.law.current(), template);
    return context.finish(async (db) => {
      await insertAssessment(
        db,
        {
          id,
          template: cnilTemplate as Assessment['template'],
          edition,
          content,
          author: caller.actor.id,
          replaces: null,
        },
        now(),
      );
      return { id, parts: content.parts.length, risks: content.risks.length, ignored };
    });
  },
};

const empty: Omit<AssessmentContent, 'title'> = {
  screen: [],
  anyway: false,
  parts: [],
  items: [],
  risks: [],
  advice: { from: '', text: '' },
};

function templateNamed(law: Law, name: string): AssessmentTemplate {
  const template = law.assessments.find((one) => one.name === name);
  if (template === undefined) throw notFound('assessment-template');
  return template;
}

const editionOf = (law: Law, template: AssessmentTemplate): string => {
  const manifest = law.packs.find(({ assessments }) =>
    assessments.some(({ name }) => name === template.name),
  )?.manifest;
  return manifest === undefined ? '' : `${manifest.regulation}/${manifest.edition}`;
};

async function known(db: ReadDb, id: AssessmentId): Promise<Assessment> {
  const found = await findAssessment(db, id);
  if (found === null) throw notFound('assessment');
  return found;
}

/** What is not asked has no place, and nothing is said twice. */
function assertNames(template: AssessmentTemplate, { screen, parts, items }: AssessmentContent): void {
  const isFrom = (given: readonly string[], known: readonly { readonly name: string }[]): boolean =>
    new Set(given).size === given.length && given.every((name) => known.some((one) => one.name === name));
  const fits =
    isFrom(screen, template.screen) &&
    isFrom(
      parts.map(({ name }) => name),
      template.parts,
    ) &&
    isFrom(
      items.map(({ name }) => name),
      template.items,
    );
  if (!fits) throw brokenRule('risks.not-asked');
}

const digestOf = ({ template, edition, content }: Assessment): string => {
  const text = canonicalize({ template, edition, content });
  assert(text !== undefined, 'an assessment is plain JSON');
  return createHash('sha256').update(text).digest('hex');
};

async function assertPerson(db: ReadDb, id: string | null): Promise<void> {
  if (id === null) return;
  const isHere = (await peopleWithGrants(db)).some(({ person }) => person.id === id && person.disabledAt === null);
  if (!isHere) throw brokenRule('risks.nobody-by-that-name');
}

const othersMaySign = async (db: ReadDb, me: string): Promise<boolean> =>
  (await peopleWithGrants(db)).some(
    ({ person, grants }) => person.id !== me && person.disabledAt === null && mayGrants(grants, 'risks', 'write'),
  );

const unknown = { en: 'nobody named', de: 'niemand benannt' } as const;

async function names(db: ReadDb, language: Language): Promise<(id: string | null) => string> {
  const all = new Map<string, string>((await peopleWithGrants(db)).map(({ person }) => [person.id, person.name]));
  return (id) => (id === null ? unknown[language] : (all.get(id) ?? id));
}

const shown = (template: AssessmentTemplate, law: Law, language: Language) => ({
  name: template.name as Assessment['template'],
  title: wordsIn(template.title, language),
  lead: wordsIn(template.lead, language),
  cite: law.catalogue.citationIn(template.cite, language),
  screenFrom: template.screenFrom,
  screen: template.screen.map(({ name, words }) => ({ name, words: wordsIn(words, language) })),
  parts: template.parts.map(({ name, title, help, cite, when }) => ({
    name,
    title: wordsIn(title, language),
    help: wordsIn(help, language),
    cite: law.catalogue.citationIn(cite, language),
    when,
  })),
  items: template.items.map(({ name, title, words, cite, need }) => ({
    name,
    title: wordsIn(title, language),
    words: wordsIn(words, language),
    cite: law.catalogue.citationIn(cite, language),
    need,
  })),
  withRisks: template.withRisks,
  withAdvice: template.withAdvice,
});

async function jsonIn(place: string): Promise<unknown> {
  let text: string;
  try {
    if ((await stat(place)).size > largestFile) throw unavailable('file-too-large', { most: largestFile });
    text = await readFile(place, 'utf8');
  } catch (error) {
    throw fileFailure(error);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw brokenRule('risks.not-a-pia-file');
  }
}

const fileNameOf = (title: string): string => title.replaceAll(/[\\/:*?"<>|]/g, '').slice(0, 80);
