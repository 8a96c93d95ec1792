/** What is due of the record: gaps between it and the store, and activities to look at again. */
import { dueState } from '#shared/domains/today/rules';
import type { DueSource } from '../../ipc/due-source';
import { readRecord } from './gather';

export const dueRecord: DueSource = async ({ db, law, today }) => {
  const { content, gaps } = await readRecord(db, law, today);
  // Nobody is reminded of a record before it was begun: the set-up asks for it.
  if (content.entries.length === 0) return [];
  const silent = gaps.filter((gap) => gap.kind === 'purpose' && gap.fields.length > 0);
  const rest = gaps.length - silent.length;
  const waiting = { title: '', on: null, owner: null, about: 'record' } as const;
  return [
    ...(silent.length === 0
      ? []
      : [{ ...waiting, id: 'record:not-recorded', kind: 'record-not-recorded' as const, count: silent.length }]),
    ...(rest === 0 ? [] : [{ ...waiting, id: 'record:gaps', kind: 'record-gaps' as const, count: rest }]),
    ...content.entries
      .filter(({ reviewOn }) => reviewOn !== null && dueState(today, reviewOn) !== 'later')
      .map(({ id, title, reviewOn, owner }) => ({
        id: `record:${id}`,
        kind: 'record-review-due' as const,
        title,
        on: reviewOn,
        owner: owner?.name ?? null,
        count: 1,
        about: id,
      })),
  ];
};
