/**
 * Signs every edition under resources/content whose signature is missing or no longer right.
 *
 *   node scripts/sign-content.mjs            sign with the key in $STEWARD_CONTENT_KEY, or .steward-signing/content-key.pem
 *   node scripts/sign-content.mjs --new-key  make a key there first, and write its public half to src/main/content/trusted-keys.ts
 *
 * The private key is never committed. Whoever has none makes one: everything is signed again and the app built from that
 * tree trusts it. A release is signed with the release key, whose file the environment names.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import canonicalize from 'canonicalize';

const root = join(import.meta.dirname, '..');
const keyFile = process.env['STEWARD_CONTENT_KEY'] ?? join(root, '.steward-signing/content-key.pem');
const trustedFile = join(root, 'src/main/content/trusted-keys.ts');
const contentFolder = join(root, 'resources/content');

if (process.argv.includes('--new-key')) makeKey();
if (!existsSync(keyFile)) {
  console.error('sign-content: there is no signing key. Name one in STEWARD_CONTENT_KEY, or run with --new-key.');
  process.exit(1);
}
const privateKey = createPrivateKey(readFileSync(keyFile));
const publicKey = createPublicKey(privateKey);
const publicText = publicBytes(publicKey).toString('base64');
const keyName = keyNameOf(publicText);
if (!readFileSync(trustedFile, 'utf8').includes(publicText)) {
  console.error(
    'sign-content: the app does not trust this key (src/main/content/trusted-keys.ts). Run with --new-key, or use the right one.',
  );
  process.exit(1);
}
const foldersIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

let signed = 0;
for (const regulation of foldersIn(contentFolder)) {
  for (const edition of foldersIn(join(contentFolder, regulation)))
    signed += signEdition(join(contentFolder, regulation, edition));
}
console.log(`sign-content: ${signed} edition(s) signed with ${keyName}`);

function signEdition(folder) {
  const parts = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'signature.json')) {
    parts[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  }
  const bytes = Buffer.from(canonicalize({ parts }), 'utf8');
  const file = join(folder, 'signature.json');
  if (existsSync(file)) {
    const old = JSON.parse(readFileSync(file, 'utf8'));
    if (old.key === keyName && verify(null, bytes, publicKey, Buffer.from(old.signature, 'base64'))) return 0;
  }
  const signature = { algorithm: 'Ed25519', key: keyName, signature: sign(null, bytes, privateKey).toString('base64') };
  writeFileSync(file, `${JSON.stringify(signature, null, 1)}\n`);
  return 1;
}

function makeKey() {
  if (existsSync(keyFile)) {
    console.error('sign-content: there is a key already; it is kept.');
    process.exit(1);
  }
  const pair = generateKeyPairSync('ed25519');
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  writeFileSync(keyFile, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const text = publicBytes(pair.publicKey).toString('base64');
  writeFileSync(
    trustedFile,
    `/** The public keys whose signatures on packs we accept. Written by scripts/sign-content.mjs; the private half is nowhere in the tree. */
import type { TrustedKeys } from './edition-signature';

export const trustedKeys: TrustedKeys = { '${keyNameOf(text)}': '${text}' };
`,
  );
}

/** The 32 bytes of a public key, without their wrapping. */
function publicBytes(key) {
  return key.export({ type: 'spki', format: 'der' }).subarray(-32);
}

function keyNameOf(text) {
  return `key-${Buffer.from(text, 'base64').toString('hex').slice(0, 12)}`;
}
