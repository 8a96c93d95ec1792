/** Logins of places: sealed in the store under a key that only this computer's keychain has. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { PlaceLogin } from '#shared/domains/backups/model';
import { brokenRule, unavailable } from '#shared/kernel/failures';
import type { Keychain } from '../../vault/keychain';

const accountOf = (storeId: string): string => `${storeId}/places`;

/** Seals a login. Throws `backups.keychain-needed` where there is no keychain: a password is not kept otherwise. */
export async function sealLogin(
  keychain: Keychain,
  storeId: string,
  place: string,
  login: PlaceLogin,
): Promise<string> {
  const there = await keychain.read(accountOf(storeId));
  const key = there.state === 'ok' ? there.value : randomBytes(32);
  if (there.state !== 'ok' && (await keychain.write(accountOf(storeId), key)) !== 'ok')
    throw brokenRule('backups.keychain-needed');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(login)), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64');
}

/** Throws `keychain` with its state, or `backups.login-again` where the key is another one, as on a new computer. */
export async function openLogin(
  keychain: Keychain,
  storeId: string,
  place: string,
  sealed: string,
): Promise<PlaceLogin> {
  const there = await keychain.read(accountOf(storeId));
  if (there.state === 'missing') throw brokenRule('backups.login-again');
  if (there.state !== 'ok') throw unavailable('keychain', { state: there.state });
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', there.value, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return PlaceLogin.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    throw brokenRule('backups.login-again');
  }
}
