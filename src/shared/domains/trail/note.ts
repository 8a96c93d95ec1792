/** Signed notes (c2sp.org/signed-note) with Ed25519, and the checkpoint of a log as such a note (c2sp.org/tlog-checkpoint). */
import { base64Of, bytesOfBase64, bytesOfHex, hexOf, joined, sameBytes, utf8Of } from '#shared/kernel/bytes';
import type { Sha256 } from './merkle';

/** Ed25519 over bytes, brought by the caller. The key has 32 bytes, the signature 64. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
export type SignEd25519 = (message: Uint8Array) => Uint8Array;

/** The signature type of a plain Ed25519 signature over the note's text. */
const ed25519Type = 0x01;
const dash = '\u2014';
/** Longer than any checkpoint with sixteen signatures; a longer text is not one. */
const longestNote = 8_192;

/** A public key with the name it signs under. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };

/** The first four bytes of SHA-256(name, newline, type, public key). */
function keyId(sha256: Sha256, { name, publicKey }: NoteKey): Uint8Array {
  return sha256(joined(utf8Of(`${name}\n`), Uint8Array.of(ed25519Type), publicKey)).subarray(0, 4);
}

const isName = (name: string): boolean => /^[^\s+]+$/u.test(name);

/** `name+id+key`: how a key is written down for whoever checks. */
export function keyText(sha256: Sha256, key: NoteKey): string {
  return `${key.name}+${hexOf(keyId(sha256, key))}+${base64Of(joined(Uint8Array.of(ed25519Type), key.publicKey))}`;
}

/** Null when the text is not a key, or its id is not the one of the key in it. */
export function readKey(sha256: Sha256, text: string): NoteKey | null {
  const [name = '', id = '', ...rest] = text.split('+');
  // Base64 has plus signs of its own.
  const bytes = bytesOfBase64(rest.join('+'));
  const given = bytesOfHex(id);
  if (bytes === null || given === null || bytes.length !== 33 || bytes[0] !== ed25519Type || !isName(name)) return null;
  const key = { name, publicKey: bytes.slice(1) };
  return sameBytes(keyId(sha256, key), given) ? key : null;
}

/** `text` ends with a newline. */
export function signNote(sha256: Sha256, text: string, key: NoteKey, sign: SignEd25519): string {
  return `${text}\n${dash} ${key.name} ${base64Of(joined(keyId(sha256, key), sign(utf8Of(text))))}\n`;
}

export type NoteVerdict =
  | { readonly state: 'signed'; readonly text: string }
  /** Not a note at all, or changed so that it no longer is one. */
  | { readonly state: 'malformed' }
  /** A note, but not signed with this key. */
  | { readonly state: 'other-key' }
  /** Says it is signed with this key, and is not. */
  | { readonly state: 'forged' };

export function openNote(sha256: Sha256, verify: VerifyEd25519, note: string, key: NoteKey): NoteVerdict {
  const parts = partsOfNote(note);
  if (parts === null) return { state: 'malformed' };
  const id = keyId(sha256, key);
  const own = parts.signatures.filter(({ name, bytes }) => name === key.name && sameBytes(bytes.subarray(0, 4), id));
  if (own.length === 0) return { state: 'other-key' };
  const message = utf8Of(parts.text);
  const right = own.every(({ bytes }) => bytes.length === 68 && verify(key.publicKey, message, bytes.slice(4)));
  return right ? { state: 'signed', text: parts.text } : { state: 'forged' };
}

type NoteParts = { text: string; signatures: { name: string; bytes: Uint8Array }[] };

function partsOfNote(note: string): NoteParts | null {
  // eslint-disable-next-line no-control-regex
  if (note.length > longestNote || /[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.endsWith('\n')) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const signatures = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [mark, name, signature, more] = line.split(' ');
    const bytes = bytesOfBase64(signature ?? '');
    if (mark !== dash || name === undefined || !isName(name) || more !== undefined) return null;
    if (bytes === null || bytes.length < 5) return null;
    signatures.push({ name, bytes });
  }
  return signatures.length === 0 ? null : { text: note.slice(0, end + 1), signatures };
}

/** How long a log was and what its root was then. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64Of(root)}\n`;

/** What a note's text says as a checkpoint, or null. Lines after the third are left alone, as the format asks. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', hash = '', ...more] = text.split('\n');
  const root = bytesOfBase64(hash);
  if (origin === '' || !/^(?:0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  if (root === null || root.length !== 32 || more.pop() !== '' || more.includes('')) return null;
  return { origin, size: Number(size), root };
}

/** What an unsigned look into a note says; only for choosing among notes and for words, never for trust. */
export function peekCheckpoint(note: string): Checkpoint | null {
  const parts = partsOfNote(note);
  return parts === null ? null : readCheckpoint(parts.text);
}
