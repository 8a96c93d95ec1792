/** What is due about vendors: reviews, contracts that end, keys to be changed, connections to be tested, and what is missing. */
import { contractDueOn } from '#shared/domains/vendors/rules';
import { dueState } from '#shared/domains/today/rules';
import type { DueKind } from '#shared/domains/today/model';
import type { Day } from '#shared/kernel/time';
import type { DueSource } from '../../ipc/due-source';
import { readRegister } from './register';

export const dueVendors: DueSource = async ({ db, law, today, language }) => {
  const { vendors, integrations, people } = await readRegister(db, { law, language, today });
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null;
  const dated = (
    kind: DueKind,
    { id, name, owner }: { readonly id: string; readonly name: string; readonly owner: string | null },
    on: Day | null,
  ) =>
    on === null || dueState(today, on) === 'later'
      ? []
      : [{ id: `${kind}:${id}`, kind, title: name, on, owner: nameOf(owner), count: 1, about: id }];
  const current = vendors.filter(({ ended }) => !ended);
  const unfinished = current.filter(({ gaps }) => gaps.length > 0).length;
  return [
    ...current.flatMap((vendor) => [
      ...dated('vendor-review-due', vendor, vendor.reviewOn),
      ...dated('vendor-contract-ends', vendor, contractDueOn(vendor)),
    ]),
    ...integrations.flatMap((integration) => [
      ...dated('integration-rotate', integration, integration.rotateDueOn),
      ...dated('integration-test', integration, integration.testDueOn),
    ]),
    ...(unfinished === 0
      ? []
      : [
          {
            id: 'vendors:gaps',
            kind: 'vendor-gaps' as const,
            title: '',
            on: null,
            owner: null,
            count: unfinished,
            about: 'vendors',
          },
        ]),
  ];
};
