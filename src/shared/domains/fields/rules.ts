/** Names for the machine made from labels for people. */
import { fold } from '#shared/kernel/text';

/** Letters a to z, digits and `joint`, at most 28 characters; empty when nothing of the label is left. */
export function slugOf(label: string, joint: '-' | '_'): string {
  const words = fold(label).match(/[a-z0-9]+/g) ?? [];
  return words.join(joint).slice(0, 28).replace(/[-_]$/, '');
}
