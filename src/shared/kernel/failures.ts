/** The named ways an answer can be *no*. Whatever has no name here is a `bug` and is reported as one. */

/** One thing wrong with an input: where, and a code. Never the value itself. */
export type Problem = { readonly path: readonly (string | number)[]; readonly code: string };

/** A resource of the world outside that did not do what we asked. */
export type UnavailableResource =
  | 'keychain'
  | 'vault-missing'
  | 'vault-damaged'
  | 'vault-newer'
  | 'vault-in-use'
  | 'vault-settings'
  | 'wrong-secret'
  | 'folder-read-only'
  | 'folder-not-empty'
  | 'disk-full'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-format'
  | 'file-too-large'
  | 'typesetter'
  | 'backup-place'
  | 'backup-missing'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-of-another'
  | 'cancelled'
  | 'network';

export type Failure =
  /** The input does not have the promised shape. */
  | { readonly code: 'invalid'; readonly problems: readonly Problem[] }
  /** The operation or the record does not exist. */
  | { readonly code: 'not-found'; readonly what: string }
  /** Somebody changed the record meanwhile. */
  | { readonly code: 'conflict'; readonly what: string }
  /** A rule of the business forbids it; `rule` is a stable name such as `customers.purpose-required`. */
  | { readonly code: 'rule'; readonly rule: string; readonly facts?: Readonly<Record<string, string | number>> }
  /** The actor may not. */
  | { readonly code: 'forbidden'; readonly permission: string }
  /** The vault is locked. */
  | { readonly code: 'locked' }
  /** Something outside Steward did not work: keychain, disk, file. */
  | {
      readonly code: 'unavailable';
      readonly resource: UnavailableResource;
      readonly facts?: Readonly<Record<string, string | number>>;
    }
  /** Our mistake. The incident id finds the entry in the local log; nothing of the input is in it. */
  | { readonly code: 'bug'; readonly incident: string };

export type FailureCode = Failure['code'];

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Thrown inside main to say *no* with a name; `serve` turns it into an answer. */
export class AppError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(describeFailure(failure), options);
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** A short technical line for logs and tests. The words for people are in the renderer's and the terminal's tables. */
export function describeFailure(failure: Failure): string {
  switch (failure.code) {
    case 'invalid':
      return `invalid: ${failure.problems.map((problem) => `${problem.path.join('.') || '(input)'} ${problem.code}`).join(', ')}`;
    case 'not-found':
    case 'conflict':
      return `${failure.code}: ${failure.what}`;
    case 'rule':
      return `rule: ${failure.rule}`;
    case 'forbidden':
      return `forbidden: ${failure.permission}`;
    case 'locked':
      return 'locked';
    case 'unavailable':
      return `unavailable: ${failure.resource}`;
    case 'bug':
      return `bug: incident ${failure.incident}`;
  }
}

/** Shorthands for the failures that handlers throw most. */
export const notFound = (what: string): AppError => new AppError({ code: 'not-found', what });
export const conflict = (what: string): AppError => new AppError({ code: 'conflict', what });
export const brokenRule = (rule: string, facts?: Record<string, string | number>): AppError =>
  new AppError(facts ? { code: 'rule', rule, facts } : { code: 'rule', rule });
export const unavailable = (
  resource: UnavailableResource,
  facts?: Record<string, string | number>,
  cause?: unknown,
): AppError =>
  new AppError(facts ? { code: 'unavailable', resource, facts } : { code: 'unavailable', resource }, { cause });
export const cancelled = (): AppError => unavailable('cancelled');
