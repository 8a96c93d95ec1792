/** A pair of keys for each slot (X25519): anybody may seal to the public half, and only the private half opens. */
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';
import { seal, type Sealed, unseal } from './seal';

/** Something sealed to a public key; `from` is the public half of a pair that existed for this one sealing only. */
export type SealedTo = Sealed & { readonly from: string };
export type KeyPair = { readonly publicKey: string; readonly privateKey: Uint8Array };

/** RFC 8410: what stands before the 32 bytes of an X25519 key. */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');

export function newPair(): KeyPair {
  const pair = generateKeyPairSync('x25519');
  return {
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32),
  };
}

/** Seals 32 bytes to a public key. `place` is authenticated, as with `seal`. */
export function sealTo(publicKey: string, dataKey: Uint8Array, place: string): SealedTo {
  const once = newPair();
  const key = sharedKey(once.privateKey, publicKey, once.publicKey, publicKey);
  once.privateKey.fill(0);
  return { from: once.publicKey, ...seal(key, dataKey, place) };
}

/** Opens what `sealTo` made for this pair, or null when it is another pair, another place or no key at all. */
export function unsealFrom(pair: KeyPair, box: SealedTo, place: string): Uint8Array | null {
  try {
    return unseal(sharedKey(pair.privateKey, box.from, box.from, pair.publicKey), box, place);
  } catch {
    return null;
  }
}

/** Both public halves go into the derived key, so that a box cannot be passed off as sealed to or by another pair. */
function sharedKey(privateKey: Uint8Array, otherPublic: string, from: string, to: string): Uint8Array {
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.concat([privateHead, privateKey]), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({
      key: Buffer.concat([publicHead, Buffer.from(otherPublic, 'base64')]),
      format: 'der',
      type: 'spki',
    }),
  });
  return new Uint8Array(hkdfSync('sha256', shared, `${from}|${to}`, 'steward sealed to a slot', 32));
}
