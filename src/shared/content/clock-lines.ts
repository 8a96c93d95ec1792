/** One question a line in, one answer a line out, as JSON: what `steward clock` reads and writes. A line that makes no sense spoils only itself. */
import type { ClockEngine } from './clock-engine';
import { ClockRefusal, type ClockProblem } from './clock-refusal';

type LineId = string | number | null;

/**
 * Answers one line: `{"id","due","because":[{step,date,cite}]}`, or `{"id","error":{code,message,problems}}`. `due` is null
 * where there is no such duty or no date in law; the reasons say which. Other parts of the line are left alone, so that a file of
 * cases with notes and expected dates can be piped in. Never throws for a line's content.
 */
export function answerClockLine(line: string, engine: ClockEngine): string {
  let id: LineId = null;
  try {
    const question = parseLine(line);
    id = question.id;
    const { due, because } = engine.answer(question);
    return JSON.stringify({ id, due, because });
  } catch (error) {
    if (!(error instanceof ClockRefusal)) throw error;
    const [first] = error.clockProblems;
    if (error instanceof LineRefusal) id = error.lineId;
    return JSON.stringify({
      id,
      error: {
        code: first?.code ?? 'bad-line',
        message: error.clockProblems.map(({ message }) => message).join(' '),
        problems: error.clockProblems,
      },
    });
  }
}

class LineRefusal extends ClockRefusal {
  readonly lineId: LineId;
  constructor(lineId: LineId, problems: readonly ClockProblem[]) {
    super(problems);
    this.lineId = lineId;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseLine(line: string): {
  id: LineId;
  clock: string;
  place: string;
  start: string;
  facts: Record<string, unknown>;
} {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LineRefusal(null, [{ code: 'bad-line', path: [], message: 'The line is not JSON.' }]);
  }
  if (!isRecord(value))
    throw new LineRefusal(null, [{ code: 'bad-line', path: [], message: 'The line is not a JSON object.' }]);
  const id = typeof value['id'] === 'string' || typeof value['id'] === 'number' ? value['id'] : null;
  const problems: ClockProblem[] = [];
  const textOf = (key: 'clock' | 'place' | 'start'): string => {
    const text = value[key];
    if (typeof text === 'string') return text;
    problems.push({ code: 'bad-line', path: [key], message: `The line has no ${key}, or it is not text.` });
    return '';
  };
  const [clock, place, start] = [textOf('clock'), textOf('place'), textOf('start')];
  const facts = value['facts'] ?? {};
  if (!isRecord(facts))
    problems.push({ code: 'bad-line', path: ['facts'], message: 'The facts are not a JSON object.' });
  if (problems.length > 0) throw new LineRefusal(id, problems);
  return { id, clock, place, start, facts: facts as Record<string, unknown> };
}
