/** Every kind of leaf that serve does not write. A domain adds its own: a schema in its model.ts, a line here, `appendLeaves` in main. */
import { z } from 'zod';
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
} as const satisfies Readonly<Record<string, Kind>>;

export type LeafKind = keyof typeof leafKinds;
export type LeafEvent<K extends LeafKind> = (typeof leafKinds)[K]['events'][number];
export type LeafFacts<K extends LeafKind> = z.infer<(typeof leafKinds)[K]['facts']>;
