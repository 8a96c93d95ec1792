/** The dates the law's own examples give: one row a case. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClockQuestion } from '#shared/content/clock-engine';
import { engine } from './harness';

type Case = Required<ClockQuestion> & { readonly id: string; readonly due: string | null };
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'clock-vectors.json'), 'utf8')) as Case[];

describe('clock cases', () => {
  it.each(cases)('$id $clock $place from $start', ({ clock, place, start, facts, due }) => {
    expect(engine.answer({ clock, place, start, facts }).due).toBe(due);
  });
});
