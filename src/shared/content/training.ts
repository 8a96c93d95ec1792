/** The shape of training as data: courses with lessons and questions, messages to judge, and what is done when people come and go. */
import { z } from 'zod';
import { StableName } from './stable-name';
import { Words } from './words';

const Question = z.strictObject({
  /** Stays when the order changes; unique within its course. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  words: Words,
  /** Exactly one is right; every one says why. */
  answers: z
    .array(z.strictObject({ words: Words, right: z.boolean(), because: Words }))
    .min(2)
    .max(6)
    .refine((answers) => answers.filter(({ right }) => right).length === 1, { error: 'one_right_answer' }),
});
export type CourseQuestion = z.infer<typeof Question>;

export const Course = z
  .strictObject({
    name: StableName,
    title: Words,
    about: Words,
    minutes: z.int().min(1).max(600),
    /** `everybody`, or the roles it is for. */
    roles: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,60}$/)).min(1),
    /** `applies`: proposed only to whom one of its obligations applies. */
    when: z.enum(['always', 'applies']),
    obligations: z.array(StableName).min(1),
    everyDays: z.int().min(1).max(1_100),
    /** So many questions out of the bank make one attempt. */
    ask: z.int().min(1).max(50),
    passPercent: z.int().min(1).max(100),
    lessons: z
      .array(z.strictObject({ title: Words, text: Words }))
      .min(1)
      .max(12),
    questions: z.array(Question).min(1).max(100),
  })
  .refine(({ ask, questions }) => ask <= questions.length, { error: 'too_few_questions' });
export type Course = z.infer<typeof Course>;

/** A message as somebody might get it; `because` says what gives it away, or why it is harmless. */
export const DrillMessage = z.strictObject({
  name: StableName,
  phishing: z.boolean(),
  from: Words,
  address: z.string().min(3).max(120),
  link: z.string().max(200).nullable(),
  subject: Words,
  body: Words,
  because: Words,
});
export type DrillMessage = z.infer<typeof DrillMessage>;

/** One thing that is done when somebody comes or goes. `about` ties it to what Steward knows and can check. */
export const RoutineItem = z.strictObject({
  name: StableName,
  kind: z.enum(['joining', 'leaving']),
  about: z.enum(['access', 'training', 'devices', 'none']),
  /** Days after the beginning. */
  dueDays: z.int().min(0).max(365),
  words: Words,
});
export type RoutineItem = z.infer<typeof RoutineItem>;
