/** Every kind of leaf that serve does not write. A domain adds its own: a schema in its model.ts, a line here, `appendLeaves` in main. */
import { z } from 'zod';
import { Digest } from '#shared/kernel/digest';
import { Day } from '#shared/kernel/time';
import { FoundAtStart, MarkSource } from './model';

/** What did not fit when the vault was opened stays in the trail, whatever becomes of it later. */
const FindingFacts = z.strictObject({
  found: FoundAtStart,
  source: MarkSource,
  expected: z.int().optional(),
  size: z.int(),
});

/** Who came in, and who could not. By what, never with what. */
const SignInFacts = z.strictObject({ with: z.enum(['passphrase', 'kit', 'escrow', 'keychain', 'code']).optional() });

/** What somebody said about a topic. The words themselves stay in the store; `commitment` is their salted digest. */
const ConsentFacts = z.strictObject({
  topic: z.string().regex(/^[a-z]+\/[a-z0-9-]{1,41}$/),
  said: z.enum(['yes', 'no']),
  on: Day,
  how: z.string().regex(/^[a-z-]{1,20}$/),
  commitment: Digest,
});

type Kind = {
  /** The events that leaves of this kind may have. */
  readonly events: readonly string[];
  /** Closed, like all facts: see closed-facts.ts. */
  readonly facts: z.ZodObject;
};

export const leafKinds = {
  finding: { events: ['trail.found'], facts: FindingFacts },
  'sign-in': {
    events: ['access.signed-in', 'access.sign-in-failed', 'access.first-passphrase-replaced'],
    facts: SignInFacts,
  },
  consent: { events: ['consents.said-yes', 'consents.said-no'], facts: ConsentFacts },
} as const satisfies Readonly<Record<string, Kind>>;

export type LeafKind = keyof typeof leafKinds;
export type LeafEvent<K extends LeafKind> = (typeof leafKinds)[K]['events'][number];
export type LeafFacts<K extends LeafKind> = z.infer<(typeof leafKinds)[K]['facts']>;
