/** The recovery kit: 256 random bits as 24 words of the BIP 39 list, and the key they stand for. */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

export function wordsOf(entropy: Uint8Array): string[] {
  return entropyToMnemonic(entropy, wordlist).split(' ');
}

/** The entropy behind typed words, or null when a word is unknown or the checksum fails. Case, numbering and spacing do not matter. */
export function entropyOf(typed: string): Uint8Array | null {
  const words = typed
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  try {
    const entropy = mnemonicToEntropy(words.join(' '), wordlist);
    return entropy.length === 32 ? entropy : null;
  } catch {
    return null;
  }
}

/** The words carry 256 bits themselves, so no slow derivation is needed; the store's id separates kits. */
export function keyFromKit(entropy: Uint8Array, storeId: string): Uint8Array {
  return hkdf(sha256, entropy, new TextEncoder().encode(storeId), new TextEncoder().encode('steward recovery kit'), 32);
}
