/** The public keys whose signatures on packs we accept. Written by scripts/sign-content.mjs; the private half is nowhere in the tree. */
import type { TrustedKeys } from './edition-signature';

export const trustedKeys: TrustedKeys = { 'key-2fe008d5d19a': 'L+AI1dGabkhVGldnKdsC+kNzV6OZhaGYMlShH5Dr9j4=' };
