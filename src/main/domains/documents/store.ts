/** Documents in the store: their sections, the versions that never change, who read them, and what the business says of itself. */
import { type MoreFact, type MoreFacts, moreFacts, unsaid } from '#shared/domains/documents/more-facts';
import type { Facts } from '#shared/domains/documents/facts';
import type { DocumentId, DocumentLanguage, Section, Version, VersionContent } from '#shared/domains/documents/model';
import type { KeptSection } from '#shared/domains/documents/rules';
import type { Day, Instant } from '#shared/kernel/time';
import { packedRows, type ReadDb, type WriteDb } from '../../db/handles';

export type KeptDocument = {
  readonly id: DocumentId;
  readonly template: string;
  readonly language: DocumentLanguage;
  readonly edition: string;
  readonly owner: string | null;
  readonly nextReviewOn: Day;
  readonly withdrawnAt: Instant | null;
  readonly revision: number;
};

const asDocument = `json_object('id', id, 'template', template, 'language', language, 'edition', edition, 'owner', owner,
  'nextReviewOn', next_review_on, 'withdrawnAt', withdrawn_at, 'revision', revision)`;

/** Those in use, oldest first. */
export const listDocuments = (db: ReadDb): Promise<KeptDocument[]> =>
  packedRows<KeptDocument>(
    db,
    `select ${asDocument} as value from documents where withdrawn_at is null order by created_at, id`,
  );

export async function findDocument(db: ReadDb, id: string): Promise<KeptDocument | null> {
  const [found] = await packedRows<KeptDocument>(db, `select ${asDocument} as value from documents where id = ?`, [id]);
  return found ?? null;
}

export async function insertDocument(
  db: WriteDb,
  one: Omit<KeptDocument, 'withdrawnAt' | 'revision' | 'owner'>,
  at: Instant,
): Promise<void> {
  await db.query
    .insertInto('documents')
    .values({
      id: one.id,
      template: one.template,
      language: one.language,
      edition: one.edition,
      owner: null,
      next_review_on: one.nextReviewOn,
      withdrawn_at: null,
      created_at: at,
      changed_at: at,
    })
    .execute();
}

type Change = {
  readonly edition?: string;
  readonly owner?: string | null;
  readonly nextReviewOn?: Day;
  readonly withdrawnAt?: Instant;
};

/** False when somebody changed it since that revision. */
export async function touchDocument(
  db: WriteDb,
  { id, revision }: { readonly id: DocumentId; readonly revision: number },
  at: Instant,
  { edition, owner, nextReviewOn, withdrawnAt }: Change = {},
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('documents')
    .set({
      revision: revision + 1,
      changed_at: at,
      ...(edition === undefined ? {} : { edition }),
      ...(owner === undefined ? {} : { owner }),
      ...(nextReviewOn === undefined ? {} : { next_review_on: nextReviewOn }),
      ...(withdrawnAt === undefined ? {} : { withdrawn_at: withdrawnAt }),
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

type SectionRow = { document: string; id: string; generated: Section; facts: Facts; edited: Section | null };

/** The sections of all documents in use, or of one, by document. */
export async function readSections(db: ReadDb, document?: string): Promise<ReadonlyMap<string, KeptSection[]>> {
  const rows = await packedRows<SectionRow>(
    db,
    `select json_object('document', document, 'id', section, 'generated', json(generated), 'facts', json(facts),
       'edited', json(edited)) as value from document_sections where ?1 is null or document = ?1 order by document, position`,
    [document ?? null],
  );
  const found = new Map<string, KeptSection[]>();
  for (const { document: of, ...section } of rows) found.set(of, [...(found.get(of) ?? []), section]);
  return found;
}

export async function writeSections(
  db: WriteDb,
  document: DocumentId,
  sections: readonly KeptSection[],
): Promise<void> {
  await db.query.deleteFrom('document_sections').where('document', '=', document).execute();
  if (sections.length === 0) return;
  await db.query
    .insertInto('document_sections')
    .values(
      sections.map(({ id, generated, facts, edited }, position) => ({
        document,
        section: id,
        position,
        generated: JSON.stringify(generated),
        facts: JSON.stringify(facts),
        edited: edited === null ? null : JSON.stringify(edited),
      })),
    )
    .execute();
}

export type KeptVersion = Version & { readonly document: string };
const asVersion = `json_object('document', document, 'number', number, 'title', title, 'digest', digest, 'edition', edition,
  'approvedBy', approved_by, 'approvedAt', approved_at, 'publishedAt', published_at)`;

/** Newest first, of all documents or of one. */
export const listVersions = (db: ReadDb, document?: string): Promise<KeptVersion[]> =>
  packedRows<KeptVersion>(
    db,
    `select ${asVersion} as value from document_versions where ?1 is null or document = ?1 order by document, number desc`,
    [document ?? null],
  );

export async function readContent(db: ReadDb, document: string, number: number): Promise<VersionContent | null> {
  const row = await db.query
    .selectFrom('document_versions')
    .select('content')
    .where('document', '=', document)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.content) as VersionContent);
}

export const insertVersion = (db: WriteDb, document: DocumentId, version: Version, content: string) =>
  db.query
    .insertInto('document_versions')
    .values({
      document,
      number: version.number,
      title: version.title,
      content,
      digest: version.digest,
      edition: version.edition,
      approved_by: version.approvedBy,
      approved_at: version.approvedAt,
      published_at: null,
    })
    .execute();

export const markPublished = (db: WriteDb, document: DocumentId, number: number, at: Instant) =>
  db.query
    .updateTable('document_versions')
    .set({ published_at: at })
    .where('document', '=', document)
    .where('number', '=', number)
    .where('published_at', 'is', null)
    .execute();

export type Reading = {
  readonly document: string;
  readonly version: number;
  readonly person: string;
  readonly at: Instant;
};

export const listReadings = (db: ReadDb): Promise<Reading[]> =>
  packedRows<Reading>(
    db,
    `select json_object('document', document, 'version', version, 'person', person, 'at', at) as value
       from document_readings order by at, person`,
  );

export const insertReading = (db: WriteDb, { document, version, person, at }: Reading) =>
  db.query.insertInto('document_readings').values({ document, version, person, at }).execute();

export async function readMoreFacts(db: ReadDb): Promise<MoreFacts> {
  const rows = await db.query.selectFrom('business_facts').select(['name', 'value']).execute();
  const said = rows.filter(({ name }) => moreFacts.includes(name as MoreFact));
  return { ...unsaid, ...(Object.fromEntries(said.map(({ name, value }) => [name, value])) as Partial<MoreFacts>) };
}

export async function writeFact(db: WriteDb, name: MoreFact, value: string, at: Instant): Promise<void> {
  await db.query
    .insertInto('business_facts')
    .values({ name, value, changed_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, changed_at: at }))
    .execute();
}
