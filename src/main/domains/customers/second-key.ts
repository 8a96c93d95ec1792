/** Putting values of the business's own special-category fields under the second key, and taking them out again: all in one transaction. */
import type { Instant } from '#shared/kernel/time';
import type { WriteDb } from '../../db/handles';
import { contentKeyOf, isSealed, openText, sealText } from '../../vault/sealed-text';
import type { OpenVault } from '../../vault/vault';
import { ownSpecialFields } from '../fields/public';
import { contentKeyIds, resealEverything } from './reseal-store';

type Work = { readonly db: WriteDb; readonly vault: OpenVault; readonly now: Instant; readonly step?: () => void };

/** The second key is on: `publicKey` is its public half, and everything that is special is sealed to it. */
export async function switchOnSecondKey(work: Work, publicKey: string): Promise<void> {
  const { db, now } = work;
  await db.query.insertInto('second_key').values({ only_one: 1, public_key: publicKey, made_at: now }).execute();
  await seal(work, await ownSpecialFields(db));
}

/** Everything is open again and the second key is gone. Throws `vault.second-key-needed` while it is not held. */
export async function switchOffSecondKey(work: Work): Promise<void> {
  await open(work, () => true);
  await work.db.query.deleteFrom('second_key_contents').execute();
  await work.db.query.deleteFrom('second_key').execute();
}

/** Everything is sealed anew to another key. Throws `vault.second-key-needed` while the one in use is not held. */
export async function exchangeSecondKey(work: Work, publicKey: string): Promise<void> {
  await switchOffSecondKey(work);
  await switchOnSecondKey(work, publicKey);
}

/** One field became special-category: from now on its values are under the second key. */
export const sealOneField = (work: Work, name: string): Promise<void> => seal(work, new Set([name]));

/** One field is special-category no more. Throws `vault.second-key-needed` while the key is not held. */
export const openOneField = (work: Work, name: string): Promise<void> => open(work, (field) => field === name);

async function seal({ db, vault, now, step }: Work, fields: ReadonlySet<string>): Promise<void> {
  if (fields.size === 0) return;
  const content = await vault.second.newContentKey(db, now);
  const { storeId } = vault.slots();
  await resealEverything(
    db,
    (field, text) => (fields.has(field) && !isSealed(text) ? sealText(content, storeId, field, text) : text),
    step,
  );
  content.key.fill(0);
}

async function open({ db, vault, step }: Work, isMeant: (field: string) => boolean): Promise<void> {
  const keys = await vault.second.contentKeys(db, await contentKeyIds(db));
  const { storeId } = vault.slots();
  await resealEverything(
    db,
    (field, text) => {
      if (!isMeant(field) || contentKeyOf(text) === null) return text;
      return openText(keys, storeId, field, text) ?? text;
    },
    step,
  );
}
