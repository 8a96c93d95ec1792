/** People who use Steward, the roles they have, and what the page may know of who is signed in. */
import { z } from 'zod';
import { givenRights } from '#shared/kernel/operations';
import { Day, Instant } from '#shared/kernel/time';
import { isStorable } from '#shared/kernel/text';

/** The first owner's id is the word itself: entries of the trail from before there were several people name it. */
export const PersonId = z
  .string()
  .regex(/^(owner|per_[0-9a-hjkmnp-tv-z]{20})$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const firstOwner = 'owner' as PersonId;

const builtIn = ['owner', 'privacy-officer', 'manager', 'staff', 'auditor'] as const;
/** A built-in role by its name, or one of the business's own (`own-…`). */
export const RoleId = z
  .string()
  .regex(/^(owner|privacy-officer|manager|staff|auditor|own-[a-z0-9-]{1,40})$/)
  .brand<'RoleId'>();
export type RoleId = z.infer<typeof RoleId>;
export type BuiltInRole = (typeof builtIn)[number];
export const builtInRoles: readonly BuiltInRole[] = builtIn;

export const GivenRight = z.enum(givenRights);

/** What a role may do in one domain; the domain `all` stands for every one that is not named beside it. */
export const Grant = z.strictObject({
  domain: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  rights: z.array(GivenRight).max(givenRights.length),
});
export type Grant = z.infer<typeof Grant>;

export const RoleName = z.string().trim().min(1).max(60).refine(isStorable, { error: 'unstorable_characters' });
export const Role = z.strictObject({
  id: RoleId,
  /** In the business's words; null for the built-in ones, whose names the page knows in its language. */
  name: RoleName.nullable(),
  builtIn: z.boolean(),
  grants: z.array(Grant),
  revision: z.int(),
});
export type Role = z.infer<typeof Role>;

export const PersonName = z.string().trim().min(1).max(80).refine(isStorable, { error: 'unstorable_characters' });
/** What a person types to say who they are. Capitals and accents do not count. */
export const SignInName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\s,;|]+$/)
  .refine(isStorable, { error: 'unstorable_characters' });

export const Person = z.strictObject({
  id: PersonId,
  name: PersonName,
  signInName: SignInName,
  role: RoleId,
  /** The last day on which this person may sign in; for auditors, and for anybody whose time is known. */
  until: Day.nullable(),
  disabledAt: Instant.nullable(),
  /** Whether a code is asked for at sign-in. */
  secondFactor: z.boolean(),
  /** The first passphrase came from somebody else and must be replaced. */
  mustChange: z.boolean(),
  addedAt: Instant,
  lastSignInAt: Instant.nullable(),
  revision: z.int(),
});
export type Person = z.infer<typeof Person>;

/** What a page needs to know of the person in front of it. Whoever is not signed in sees no list but the names to pick from. */
export const Who = z.strictObject({
  state: z.enum(['locked', 'pick', 'code', 'change-passphrase', 'signed-in']),
  person: z.strictObject({ id: PersonId, name: PersonName, role: RoleId }).nullable(),
  /** While the vault is open and nobody has signed in: whom one can say one is. */
  people: z.array(z.strictObject({ id: PersonId, name: PersonName })),
  /** The rights of the person by domain; only a help for the page, `serve` decides. */
  rights: z.array(Grant),
  /** How many more people can approve things that need two. */
  approvers: z.int(),
});
export type Who = z.infer<typeof Who>;

/** A first passphrase, shown once to whoever hands it over. */
export const FirstPassphrase = z.strictObject({ person: Person, passphrase: z.string() });
export type FirstPassphrase = z.infer<typeof FirstPassphrase>;

export const SecondFactorSetUp = z.strictObject({
  /** Base 32, for typing into an app by hand. */
  secret: z.string(),
  /** The same as a QR code, SVG text. */
  qr: z.string(),
});
export type SecondFactorSetUp = z.infer<typeof SecondFactorSetUp>;

/** Why somebody needs to see what is masked; the words are theirs and stay in the vault. */
export const GlassReason = z.strictObject({
  kind: z.enum(['treatment', 'request', 'safety', 'complaint', 'legal', 'other']),
  words: z.string().trim().min(3).max(400).refine(isStorable, { error: 'unstorable_characters' }),
});
export type GlassReason = z.infer<typeof GlassReason>;

export const GlassBreak = z.strictObject({
  id: z.int().positive(),
  person: PersonId,
  customer: z.string(),
  reason: GlassReason,
  at: Instant,
  /** Until then the data are shown to this person. */
  until: Instant,
  reviewedBy: PersonId.nullable(),
  reviewedAt: Instant.nullable(),
  verdict: z.enum(['fine', 'ask', 'misuse']).nullable(),
  note: z.string(),
});
export type GlassBreak = z.infer<typeof GlassBreak>;

export const ReviewId = z
  .string()
  .regex(/^rev_[0-9a-hjkmnp-tv-z]{20}$/)
  .brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;
export const ReviewDecision = z.enum(['keep', 'remove']);

/** A look at who may do what, with a decision for each person. Finished ones are evidence and never change. */
export const AccessReview = z.strictObject({
  id: ReviewId,
  startedAt: Instant,
  startedBy: PersonId,
  finishedAt: Instant.nullable(),
  finishedBy: PersonId.nullable(),
  items: z.array(
    z.strictObject({
      person: PersonId,
      /** As they were when the review began. */
      name: PersonName,
      role: RoleId,
      lastSignInAt: Instant.nullable(),
      decision: ReviewDecision.nullable(),
      note: z.string(),
      decidedBy: PersonId.nullable(),
    }),
  ),
});
export type AccessReview = z.infer<typeof AccessReview>;

/** What needs a second person: whoever asks is not the one who approves. */
export const DualKind = z.enum(['erasure', 'restore', 'full-export', 'rights']);
export type DualKind = z.infer<typeof DualKind>;
