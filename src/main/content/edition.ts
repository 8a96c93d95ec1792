/** Makes a pack of an edition's parts: signature first, then the shape of every part. A pack that fails is refused with the reason. */
import { packParts, type Pack, type PackPart, wholeParts } from '#shared/content/pack';
import { EditionSignature, isSigned, type TrustedKeys } from './edition-signature';

/** Why a pack is refused; `older` only when installing. */
export type PackRefusalReason = 'unreadable' | 'unsigned' | 'tampered' | 'malformed' | 'misplaced' | 'older';

export type PackRefusal = {
  /** As the folder or the file calls it: `gdpr/2026-11-24.1`. */
  readonly pack: string;
  readonly reason: PackRefusalReason;
  /** The part that is malformed, where one is. */
  readonly part?: string;
};

export type EditionParts = Readonly<Record<string, unknown>>;
export type EditionResult = { readonly pack: Pack } | { readonly refusal: PackRefusal };

const partNames = Object.keys(packParts) as PackPart[];

/** `name` is where the edition was found; its manifest must agree, so that a signed edition cannot pose as another. */
export function openEdition(
  name: string,
  parts: EditionParts,
  signature: unknown,
  trusted: TrustedKeys,
): EditionResult {
  const refuse = (reason: PackRefusalReason, part?: string): EditionResult => ({
    refusal: part === undefined ? { pack: name, reason } : { pack: name, reason, part },
  });
  if (signature === undefined) return refuse('unsigned');
  const checked = EditionSignature.safeParse(signature);
  if (!checked.success) return refuse('tampered');
  if (!isSigned(parts, checked.data, trusted)) return refuse('tampered');
  const read: Record<string, unknown> = {};
  for (const part of Object.keys(parts)) if (!Object.hasOwn(packParts, part)) return refuse('malformed', part);
  for (const part of partNames) {
    if (!Object.hasOwn(parts, part)) {
      if (part === 'manifest') return refuse('malformed', part);
      read[part] = wholeParts.includes(part) ? null : [];
      continue;
    }
    const result = packParts[part].safeParse(parts[part]);
    if (!result.success) return refuse('malformed', part);
    read[part] = result.data;
  }
  const pack = read as unknown as Pack;
  if (`${pack.manifest.regulation}/${pack.manifest.edition}` !== name) return refuse('misplaced');
  return { pack };
}
