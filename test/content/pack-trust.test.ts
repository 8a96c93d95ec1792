/** Packs that were changed, never signed, signed by somebody else, moved or older are refused by name, and the last good one serves. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesToSign, type TrustedKeys } from '#main/content/edition-signature';
import { installEdition } from '#main/content/install-edition';
import { loadPacks } from '#main/content/load-packs';
import { openContent } from '#main/content/open-content';
import { trustedKeys } from '#main/content/trusted-keys';
import { contentFolder, packs } from './harness';

const pair = generateKeyPairSync('ed25519');
const ours: TrustedKeys = {
  ...trustedKeys,
  test: pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
};
const currentEdition = packs.find((pack) => pack.manifest.regulation === 'gdpr')?.manifest.edition ?? '';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-content-'));
  cpSync(join(contentFolder, 'gdpr'), join(folder, 'gdpr'), { recursive: true });
  cpSync(join(contentFolder, 'calendars'), join(folder, 'calendars'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const editionFolder = (edition = currentEdition): string => join(folder, 'gdpr', edition);
function change(file: string, from: string, to: string): void {
  const path = join(editionFolder(), file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}
function parts(edition: string): Record<string, unknown> {
  const read = (part: string): unknown => JSON.parse(readFileSync(join(editionFolder(), `${part}.json`), 'utf8'));
  return { manifest: { ...(read('manifest') as object), edition }, clocks: read('clocks'), facts: read('facts') };
}
const signed = (content: Record<string, unknown>, privateKey = pair.privateKey) => ({
  parts: content,
  signature: {
    algorithm: 'Ed25519',
    key: 'test',
    signature: sign(null, bytesToSign(content), privateKey).toString('base64'),
  },
});
function bring(content: unknown): string {
  const file = join(folder, 'new.steward-pack');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const refusals = () => loadPacks([folder], ours).refused;

describe('loading', () => {
  it('accepts the packs as they are, however their files are laid out', () => {
    const file = join(editionFolder(), 'clocks.json');
    writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
    expect(refusals()).toEqual([]);
  });

  it.each([
    ['one number of a clock', () => change('clocks.json', '"amount": 72', '"amount": 96'), 'tampered'],
    ['the manifest', () => change('manifest.json', '"in-force"', '"proposed"'), 'tampered'],
    ['a part left out', () => rmSync(join(editionFolder(), 'facts.json')), 'tampered'],
    ['a part put in', () => writeFileSync(join(editionFolder(), 'values2.json'), '[]'), 'tampered'],
    ['no signature', () => rmSync(join(editionFolder(), 'signature.json')), 'unsigned'],
    ['an empty signature', () => writeFileSync(join(editionFolder(), 'signature.json'), '{}'), 'tampered'],
    ['a key nobody trusts', () => change('signature.json', '"key": "key-', '"key": "key-0'), 'tampered'],
    [
      'a key named like a property of every object',
      () =>
        change(
          'signature.json',
          /"key": "[^"]+"/.exec(readFileSync(join(editionFolder(), 'signature.json'), 'utf8'))?.[0] ?? '',
          '"key": "constructor"',
        ),
      'tampered',
    ],
    ['half a file', () => writeFileSync(join(editionFolder(), 'clocks.json'), '[{'), 'unreadable'],
  ])('refuses by name: %s', (_, spoil, reason) => {
    spoil();
    expect(refusals()).toEqual([{ pack: `gdpr/${currentEdition}`, reason }]);
  });

  it('refuses an edition that poses as another', () => {
    renameSync(editionFolder(), editionFolder('2027-01-01.1'));
    expect(refusals()).toEqual([{ pack: 'gdpr/2027-01-01.1', reason: 'misplaced' }]);
  });

  it('falls back to the last good edition and still answers', () => {
    mkdirSync(editionFolder('2027-01-01.1'));
    const { parts: content, signature } = signed(parts('2027-01-01.1'));
    for (const [name, value] of Object.entries({ ...content, signature }))
      writeFileSync(join(editionFolder('2027-01-01.1'), `${name}.json`), JSON.stringify(value));
    expect(loadPacks([folder], ours).packs.map(({ manifest }) => manifest.edition)).toContain('2027-01-01.1');
    writeFileSync(join(editionFolder('2027-01-01.1'), 'facts.json'), '[]');
    const content2 = openContent({ folders: [folder], trusted: ours });
    expect(content2.refused).toEqual([{ pack: 'gdpr/2027-01-01.1', reason: 'tampered' }]);
    expect(content2.clocks.answer({ clock: 'gdpr.request.respond', place: 'IE', start: '2026-03-05' })).toMatchObject({
      due: '2026-04-07',
      edition: `gdpr/${currentEdition}`,
    });
  });

  it('opens with what is left when a regulation has no good edition at all', () => {
    change('clocks.json', '"amount": 72', '"amount": 96');
    const content = openContent({ folders: [folder, join(folder, 'not-there')], trusted: ours });
    expect(content.packs.map(({ manifest }) => manifest.regulation)).toEqual(['calendars']);
  });
});

describe('installing from a file', () => {
  const install = (content: unknown) =>
    installEdition(bring(content), join(folder, 'user'), loadPacks([folder], ours).packs, ours);

  it('takes a newer signed edition, which then is the one in use', async () => {
    expect(await install(signed(parts('2027-01-01.1')))).toMatchObject({
      pack: { manifest: { edition: '2027-01-01.1' } },
    });
    expect(
      loadPacks([folder, join(folder, 'user')], ours).packs.find(({ manifest }) => manifest.regulation === 'gdpr')
        ?.manifest.edition,
    ).toBe('2027-01-01.1');
  });

  it.each([
    ['the same edition', () => signed(parts(currentEdition)), { pack: `gdpr/${currentEdition}`, reason: 'older' }],
    ['an older edition', () => signed(parts('2020-01-01.1')), { pack: 'gdpr/2020-01-01.1', reason: 'older' }],
    ['no signature', () => ({ parts: parts('2027-01-01.1') }), { pack: 'gdpr/2027-01-01.1', reason: 'unsigned' }],
    [
      'a stranger’s signature',
      () => signed(parts('2027-01-01.1'), generateKeyPairSync('ed25519').privateKey),
      { pack: 'gdpr/2027-01-01.1', reason: 'tampered' },
    ],
    [
      'a part that is no part',
      () => signed({ ...parts('2027-01-01.1'), code: [] }),
      { pack: 'gdpr/2027-01-01.1', reason: 'malformed', part: 'code' },
    ],
    [
      'a clock of the wrong shape',
      () => signed({ ...parts('2027-01-01.1'), clocks: [{}] }),
      { pack: 'gdpr/2027-01-01.1', reason: 'malformed', part: 'clocks' },
    ],
    [
      'a regulation out of the folder',
      () =>
        signed({
          ...parts('2027-01-01.1'),
          manifest: { ...(parts('2027-01-01.1')['manifest'] as object), regulation: '../gdpr' },
        }),
      { pack: '(file)', reason: 'malformed', part: 'manifest' },
    ],
    [
      'a regulation we do not have',
      () =>
        signed({
          ...parts('2027-01-01.1'),
          manifest: { ...(parts('2027-01-01.1')['manifest'] as object), regulation: 'lgpd' },
        }),
      { pack: 'lgpd/2027-01-01.1', reason: 'misplaced' },
    ],
    ['something else', () => 'hello', { pack: '(file)', reason: 'unreadable' }],
  ])('refuses %s and leaves nothing behind', async (_, content, refusal) => {
    expect(await install(content())).toEqual({ refusal });
    expect(existsSync(join(folder, 'user'))).toBe(false);
  });
});
