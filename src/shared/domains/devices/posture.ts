/** From what the system said to answers, the same for all three systems: good, bad, or could not tell and why. */
import type { Lifecycle } from '#shared/content/pack';
import type { Day } from '#shared/kernel/time';
import { endOfLifeOf } from './lifecycle';
import type { Platform, PostureAnswer, PostureCheck, Snapshot, UnknownReason } from './model';

/** What a command printed (both streams), or why there is nothing. */
export type Said = { readonly text: string } | { readonly reason: UnknownReason };

/** A fixed question to the system: a command with its arguments, or a file to read. */
export type Probe = { readonly name: string } & (
  { readonly command: string; readonly args: readonly string[] } | { readonly file: string }
);

export type Heard = Readonly<Record<string, Said>>;

export type Verdict =
  | { readonly state: 'good' | 'bad'; readonly detail: string | null }
  | { readonly state: 'unknown'; readonly reason: UnknownReason; readonly detail?: string | null };

export const good = (detail: string | null = null): Verdict => ({ state: 'good', detail });
export const bad = (detail: string | null = null): Verdict => ({ state: 'bad', detail });
export const cannotTell = (reason: UnknownReason, detail: string | null = null): Verdict => ({
  state: 'unknown',
  reason,
  detail,
});

export type Reading = { readonly probes: readonly string[]; readonly verdict: Verdict };

/** What one system's rules make of what was heard. */
export type SystemRules = {
  readonly probes: readonly Probe[];
  readonly read: (
    heard: Heard,
  ) => Readonly<Record<Exclude<PostureCheck, 'os-version'>, Reading>> & {
    readonly os: {
      readonly probes: readonly string[];
      readonly product: string | null;
      readonly version: string | null;
      readonly title: string | null;
    };
  };
};

/** The text of a probe, or the verdict that it could not be had. */
export function textOf(heard: Heard, name: string): string | Verdict {
  const said = heard[name];
  if (said === undefined) return cannotTell('not-found');
  return 'text' in said ? said.text : cannotTell(said.reason);
}

/** Judges what matches; anything else is unclear. */
export function judgeText(heard: Heard, name: string, judge: (text: string) => Verdict | null): Verdict {
  const text = textOf(heard, name);
  return typeof text === 'string' ? (judge(text) ?? cannotTell('unclear')) : text;
}

export const describeProbe = (probe: Probe): string =>
  'file' in probe ? probe.file : [probe.command, ...probe.args].join(' ');

export function answersOf(
  rules: SystemRules,
  heard: Heard,
  lifecycles: readonly Lifecycle[],
  today: Day,
): PostureAnswer[] {
  const { os, ...read } = rules.read(heard);
  const sourceOf = (names: readonly string[]): string =>
    rules.probes
      .filter(({ name }) => names.includes(name))
      .map(describeProbe)
      .join(' · ');
  const answer = (check: PostureCheck, { probes, verdict }: Reading): PostureAnswer => ({
    check,
    state: verdict.state,
    detail: verdict.detail?.slice(0, 200) ?? null,
    reason: verdict.state === 'unknown' ? verdict.reason : null,
    source: sourceOf(probes),
  });
  return [
    answer('disk-encryption', read['disk-encryption']),
    answer('screen-lock', read['screen-lock']),
    answer('os-version', { probes: os.probes, verdict: versionVerdict(os, lifecycles, today) }),
    answer('updates', read.updates),
    answer('firewall', read.firewall),
    answer('antivirus', read.antivirus),
  ];
}

function versionVerdict(
  { product, version, title }: { product: string | null; version: string | null; title: string | null },
  lifecycles: readonly Lifecycle[],
  today: Day,
): Verdict {
  if (title === null) return cannotTell('unclear');
  const end = endOfLifeOf(lifecycles, product, version, today);
  if (end === null) return cannotTell('not-listed', title);
  const detail = end.ends === null ? title : `${title} → ${end.ends}`;
  return end.isPast ? bad(detail) : good(detail);
}

/** What differs between two snapshots, check by check. */
export function comparePosture(before: readonly PostureAnswer[], after: readonly PostureAnswer[]): Snapshot['changed'] {
  const said = ({ state, detail, reason }: PostureAnswer): string =>
    [state, detail ?? reason].filter(Boolean).join(': ');
  return after.flatMap((answer) => {
    const earlier = before.find(({ check }) => check === answer.check);
    return earlier === undefined || said(earlier) === said(answer)
      ? []
      : [{ check: answer.check, before: said(earlier), after: said(answer) }];
  });
}

export const platformOf = (platform: string): Platform =>
  platform === 'linux' ? 'linux' : platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'other';
