/** The kinds of operation a caller may ask for: a query reads, a command changes records, a task touches the world. */
import type { z } from 'zod';

/**
 * What the actor needs. `anyone` is for operations that must work before anybody has signed in, `self` for those about
 * the person's own things; both are nobody's to give. All others are given by roles, domain by domain.
 */
export type Right = 'anyone' | 'self' | GivenRight;

/** `reveal` is seeing special-category data without stating a purpose each time. */
export const givenRights = ['read', 'write', 'reveal', 'export', 'erase', 'approve', 'configure'] as const;
export type GivenRight = (typeof givenRights)[number];

/** Facts for the trail: counts, names of fields, ids. Never personal data. */
export type TrailFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

type Shape = z.ZodType;

export type Query<I extends Shape = Shape, O extends Shape = Shape> = {
  readonly kind: 'query';
  readonly may: Right;
  /** A look that the trail remembers: `watched: 'viewed'` in `customers` becomes `customers.viewed`, written soon after the answer. */
  readonly watched?: string;
  readonly input: I;
  readonly output: O;
  readonly about?: (input: z.infer<I>, output: z.infer<O>) => readonly string[];
  readonly facts?: (input: z.infer<I>, output: z.infer<O>) => TrailFacts;
};

/** `recent`: the person must have shown their passphrase or code within the last minutes, not merely sit there. */
export type Proof = 'recent';

export type Command<I extends Shape = Shape, O extends Shape = Shape> = {
  readonly kind: 'command';
  readonly may: Right;
  readonly proof?: Proof;
  /** The event in the trail: `records: 'added'` in `vendors` becomes `vendors.added`. */
  readonly records: string;
  readonly input: I;
  readonly output: O;
  /** The ids of the records it is about, for the trail and for the record's history. */
  readonly about?: (input: z.infer<I>, output: z.infer<O>) => readonly string[];
  /** Counts and names for the trail. */
  readonly facts?: (input: z.infer<I>, output: z.infer<O>) => TrailFacts;
};

export type Task<I extends Shape = Shape, O extends Shape = Shape> = {
  readonly kind: 'task';
  readonly may: Right;
  readonly proof?: Proof;
  /** The trail gets `<domain>.<records>` with the stage *started*, then *finished* or *failed*; null for a mere look that leaves no mark. */
  readonly records: string | null;
  readonly input: I;
  readonly output: O;
  readonly about?: (input: z.infer<I>, output: z.infer<O>) => readonly string[];
  readonly facts?: (input: z.infer<I>, output: z.infer<O>) => TrailFacts;
};

export type Operation = Query | Command | Task;
export type Operations = Readonly<Record<string, Operation>>;

export const query = <I extends Shape, O extends Shape>(options: Omit<Query<I, O>, 'kind'>): Query<I, O> => ({
  kind: 'query',
  ...options,
});

export const command = <I extends Shape, O extends Shape>(options: Omit<Command<I, O>, 'kind'>): Command<I, O> => ({
  kind: 'command',
  ...options,
});

export const task = <I extends Shape, O extends Shape>(options: Omit<Task<I, O>, 'kind'>): Task<I, O> => ({
  kind: 'task',
  ...options,
});

export type InputOf<T extends Operation> = z.input<T['input']>;
export type ParsedInputOf<T extends Operation> = z.output<T['input']>;
export type OutputOf<T extends Operation> = z.output<T['output']>;

/** What crosses the line from page or terminal to main. `task` names a long task so that it can be cancelled. */
export type Ask = {
  readonly domain: string;
  readonly operation: string;
  readonly input: unknown;
  readonly task?: string;
  /** "I work alone and nobody can approve this": said by the person, and kept in the trail. */
  readonly alone?: boolean;
};

/** `sign-in`: the vault is open, but nobody has said who they are yet. */
export type SessionState = 'none' | 'locked' | 'sign-in' | 'open';

/** The three topics main tells the page about. */
export type Topics = {
  /** The vault was opened or locked, or the actor changed. */
  session: { readonly state: SessionState };
  /** Records of a domain changed. */
  changed: { readonly domain: string };
  /** A long task moved. `done` and `total` are in `unit`; `total` is null while unknown. */
  progress: Progress;
};
export type Topic = keyof Topics;

export type Progress = {
  readonly task: string;
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: 'rows' | 'bytes' | 'pages' | 'steps';
};
