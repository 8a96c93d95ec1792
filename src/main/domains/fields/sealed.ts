/** Special-category fields of the business's own while there is a second key: sealing what is entered, opening what is shown. */
import type { Instant } from '#shared/kernel/time';
import type { ReadDb, WriteDb } from '../../db/handles';
import { contentKeyOf, isSealed, openText, sealedValues, type Sealing } from '../../vault/sealed-text';
import type { OpenVault } from '../../vault/vault';
import { listFields } from './store';

type Values = Readonly<Record<string, string>>;

/**
 * The names of the fields whose values are under the second key; none while there is no second key. Standard fields are
 * columns that are searched, sorted and matched by everybody, so they can only be masked.
 */
export async function sealedFields(db: ReadDb, { second }: OpenVault): Promise<ReadonlySet<string>> {
  return second.inUse() === null ? new Set() : ownSpecialFields(db);
}

/** The fields that a second key is for. */
export async function ownSpecialFields(db: ReadDb): Promise<ReadonlySet<string>> {
  const fields = await listFields(db);
  return new Set(
    fields.filter(({ custom, sensitivity }) => custom && sensitivity === 'special-category').map(({ name }) => name),
  );
}

/** A fresh content key for the change under way; null where no field is under the second key. */
export async function newSealing(db: WriteDb, vault: OpenVault, now: Instant): Promise<Sealing | null> {
  const fields = [...(await sealedFields(db, vault))];
  if (fields.length === 0) return null;
  return { storeId: vault.slots().storeId, content: await vault.second.newContentKey(db, now), fields };
}

/** Seals what somebody entered in sealed fields, under a key of its own where there is anything to seal. */
export async function sealEntered(db: WriteDb, vault: OpenVault, now: Instant, values: Values): Promise<Values> {
  const fields = await sealedFields(db, vault);
  if (!Object.keys(values).some((name) => fields.has(name))) return values;
  const sealing = await newSealing(db, vault, now);
  return sealing === null ? values : sealedValues(sealing, values);
}

/** Opens values where whoever is signed in holds the second key; what cannot be opened stays as it is. */
export type Opener = (field: string, text: string) => string;

/** For values that hold any of `texts`. Null while the second key is not held: then nothing can be opened. */
export async function openerFor(db: ReadDb, vault: OpenVault, texts: Iterable<string>): Promise<Opener | null> {
  if (!vault.second.isHeld()) return null;
  const ids = new Set<number>();
  for (const text of texts) {
    const id = contentKeyOf(text);
    if (id !== null) ids.add(id);
  }
  const keys = await vault.second.contentKeys(db, ids);
  const { storeId } = vault.slots();
  return (field, text) => (isSealed(text) ? (openText(keys, storeId, field, text) ?? text) : text);
}
