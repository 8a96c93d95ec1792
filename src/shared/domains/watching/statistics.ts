/** Robust statistics: the middle and the spread of a person's days, which a few wild days cannot move. */

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Makes the median absolute deviation comparable with a standard deviation (for normal data). */
const madScale = 1.4826;

export type Caution = {
  /** Below this it is never an alert. */
  readonly floor: number;
  /** It must be so many times the most of any other day. */
  readonly times: number;
  /** The least spread of the logarithms that is believed: steady people are allowed to vary, too. */
  readonly spread: number;
};

/** So many spreads above the middle. */
const deviations = 5;

/**
 * From where on a value stands out of `history`: five robust deviations above the median, on a logarithmic scale because
 * amounts of work are skewed, and clearly above the most that ever was.
 */
export function robustLimit(history: readonly number[], { floor, times, spread }: Caution): number {
  const logs = history.map((value) => Math.log1p(value));
  const middle = median(logs);
  const deviation = Math.max(spread, madScale * median(logs.map((value) => Math.abs(value - middle))));
  return Math.max(floor, times * Math.max(0, ...history), Math.expm1(middle + deviations * deviation));
}
