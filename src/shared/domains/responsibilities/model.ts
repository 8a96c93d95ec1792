/** Who looks after what: for each area who is accountable, who does the work, who stands in, who is asked and who is told. */
import { z } from 'zod';
import { PersonId } from '#shared/domains/access/model';

export const AreaName = z.string().regex(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]{0,60}$/);
export type AreaName = z.infer<typeof AreaName>;

const several = z.array(PersonId).max(20);
export const Assignment = z.strictObject({
  /** Answers for it; one person. */
  accountable: PersonId.nullable(),
  /** Does the work; the accountable person where nobody else is named. */
  responsible: PersonId.nullable(),
  /** Stands in when the accountable person is away. */
  deputy: PersonId.nullable(),
  consulted: several,
  informed: several,
});
export type Assignment = z.infer<typeof Assignment>;

/** What is wrong with an assignment. */
export const Gap = z.enum(['nobody', 'left', 'no-deputy', 'deputy-left', 'same-person', 'others-left']);
export type Gap = z.infer<typeof Gap>;

export const AssignedArea = Assignment.extend({
  name: AreaName,
  title: z.string(),
  duties: z.string(),
  gaps: z.array(Gap),
  /** 0 while nothing was decided. */
  revision: z.int(),
});
export type AssignedArea = z.infer<typeof AssignedArea>;

export const Responsibilities = z.strictObject({
  areas: z.array(AssignedArea),
  /** Everybody who was ever here; only those who are can be put in charge. */
  people: z.array(z.strictObject({ id: PersonId, name: z.string(), active: z.boolean() })),
});
export type Responsibilities = z.infer<typeof Responsibilities>;
