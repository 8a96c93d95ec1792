/** What may be asked about devices, software and this computer. */
import { z } from 'zod';
import { command, query, task } from '#shared/kernel/operations';
import { Day } from '#shared/kernel/time';
import { Device, DeviceDraft, DeviceId, PostureCounts, Snapshot } from './model';

export const devices = {
  list: query({ may: 'read', input: z.strictObject({ today: Day.optional() }), output: z.array(Device) }),
  /** The products whose end of support is known, with their versions, newest first. */
  products: query({
    may: 'read',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ product: z.string(), title: z.string(), versions: z.array(z.string()) })),
  }),
  add: command({
    may: 'write',
    records: 'added',
    input: DeviceDraft,
    output: Device,
    about: (_input, output) => [output.id],
    facts: (input) => ({ kind: input.kind }),
  }),
  change: command({
    may: 'write',
    records: 'changed',
    input: z.strictObject({ id: DeviceId, revision: z.int().positive(), device: DeviceDraft }),
    output: Device,
    about: (input) => [input.id],
    facts: (input) => ({ kind: input.device.kind, state: input.device.state }),
  }),
  /** Asks this computer, with fixed commands and without a network; what was found is kept as evidence. */
  check: task({
    may: 'write',
    records: 'checked',
    input: z.strictObject({}),
    output: Snapshot.extend({ counts: PostureCounts }),
    about: (_input, output) => [output.id],
    facts: (_input, output) => ({
      good: output.counts.good,
      bad: output.counts.bad,
      unknown: output.counts.unknown,
      sha256: output.digest,
    }),
  }),
  /** Every snapshot, newest first. */
  snapshots: query({
    may: 'read',
    input: z.strictObject({ limit: z.int().min(1).max(200).default(20) }),
    output: z.array(Snapshot),
  }),
};
