/** Answers about fields and purposes. A field without a purpose cannot be said, let alone stored. */
import type { fields } from '#shared/domains/fields/operations';
import type { Field, FieldDeclaration, PurposeId } from '#shared/domains/fields/model';
import { slugOf } from '#shared/domains/fields/rules';
import { brokenRule, conflict, notFound } from '#shared/kernel/failures';
import type { ReadDb } from '../../db/handles';
import type { Handlers } from '../../ipc/context';
import { openOneField, sealOneField } from '../customers/public';
import {
  declareField,
  findField,
  insertField,
  insertPurpose,
  listFields,
  listPurposes,
  listRetentionClasses,
  updatePurpose,
} from './store';

export const fieldsHandlers: Handlers<typeof fields> = {
  list: ({ db }) => listFields(db),
  purposes: ({ db }) => listPurposes(db),
  retentionClasses: ({ db }) => listRetentionClasses(db),
  declare: async ({ db, now, workbench }, { name, revision, declaration }) => {
    const before = await findField(db, name);
    if (before === undefined) throw notFound('field');
    await assertKnown(db, declaration);
    if (!(await declareField(db, name, revision, declaration))) throw conflict('field');
    const vault = workbench.vault();
    if (before.custom && vault.second.inUse() !== null) {
      const [was, is] = [before.sensitivity, declaration.sensitivity].map((one) => one === 'special-category');
      if (is && !was) await sealOneField({ db, vault, now: now() }, name);
      if (was && !is) await openOneField({ db, vault, now: now() }, name);
    }
    return fieldNamed(db, name);
  },
  add: async ({ db }, { label, kind, declaration }) => {
    await assertKnown(db, declaration);
    const taken = new Set((await listFields(db)).map((field) => field.name));
    const name = freeName(`x_${slugOf(label, '_') || 'field'}`, '_', (one) => taken.has(one));
    await insertField(db, { name, label, kind, declaration });
    return fieldNamed(db, name);
  },
  addPurpose: async ({ db }, { name, lawfulBasis }) => {
    const taken = new Set<string>((await listPurposes(db)).map((purpose) => purpose.id));
    const slug = slugOf(name, '-');
    const id = freeName(/^[a-z]./.test(slug) ? slug : `purpose${slug === '' ? '' : `-${slug}`}`, '-', (one) =>
      taken.has(one),
    ) as PurposeId;
    const purpose = { id, name, lawfulBasis, revision: 1 };
    await insertPurpose(db, purpose);
    return purpose;
  },
  changePurpose: async ({ db }, purpose) => {
    if (!(await listPurposes(db)).some(({ id }) => id === purpose.id)) throw notFound('purpose');
    if (!(await updatePurpose(db, purpose))) throw conflict('purpose');
    return { ...purpose, revision: purpose.revision + 1 };
  },
};

async function fieldNamed(db: ReadDb, name: string): Promise<Field> {
  const field = await findField(db, name);
  if (field === undefined) throw notFound('field');
  return field;
}

async function assertKnown(db: ReadDb, { purpose, retentionClass }: FieldDeclaration): Promise<void> {
  if (!(await listPurposes(db)).some((known) => known.id === purpose)) throw brokenRule('fields.purpose-required');
  if (!(await listRetentionClasses(db)).some((known) => known.id === retentionClass))
    throw brokenRule('fields.retention-required');
}

/** The name itself, or with the first number behind it that nobody has. */
function freeName(wanted: string, joint: string, taken: (name: string) => boolean): string {
  let name = wanted;
  for (let count = 2; taken(name); count += 1) name = `${wanted}${joint}${count}`;
  return name;
}
