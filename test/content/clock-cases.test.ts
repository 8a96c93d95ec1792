/** The dates the law's own examples give: one row a case. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClockQuestion } from '#shared/content/clock-engine';
import { answerClockLine } from '#shared/content/clock-lines';
import { engine } from './harness';

type Case = Required<ClockQuestion> & { readonly id: string; readonly due: string | null };
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'clock-vectors.json'), 'utf8')) as Case[];

describe('clock cases', () => {
  it.each(cases)('$id $clock $place from $start', ({ clock, place, start, facts, due }) => {
    expect(engine.answer({ clock, place, start, facts }).due).toBe(due);
  });
});

/**
 * Worked out by a reference of its own (Python, with holiday lists typed in by hand from the law files), as lines for the
 * terminal: twenty-two countries, month ends, both clock changes, pauses across a fresh start, every place of the breach
 * laws on both sides of its threshold, every State privacy law.
 */
describe('cases from the texts of the laws', () => {
  const lines = readFileSync(join(import.meta.dirname, 'clock-own-cases.jsonl'), 'utf8')
    .trim()
    .split('\n');

  it('are many, and of every breach law', () => {
    expect(lines.length).toBeGreaterThan(400);
    const read = lines.map((line) => JSON.parse(line) as Case);
    for (const clock of ['breach.individuals', 'breach.regulator'])
      expect(new Set(read.filter((one) => one.clock === clock).map(({ place }) => place)).size).toBe(52);
  });

  it.each(lines.map((line) => [line]))('%s', (line) => {
    const { id, due } = JSON.parse(line) as Case;
    expect(JSON.parse(answerClockLine(line, engine))).toMatchObject({ id, due });
  });
});
