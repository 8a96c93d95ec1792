/** Looks at this computer and makes a snapshot of it, beside the one before. */
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { PostureAnswer, PostureCounts, Snapshot } from '#shared/domains/devices/model';
import { answersOf, comparePosture, platformOf, type SystemRules } from '#shared/domains/devices/posture';
import { linuxRules } from '#shared/domains/devices/posture-linux';
import { macosRules } from '#shared/domains/devices/posture-macos';
import { windowsRules } from '#shared/domains/devices/posture-windows';
import { brokenRule } from '#shared/kernel/failures';
import type { Day } from '#shared/kernel/time';
import type { TaskContext } from '../../ipc/context';
import { hear } from './ask-system';
import { insertSnapshot, listSnapshots } from './store';

const rulesFor: Readonly<Record<Snapshot['platform'], SystemRules | null>> = {
  linux: linuxRules,
  macos: macosRules,
  windows: windowsRules,
  other: null,
};

type CheckedPosture = Snapshot & { readonly counts: z.infer<typeof PostureCounts> };

export async function checkThisComputer(context: TaskContext): Promise<CheckedPosture> {
  const { now, newId, caller, workbench, signal } = context;
  const platform = platformOf(process.platform);
  const rules = rulesFor[platform];
  if (rules === null) throw brokenRule('devices.unknown-system');
  const heard = await hear(rules.probes, signal);
  const { lifecycles } = workbench.law.current();
  const answers = answersOf(rules, heard, lifecycles, now().slice(0, 10) as Day);
  const [last] = await listSnapshots(context.read(), 1);
  const snapshot: Snapshot = {
    id: newId('pos') as Snapshot['id'],
    at: now(),
    by: caller.actor.id,
    platform,
    answers,
    digest: digestOf(answers),
    changed: last === undefined ? [] : comparePosture(last.answers, answers),
  };
  return context.finish(async (db) => {
    await insertSnapshot(db, snapshot);
    const of = (wanted: PostureAnswer['state']): number => answers.filter(({ state }) => state === wanted).length;
    return { ...snapshot, counts: { good: of('good'), bad: of('bad'), unknown: of('unknown') } };
  });
}

/** Over the canonical JSON of the answers, so that anybody can work it out from an export. */
export const digestOf = (answers: readonly PostureAnswer[]): string =>
  createHash('sha256')
    .update(canonicalize(answers) ?? '')
    .digest('hex');
