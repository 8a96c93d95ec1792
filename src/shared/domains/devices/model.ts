/** Devices and software: the register of what the business uses, and the posture of this very computer as evidence. */
import { z } from 'zod';
import { Confidence } from '#shared/content/law-fact';
import { Words } from '#shared/content/words';
import { idOf } from '#shared/kernel/ids';
import { isStorable } from '#shared/kernel/text';
import { Day, Instant } from '#shared/kernel/time';

export const DeviceId = idOf('dev');
export type DeviceId = z.infer<typeof DeviceId>;

export const PostureCheck = z.enum([
  'disk-encryption',
  'screen-lock',
  'os-version',
  'updates',
  'firewall',
  'antivirus',
]);
export type PostureCheck = z.infer<typeof PostureCheck>;

/** Why it could not be told. */
export const UnknownReason = z.enum([
  'not-found',
  'no-permission',
  'timed-out',
  'unclear',
  'not-offered',
  'not-listed',
]);
export type UnknownReason = z.infer<typeof UnknownReason>;

export const PostureAnswer = z.strictObject({
  check: PostureCheck,
  state: z.enum(['good', 'bad', 'unknown']),
  /** What the system said, shortened: `Ubuntu 24.04`, `3`. */
  detail: z.string().max(200).nullable(),
  reason: UnknownReason.nullable(),
  /** What was asked, so that anybody can ask it again. */
  source: z.string(),
});
export type PostureAnswer = z.infer<typeof PostureAnswer>;

export const Platform = z.enum(['linux', 'macos', 'windows', 'other']);
export type Platform = z.infer<typeof Platform>;

export const Snapshot = z.strictObject({
  id: idOf('pos'),
  at: Instant,
  by: z.string(),
  platform: Platform,
  answers: z.array(PostureAnswer),
  /** SHA-256 over the answers, as it stands in the trail. */
  digest: z.string().length(64),
  /** What differs from the snapshot before. */
  changed: z.array(z.strictObject({ check: PostureCheck, before: z.string(), after: z.string() })),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** How many answers there are of each kind. */
export const PostureCounts = z.strictObject({ good: z.int(), bad: z.int(), unknown: z.int() });

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => isStorable(text) && !/\p{Cc}/u.test(text), { error: 'unstorable_characters' });

export const DeviceDraft = z.strictObject({
  name: line(120).min(1),
  kind: z.enum(['laptop', 'desktop', 'phone', 'tablet', 'server', 'network', 'cloud-app', 'software']),
  owner: line(120).nullable(),
  /** A product of the list of lifecycles, or null when it is none of them. */
  product: line(60).nullable(),
  version: line(60).nullable(),
  encrypted: z.enum(['yes', 'no', 'unknown']),
  patchedOn: Day.nullable(),
  nextCheckOn: Day.nullable(),
  state: z.enum(['in-use', 'lost', 'disposed']),
  stateOn: Day.nullable(),
  note: z.string().max(2_000).refine(isStorable, { error: 'unstorable_characters' }).nullable(),
});
export type DeviceDraft = z.infer<typeof DeviceDraft>;

/** The last day on which a version gets security updates. */
export const EndOfLife = z.strictObject({
  title: z.string(),
  ends: Day.nullable(),
  source: Words,
  confidence: Confidence,
  isPast: z.boolean(),
});
export type EndOfLife = z.infer<typeof EndOfLife>;

export const Device = DeviceDraft.extend({ id: DeviceId, revision: z.int(), endOfLife: EndOfLife.nullable() });
export type Device = z.infer<typeof Device>;
