/** Taking times and judging them against a target. */
let over = 0;
/** How many figures were over their target so far. */
export const verdictsOver = (): number => over;

export async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** `work` may hand back what is to be done after the clock was read. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < times; round += 1) {
    // Answers from memory come without a turn of the loop between them, and the rounds would count as one stall.
    await new Promise((resolve) => setImmediate(resolve));
    const start = performance.now();
    const after = await work();
    all.push(performance.now() - start);
    if (typeof after === 'function') await (after as () => Promise<void>)();
  }
  return all;
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function at(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
}
export function median(times: readonly number[]): number {
  return at(times, 0.5);
}
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
export function verdict(name: string, times: readonly number[], target: number, plain?: readonly number[]): void {
  const p95 = at(times, 0.95);
  if (p95 > target) over += 1;
  const ratio = plain === undefined ? '' : `, ${(median(times) / median(plain)).toFixed(1)}× unencrypted`;
  say(
    `  ${p95 <= target ? 'ok  ' : 'OVER'}  ${name}: median ${median(times).toFixed(1)}, p95 ${p95.toFixed(1)} ms (target ${target})${ratio}`,
  );
}
export function check(name: string, value: number, target: number, more = ''): void {
  if (value > target) over += 1;
  say(`  ${value <= target ? 'ok  ' : 'OVER'}  ${name}: ${value.toFixed(1)} (target ${target})${more}`);
}
