/** Questions that come up while something is asked of main: a fresh proof, or the word of somebody who works alone. */
import { create } from 'zustand';
import type { DualKind } from '#shared/domains/access/model';

export type Prompt = { readonly kind: 'proof' } | { readonly kind: 'alone'; readonly what: DualKind | 'alone-after' };

type Prompts = {
  readonly prompt: Prompt | null;
  /** Shows the question and gives the answer: go on or not. A second question waits for the first. */
  readonly ask: (prompt: Prompt) => Promise<boolean>;
  readonly answer: (goOn: boolean) => void;
};

let settle: ((goOn: boolean) => void) | null = null;
let last: Promise<unknown> = Promise.resolve();

export const usePrompts = create<Prompts>()((set) => ({
  prompt: null,
  ask: (prompt) => {
    const asked = last.then(
      () =>
        new Promise<boolean>((resolve) => {
          settle = resolve;
          set({ prompt });
        }),
    );
    last = asked;
    return asked;
  },
  answer: (goOn) => {
    set({ prompt: null });
    settle?.(goOn);
    settle = null;
  },
}));
