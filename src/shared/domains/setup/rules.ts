/** Where the set-up stands, and which fields serve nothing the business wants. */
import type { Field } from '#shared/domains/fields/model';
import type { Instant } from '#shared/kernel/time';
import { type SetupState, SetupStep, type StepState } from './model';

type Marked = { readonly step: SetupStep; readonly state: StepState; readonly at: Instant };

export function setupState(marked: readonly Marked[]): SetupState {
  const steps = SetupStep.options.map((name) => {
    const mark = marked.find(({ step }) => step === name);
    return { name, state: mark?.state ?? ('open' as const), at: mark?.at ?? null };
  });
  const moments = marked.map(({ at }) => at).toSorted();
  return {
    steps,
    startedAt: moments[0] ?? null,
    finishedAt: steps.some(({ state }) => state === 'open') ? null : (moments.at(-1) ?? null),
  };
}

/** A field serves an objective that names it, or whose purpose is its own. */
export function questionedFields(
  fields: readonly Field[],
  chosen: readonly { readonly purpose: string; readonly fields: readonly string[] }[],
): Field[] {
  if (chosen.length === 0) return [];
  return fields.filter(
    ({ name, purpose, custom }) =>
      !chosen.some((objective) => objective.fields.includes(name) || (custom && objective.purpose === purpose)),
  );
}
