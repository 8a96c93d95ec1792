/** What may be asked about people, their roles, and who is signed in. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { NewPassphrase, Passphrase } from '../vault/model';
import {
  AccessReview,
  FirstPassphrase,
  GlassBreak,
  GlassReason,
  Grant,
  Person,
  PersonId,
  PersonName,
  ReviewDecision,
  ReviewId,
  Role,
  RoleId,
  RoleName,
  SecondFactorSetUp,
  SignInName,
  Who,
} from './model';

const nothing = z.strictObject({});
/** Six digits from an app, or one of the recovery codes. */
const Code = z.string().trim().min(6).max(40);
const Revision = z.int().positive();

export const access = {
  /** Who is signed in, or whom one can say one is. */
  who: task({ may: 'anyone', records: null, input: nothing, output: Who }),
  /** Says who somebody is, after the vault was opened by its keychain or another person has left. */
  signIn: task({
    may: 'anyone',
    records: null,
    input: z.strictObject({ person: PersonId, passphrase: Passphrase }),
    output: Who,
  }),
  /** The second factor, where the person has one. */
  confirmCode: task({ may: 'anyone', records: null, input: z.strictObject({ code: Code }), output: Who }),
  /** The person's own passphrase in place of the first one that somebody else made. */
  chooseFirst: task({
    may: 'anyone',
    records: null,
    input: z.strictObject({ current: Passphrase, next: NewPassphrase }),
    output: Who,
  }),
  /** Leaves the vault open for the next person. */
  signOut: task({ may: 'self', records: 'signed-out', input: nothing, output: Who }),
  /** Shows once more that the person is who they are, for what needs a fresh proof. */
  prove: task({
    may: 'self',
    records: null,
    input: z.strictObject({ passphrase: Passphrase, code: Code.optional() }),
    output: nothing,
  }),
  /** The person's own entry in the list of people. */
  account: query({ may: 'self', input: nothing, output: Person }),

  /** Makes a new secret for an app; it counts from the first right code on. */
  startSecondFactor: task({ may: 'self', proof: 'recent', records: null, input: nothing, output: SecondFactorSetUp }),
  confirmSecondFactor: command({
    may: 'self',
    records: 'second-factor-on',
    input: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    output: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
  removeSecondFactor: command({
    may: 'self',
    proof: 'recent',
    records: 'second-factor-off',
    input: nothing,
    output: nothing,
  }),

  people: query({ may: 'read', input: nothing, output: z.strictObject({ people: z.array(Person) }) }),
  /** What everybody who ever worked here is called: whoever works with others reads their names beside what they did. */
  names: query({
    may: 'self',
    input: nothing,
    output: z.strictObject({ people: z.array(z.strictObject({ id: PersonId, name: PersonName })) }),
  }),
  /** Adds a person. The first passphrase is shown once, to be handed over; it must be replaced at the first sign-in. */
  addPerson: task({
    may: 'configure',
    proof: 'recent',
    records: 'person-added',
    input: z.strictObject({
      name: PersonName,
      signInName: SignInName,
      role: RoleId,
      until: Day.nullable().default(null),
    }),
    output: FirstPassphrase,
    about: (_input, output) => [output.person.id],
    facts: (input) => ({ role: input.role }),
  }),
  changePerson: command({
    may: 'configure',
    proof: 'recent',
    records: 'person-changed',
    input: z.strictObject({ id: PersonId, revision: Revision, name: PersonName, role: RoleId, until: Day.nullable() }),
    output: Person,
    about: (input) => [input.id],
    facts: (input) => ({ role: input.role }),
  }),
  /** The person may not sign in any more, from now on. Their entries in the trail stay. */
  disablePerson: task({
    may: 'configure',
    proof: 'recent',
    records: 'person-disabled',
    input: z.strictObject({ id: PersonId }),
    output: Person,
    about: (input) => [input.id],
  }),
  /** A new first passphrase for somebody who lost theirs or tried too often; also brings a disabled person back. */
  resetPassphrase: task({
    may: 'configure',
    proof: 'recent',
    records: 'passphrase-reset',
    input: z.strictObject({ id: PersonId }),
    output: FirstPassphrase,
    about: (input) => [input.id],
  }),

  roles: query({
    may: 'self',
    input: nothing,
    output: z.strictObject({ roles: z.array(Role), domains: z.array(z.string()) }),
  }),
  saveRole: command({
    may: 'configure',
    proof: 'recent',
    records: 'role-saved',
    input: z.strictObject({
      id: RoleId.nullable(),
      revision: z.int().min(0),
      name: RoleName,
      grants: z.array(Grant).min(1).max(60),
    }),
    output: Role,
    facts: (_input, output) => ({ role: output.id }),
  }),
  removeRole: command({
    may: 'configure',
    proof: 'recent',
    records: 'role-removed',
    input: z.strictObject({ id: RoleId }),
    output: nothing,
    facts: (input) => ({ role: input.id }),
  }),

  /** Shows special-category data of one customer to somebody who may not see them, for a stated purpose and a short time. */
  breakGlass: command({
    may: 'self',
    records: 'glass-broken',
    input: z.strictObject({ customer: z.string().regex(/^C-[1-9]\d{0,14}$/), reason: GlassReason }),
    output: GlassBreak,
    about: (input) => [input.customer],
    facts: (input) => ({ reason: input.reason.kind }),
  }),
  glassBreaks: query({
    may: 'approve',
    input: z.strictObject({ open: z.boolean().default(false) }),
    output: z.strictObject({ breaks: z.array(GlassBreak) }),
  }),
  reviewGlassBreak: command({
    may: 'approve',
    records: 'glass-break-reviewed',
    input: z.strictObject({
      id: z.int().positive(),
      verdict: z.enum(['fine', 'ask', 'misuse']),
      note: z.string().max(1_000).default(''),
    }),
    output: GlassBreak,
    facts: (input) => ({ verdict: input.verdict }),
  }),

  reviews: query({
    may: 'read',
    input: nothing,
    output: z.strictObject({ reviews: z.array(AccessReview), nextOn: Day.nullable() }),
  }),
  startReview: command({
    may: 'approve',
    records: 'review-started',
    input: nothing,
    output: AccessReview,
    about: (_input, output) => [output.id],
  }),
  decideReview: command({
    may: 'approve',
    records: 'review-decided',
    input: z.strictObject({
      review: ReviewId,
      person: PersonId,
      decision: ReviewDecision,
      note: z.string().max(1_000).default(''),
    }),
    output: AccessReview,
    about: (input) => [input.review, input.person],
    facts: (input) => ({ decision: input.decision }),
  }),
  /** Closes a review whose every person has a decision; whoever is to go is disabled in the same step. */
  finishReview: task({
    may: 'approve',
    proof: 'recent',
    records: 'review-finished',
    input: z.strictObject({
      review: ReviewId,
      /** Of the page that is kept as evidence. */
      language: z.enum(['en', 'de']).default('en'),
    }),
    output: AccessReview,
    about: (input) => [input.review],
    facts: (_input, output) => ({ people: output.items.length }),
  }),
};
