/** An honest, rough hint of how hard a passphrase is to guess, until a dictionary-based estimate is built in. */

/** 0 (very easy) to 4 (very good): by how many different characters and words there are, never by kinds of characters. */
export function strengthOf(passphrase: string): 0 | 1 | 2 | 3 | 4 {
  const words = passphrase.trim().split(/[\s\-_.,]+/).filter((word) => word.length > 2);
  const different = new Set(passphrase.toLowerCase()).size;
  const repeated = different < passphrase.length / 3;
  if (passphrase.length < 8 || different < 5 || repeated) return 0;
  if (passphrase.length < 12) return 1;
  if (words.length >= 5 || passphrase.length >= 26) return 4;
  if (words.length >= 4 || passphrase.length >= 20) return 3;
  return 2;
}
