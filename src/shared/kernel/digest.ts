/** SHA-256 as text: 64 hex digits, lower case. */
import { z } from 'zod';

export const Digest = z.string().regex(/^[0-9a-f]{64}$/);
