/** The digest of what a version says, the same on every computer. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { VersionContent } from '#shared/domains/documents/model';
import { assert } from '#shared/kernel/assert';

/** SHA-256 of the canonical JSON (RFC 8785), hex, and that JSON. */
export function contentDigest(content: VersionContent): { readonly text: string; readonly digest: string } {
  const text = canonicalize(content);
  assert(text !== undefined, 'what a document says is plain JSON');
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}
