/** The keys of a repository: one secret of 32 bytes, and from it a key for each purpose. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Small sealed objects (manifests, records of pruning): what they are, a nonce, the sealed bytes and the tag. */
const sealedHead = Buffer.from('STWSEAL1');

export type RepositoryKeys = {
  /** The key of one pack, from the pack's own random salt: no two packs share one, so their counters may. */
  readonly packKey: (salt: Uint8Array) => Buffer;
  /** Names a piece of content without telling anybody what it is. */
  readonly contentId: (content: Uint8Array) => Buffer;
  /** Seals a small object; `place` says what it is and where, and is authenticated. */
  readonly seal: (content: Uint8Array, place: string) => Buffer;
  /** The content, or null when it is another key, another place, or not what was sealed. */
  readonly unseal: (sealed: Buffer, place: string) => Buffer | null;
  readonly mac: (content: string) => string;
  /** Overwrites what is in memory. */
  readonly forget: () => void;
};

export function repositoryKeys(secret: Uint8Array, repository: string): RepositoryKeys {
  const derived = (purpose: string, salt: Uint8Array = Buffer.from(repository)): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, salt, `steward backup|${purpose}`, 32));
  const objectKey = derived('objects');
  const contentKey = derived('content');
  const macKey = derived('head');
  return {
    packKey: (salt) => derived('pack', Buffer.concat([Buffer.from(repository), salt])),
    contentId: (content) => createHmac('sha256', contentKey).update(content).digest(),
    seal: (content, place) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', objectKey, nonce);
      cipher.setAAD(Buffer.from(`${repository}|${place}`));
      return Buffer.concat([sealedHead, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    unseal: (sealed, place) => {
      if (sealed.length < sealedHead.length + 28 || !sealed.subarray(0, sealedHead.length).equals(sealedHead))
        return null;
      const body = sealed.subarray(sealedHead.length);
      try {
        const decipher = createDecipheriv('aes-256-gcm', objectKey, body.subarray(0, 12));
        decipher.setAAD(Buffer.from(`${repository}|${place}`));
        decipher.setAuthTag(body.subarray(-16));
        return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]);
      } catch {
        return null;
      }
    },
    mac: (content) => createHmac('sha256', macKey).update(content).digest('hex'),
    forget: () => {
      for (const key of [objectKey, contentKey, macKey]) key.fill(0);
    },
  };
}
