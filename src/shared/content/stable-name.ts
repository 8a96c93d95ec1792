/** What has a place in a pack has a name that stays. */
import { z } from 'zod';

/** A stable name such as `gdpr:art-33.1`: the regulation, a colon, the place in it. */
export const StableName = z.string().regex(/^[a-z][a-z0-9-]*:[a-zA-Z0-9][a-zA-Z0-9.-]*$/);
