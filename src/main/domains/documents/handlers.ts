/** Answers about documents. */
import { holds } from '#shared/content/condition';
import { wordsIn } from '#shared/content/words';
import { moreFacts } from '#shared/domains/documents/more-facts';
import type { DocumentId, TemplateName, Version } from '#shared/domains/documents/model';
import type { documents } from '#shared/domains/documents/operations';
import { documentPaper } from '#shared/domains/documents/paper';
import { bringUpToDate, sameSection } from '#shared/domains/documents/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import { type Instant, localDay, monthsLater } from '#shared/kernel/time';
import type { CommandContext, Handlers, QueryContext, TaskContext } from '../../ipc/context';
import { savePaper } from '../../papers/save-paper';
import { peopleWithGrants } from '../access/public';
import { paperMarks } from '../trail/public';
import { readNamedBusiness } from './business-facts';
import { createDocuments } from './change';
import { detailOf } from './detail';
import { contentDigest } from './digest';
import { contentOf, type Holding, type Library, readLibrary } from './library';
import { savePreferencePage } from './preference-page';
import {
  findDocument,
  insertReading,
  insertVersion,
  type KeptDocument,
  listReadings,
  listVersions,
  markPublished,
  readContent,
  readMoreFacts,
  touchDocument,
  writeFact,
  writeSections,
} from './store';

export const documentsHandlers: Handlers<typeof documents> = {
  overview: async (context, { language, today = localDay(context.now()) }) => {
    const { holdings, standing } = await libraryOf(context, today);
    const there = new Set(holdings.filter(({ kept }) => kept.language === language).map(({ kept }) => kept.template));
    const me = context.caller.actor.id;
    return {
      documents: holdings.map(({ row }) => row),
      templates: context.workbench.law
        .current()
        .templates.filter(({ name }) => !there.has(name))
        .map(({ name, kind, title, purpose, when }) => ({
          name,
          kind,
          title: wordsIn(title, language),
          purpose: wordsIn(purpose, language),
          applies: holds(when, standing, () => false),
        })),
      toRead: holdings.flatMap(({ kept, published, readers }) =>
        published !== null && readers.some(({ person, at }) => person.id === me && at === null)
          ? [{ id: kept.id, title: published.title, version: published.number }]
          : [],
      ),
    };
  },
  open: async (context, { id, language, today = localDay(context.now()) }) => {
    const library = await libraryOf(context, today);
    return detailOf(oneOf(library, id), library, context.workbench.law.current(), language, today);
  },
  facts: async ({ db }) => ({ facts: await readMoreFacts(db), business: (await readNamedBusiness(db)).name || null }),
  setFacts: async (context, { facts }) => {
    const { db, now } = context;
    const before = await readMoreFacts(db);
    const changed = moreFacts.filter((name) => facts[name] !== undefined && facts[name] !== before[name]);
    for (const name of changed) await writeFact(db, name, facts[name] ?? '', now());
    const { holdings } = await libraryOf(context, localDay(now()));
    return {
      facts: await readMoreFacts(db),
      changed,
      outOfDate: holdings.filter(({ row }) => row.outOfDate > 0).length,
    };
  },
  create: async ({ db, workbench, now, newId }, { templates, language, today = localDay(now()) }) => ({
    made: await createDocuments({ db, workbench, now, newId }, templates ?? null, language, today),
  }),
  editSection: async (context, { id, revision, section, blocks }) => {
    const { kept, sections } = oneOf(await libraryOf(context, localDay(context.now())), id);
    const found = sections.find((one) => one.id === section);
    if (found === undefined) throw notFound('section');
    const written = blocks === null ? null : { ...found.generated, blocks };
    // Whoever writes what was there already has edited nothing.
    const edited = written === null || sameSection(written, found.generated) ? null : written;
    await writeSections(
      context.db,
      kept.id,
      sections.map((one) => (one.id === section ? { ...one, edited } : one)),
    );
    return touched(context, kept, revision);
  },
  bringUpToDate: async (context, { id, revision, choices }) => {
    const { kept, template, sections, fresh, row } = oneOf(await libraryOf(context, localDay(context.now())), id);
    if (template === null) throw notFound('template');
    const renewed = bringUpToDate(sections, fresh, new Map(choices.map(({ section, take }) => [section, take])));
    await writeSections(context.db, kept.id, renewed.sections);
    return {
      ...(await touched(context, kept, revision, { edition: template.edition })),
      renewed: row.outOfDate - renewed.undecided.length,
      undecided: [...renewed.undecided],
    };
  },
  approve: async (context, { id, revision }) => {
    const { db, caller, now } = context;
    const { kept, sections, row, versions } = oneOf(await libraryOf(context, localDay(now())), id);
    if (row.outOfDate > 0) throw brokenRule('documents.out-of-date', { sections: row.outOfDate });
    if (versions.length > 0 && !row.changedSince) throw brokenRule('documents.nothing-changed');
    const { text, digest } = contentDigest(contentOf(kept, row.title, sections));
    const version: Version = {
      number: row.version + 1,
      title: row.title,
      digest,
      edition: kept.edition,
      approvedBy: caller.actor.id,
      approvedAt: now(),
      publishedAt: null,
    };
    await insertVersion(db, kept.id, version, text);
    return { ...(await touched(context, kept, revision)), version };
  },
  publish: async (context, { id, revision, today = localDay(context.now()) }) => {
    const { kept, template, versions, row } = oneOf(await libraryOf(context, today), id);
    const newest = versions[0];
    if (newest === undefined) throw brokenRule('documents.not-approved');
    if (newest.publishedAt !== null) throw brokenRule('documents.published-already');
    const at = context.now();
    await markPublished(context.db, kept.id, newest.number, at);
    const nextReviewOn = template === null ? row.nextReviewOn : monthsLater(today, template.reviewMonths);
    const { document: _document, ...version } = newest;
    return { ...(await touched(context, kept, revision, { nextReviewOn })), version: { ...version, publishedAt: at } };
  },
  acknowledge: async ({ db, caller, now }, { id, version }) => {
    const kept = await known(db, id);
    const person = caller.actor.id;
    if (!(await peopleWithGrants(db)).some((one) => one.person.id === person)) throw notFound('person');
    const published = (await listVersions(db, id)).find(({ number }) => number === version);
    if (published?.publishedAt == null) throw notFound('version');
    const isRead = (await listReadings(db)).some(
      (one) => one.document === id && one.version === version && one.person === person,
    );
    if (isRead) throw brokenRule('documents.read-already');
    await insertReading(db, { document: id, version, person, at: now() });
    return { ...changedOf(kept, kept.revision), version };
  },
  plan: async (context, { id, revision, owner, nextReviewOn, reviewed, today = localDay(context.now()) }) => {
    const { kept, template } = oneOf(await libraryOf(context, today), id);
    if (owner !== null && !(await peopleWithGrants(context.db)).some(({ person }) => person.id === owner))
      throw notFound('person');
    const next =
      nextReviewOn ?? (reviewed && template !== null ? monthsLater(today, template.reviewMonths) : kept.nextReviewOn);
    return { ...(await touched(context, kept, revision, { owner, nextReviewOn: next })), nextReviewOn: next };
  },
  withdraw: async (context, { id, revision }) =>
    touched(context, await known(context.db, id), revision, { withdrawnAt: context.now() }),
  version: async (context, { id, version }) => {
    if (version !== null) {
      const content = await readContent(context.db, id, version);
      if (content === null) throw notFound('version');
      return content;
    }
    const { kept, sections, row } = oneOf(await libraryOf(context, localDay(context.now())), id);
    return contentOf(kept, row.title, sections);
  },
  export: async (context, { id, version, format, file }) => {
    const { workbench, now } = context;
    const library = await readLibrary({ db: context.read(), workbench, today: localDay(now()) });
    const { kept, sections, row, versions } = oneOf(library, id);
    const found = version === null ? null : versions.find(({ number }) => number === version);
    if (found === undefined) throw notFound('version');
    const place = await context.fileToWrite(file, `${fileName(row.title)}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const content =
      found === null ? contentOf(kept, row.title, sections) : await readContent(context.read(), id, found.number);
    if (content === null) throw notFound('version');
    const { digest: contentHash } = contentDigest(content);
    const madeAt = now();
    const marks = await paperMarks(context.read(), workbench, kept.language);
    const paper = documentPaper(content, {
      version: found,
      business: (await readNamedBusiness(context.read())).name,
      digest: contentHash,
      day: madeAt.slice(0, 10),
      checkpoint: marks.checkpoint,
      kind: row.kind,
    });
    return { file: place, ...(await savePaper(paper, format, place, { madeAt, signal: context.signal })) };
  },
  preferencePage: savePage,
};

async function savePage(context: TaskContext, input: { language: 'en' | 'de'; file?: string | undefined }) {
  const business = await readNamedBusiness(context.read());
  return savePreferencePage(context, business, input);
}

type Asking = Pick<QueryContext | CommandContext, 'db' | 'workbench'>;
const libraryOf = ({ db, workbench }: Asking, today: ReturnType<typeof localDay>): Promise<Library> =>
  readLibrary({ db, workbench, today });

function oneOf({ holdings }: Library, id: DocumentId): Holding {
  const found = holdings.find(({ kept }) => kept.id === id);
  if (found === undefined) throw notFound('document');
  return found;
}

async function known(db: QueryContext['db'], id: DocumentId): Promise<KeptDocument> {
  const found = await findDocument(db, id);
  if (found === null || found.withdrawnAt !== null) throw notFound('document');
  return found;
}

const changedOf = ({ id, template }: KeptDocument, revision: number) => ({
  id,
  template: template as TemplateName,
  revision,
});

/** To be called last: a *conflict* takes everything back. */
async function touched(
  { db, now }: CommandContext,
  kept: KeptDocument,
  revision: number,
  change: Parameters<typeof touchDocument>[3] = {},
): Promise<{ id: DocumentId; template: TemplateName; revision: number }> {
  const at: Instant = now();
  if (!(await touchDocument(db, { id: kept.id, revision }, at, change))) throw conflict('document');
  return changedOf(kept, revision + 1);
}

/** Whatever systems do not take in a file's name. */
const fileName = (title: string): string =>
  title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80);
