/** What it takes to send personal data from one country to another, as far as the packs know. */
import type { TransferNeed } from './model';

export type Geography = {
  /** Countries between which data move freely: the European Economic Area. */
  readonly area: ReadonlySet<string>;
  /** `adequate`: decided to protect as well. `partly`: only some recipients there. */
  readonly adequacyOf: (country: string) => 'adequate' | 'partly' | 'none';
};

/** `none`: no border is crossed that a law minds; `abroad`: one is, but the law at home asks for no tool. */
export function transferNeed(home: string | null, to: string | null, { area, adequacyOf }: Geography): TransferNeed {
  if (to === null || home === null || to === home) return 'none';
  const bound = area.has(home) || home === 'GB';
  if (!bound) return 'abroad';
  if (area.has(home) && area.has(to)) return 'none';
  if (home === 'GB' && area.has(to)) return 'adequate';
  return adequacyOf(to) === 'adequate' ? 'adequate' : 'tool';
}
