/** What every step of the set-up is given: it calls `onDone` when it has been taken. */
export type StepProps = { readonly onDone: () => void };
