/** The shape of assessments as data: what is asked before something risky begins, part by part and point by point. */
import { z } from 'zod';
import { StableName } from './stable-name';
import { Words } from './words';

const Name = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);

export const AssessmentTemplate = z.strictObject({
  name: StableName,
  title: Words,
  lead: Words,
  cite: z.string().min(1),
  obligations: z.array(StableName),
  reviewMonths: z.int().min(1).max(60),
  /** So many of the criteria call for the whole assessment; 0 where it is always whole. */
  screenFrom: z.int().min(0),
  screen: z.array(z.strictObject({ name: Name, words: Words })),
  parts: z.array(
    z.strictObject({
      name: Name,
      title: Words,
      help: Words,
      cite: z.string().min(1),
      when: z.enum(['always', 'needed', 'not-needed']),
      /** Where the same stands in a file of the CNIL's PIA software. */
      cnil: z.array(z.string().regex(/^\d{3}$/)),
    }),
  ),
  /** Points that are decided one by one. `addressable`: may be done otherwise, or not, with a reason. */
  items: z.array(
    z.strictObject({
      name: Name,
      title: Words,
      words: Words,
      cite: z.string().min(1),
      need: z.enum(['standard', 'required', 'addressable', 'check']),
      obligation: StableName.nullable(),
    }),
  ),
  withRisks: z.boolean(),
  withAdvice: z.boolean(),
});
export type AssessmentTemplate = z.infer<typeof AssessmentTemplate>;
