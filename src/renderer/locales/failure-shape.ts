/** The shape of failures in words: what happened, what was kept, what to do next; the compiler complains when one is missing. */
import type { UnavailableResource } from '#shared/kernel/failures';

export type Explained = { readonly happened: string; readonly kept: string; readonly next: string };

export type FailureWords = {
  readonly unavailable: Readonly<Record<UnavailableResource, Explained>>;
  /** By the rule's name; a rule without words of its own is explained by `rule`. */
  readonly rules: Readonly<Record<string, Explained>>;
  readonly rule: Explained;
  readonly invalid: Explained;
  readonly notFound: Explained;
  readonly conflict: Explained;
  readonly forbidden: Explained;
  readonly locked: Explained;
  readonly bug: (incident: string) => Explained;
};
