/** The fields of the customer store with their declarations, the purposes, and the retention classes. */
import { sql } from 'kysely';
import type { Field, FieldDeclaration, Purpose, RetentionClass } from '#shared/domains/fields/model';
import {
  defaultPurposes,
  defaultRetentionClasses,
  germanNames,
  germanRules,
  standardFields,
} from '#shared/domains/fields/defaults';
import type { ReadDb, WriteDb } from '../../db/handles';

/** Fills a new vault with the standard fields, each with its purpose, sensitivity and retention class, named in a language. */
export async function seedFields(db: WriteDb, language: 'en' | 'de'): Promise<void> {
  const named = (id: string, english: string): string => (language === 'de' ? germanNames[id] : undefined) ?? english;
  await db.query
    .insertInto('purposes')
    .values(
      defaultPurposes.map(({ id, name, lawfulBasis }, position) => ({
        id,
        name: named(id, name),
        lawful_basis: lawfulBasis,
        position,
      })),
    )
    .execute();
  await db.query
    .insertInto('retention_classes')
    .values(
      defaultRetentionClasses.map(({ id, name, rule }, position) => ({
        id,
        name: named(id, name),
        rule: (language === 'de' ? germanRules[id] : undefined) ?? rule,
        position,
      })),
    )
    .execute();
  await db.query
    .insertInto('fields')
    .values(
      standardFields.map(({ name, label, kind, purpose, sensitivity, retentionClass }, position) => ({
        name,
        label: named(name, label),
        custom: 0,
        kind,
        purpose,
        sensitivity,
        retention_class: retentionClass,
        position,
      })),
    )
    .execute();
}

const fieldsOf = (db: ReadDb) =>
  db.query
    .selectFrom('fields')
    .innerJoin('purposes', 'purposes.id', 'fields.purpose')
    .select([
      'fields.name',
      'label',
      'custom',
      'kind',
      'purpose',
      'lawful_basis as lawfulBasis',
      'sensitivity',
      'retention_class as retentionClass',
      'fields.revision',
    ])
    .orderBy('fields.position');

type Row = Awaited<ReturnType<ReturnType<typeof fieldsOf>['execute']>>[number];
const fieldOf = (row: Row): Field => ({ ...row, custom: row.custom === 1 }) as Field;

export const listFields = async (db: ReadDb): Promise<Field[]> => (await fieldsOf(db).execute()).map(fieldOf);

export async function findField(db: ReadDb, name: string): Promise<Field | undefined> {
  const row = await fieldsOf(db).where('fields.name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : fieldOf(row);
}

/** False when the field is not at `revision` any more. */
export async function declareField(
  db: WriteDb,
  name: string,
  revision: number,
  { purpose, sensitivity, retentionClass }: FieldDeclaration,
): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('fields')
    .set({ purpose, sensitivity, retention_class: retentionClass, revision: revision + 1 })
    .where('name', '=', name)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function insertField(
  db: WriteDb,
  field: { name: string; label: string; kind: string; declaration: FieldDeclaration },
): Promise<void> {
  const { purpose, sensitivity, retentionClass } = field.declaration;
  await db.query
    .insertInto('fields')
    .values({
      name: field.name,
      label: field.label,
      custom: 1,
      kind: field.kind,
      purpose,
      sensitivity,
      retention_class: retentionClass,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from fields)`,
    })
    .execute();
}

export const listPurposes = (db: ReadDb): Promise<Purpose[]> =>
  db.query
    .selectFrom('purposes')
    .select(['id', 'name', 'lawful_basis as lawfulBasis', 'revision'])
    .orderBy('position')
    .execute() as Promise<Purpose[]>;

export async function insertPurpose(db: WriteDb, { id, name, lawfulBasis }: Purpose): Promise<void> {
  await db.query
    .insertInto('purposes')
    .values({
      id,
      name,
      lawful_basis: lawfulBasis,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from purposes)`,
    })
    .execute();
}

/** False when the purpose is not at `revision` any more. */
export async function updatePurpose(db: WriteDb, { id, name, lawfulBasis, revision }: Purpose): Promise<boolean> {
  const { numUpdatedRows } = await db.query
    .updateTable('purposes')
    .set({ name, lawful_basis: lawfulBasis, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const listRetentionClasses = (db: ReadDb): Promise<RetentionClass[]> =>
  db.query.selectFrom('retention_classes').select(['id', 'name', 'rule']).orderBy('position').execute() as Promise<
    RetentionClass[]
  >;
