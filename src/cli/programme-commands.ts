/** The terminal's commands about the audit programme. */
import { CheckName, CheckResult, FindingDraft, Severity } from '#shared/domains/audits/model';
import { EvidenceId } from '#shared/domains/evidence/model';
import { Day, daysLater, instantOf, localDay } from '#shared/kernel/time';
import { needed, oneOf, UsageError } from './arguments';
import type { Command } from './command';

function dayOf(typed: string | undefined, otherwise: Day, what: string): Day {
  if (typed === undefined) return otherwise;
  const day = Day.safeParse(typed);
  if (!day.success) throw new UsageError(`${what} must be a day like 2026-11-24.`);
  return day.data;
}

function checkOf(typed: string | undefined): CheckName {
  const name = CheckName.safeParse(needed(typed, 'The name of the check'));
  if (!name.success) throw new UsageError('A check is named as audits list says it, like audits:restore.');
  return name.data;
}

export const programmeCommands: Readonly<Record<string, Command>> = {
  audits: {
    says: 'audits [list]|begin|record NAME --state fine|findings|could-not [--note TEXT] [--reviewed DAY] [--for EVIDENCE] [--reason FINDING --severity low|middle|high --due DAY] --vault DIR',
    vault: 'open',
    takes: { list: 0, begin: 0, record: 1 },
    uses: {
      list: ['user', 'language'],
      begin: ['user', 'language'],
      record: ['user', 'state', 'note', 'reviewed', 'for', 'reason', 'severity', 'due'],
    },
    run: async ({ ask }, { words, values }) => {
      const language = oneOf(values.language, ['en', 'de'], '--language') ?? 'en';
      const today = localDay(instantOf(new Date()));
      switch (words[1] ?? 'list') {
        case 'list': {
          const programme = await ask('audits', 'list', { language });
          const nameOf = (id: string | null): string => programme.people.find((one) => one.id === id)?.name ?? '';
          return {
            value: programme,
            lines: [
              ...programme.checks.map((check) =>
                [
                  check.name,
                  check.dueOn ?? 'off',
                  check.title,
                  nameOf(check.responsible),
                  check.last[0] === undefined ? 'never' : `${check.last[0].result} ${check.last[0].on}`,
                ].join('\t'),
              ),
              ...programme.findings.map((finding) =>
                [finding.id, finding.dueOn, finding.words, nameOf(finding.responsible), finding.severity].join('\t'),
              ),
            ],
          };
        }
        case 'begin': {
          const { taken } = await ask('audits', 'begin', { language });
          return { value: { taken }, lines: [`Taken into the programme: ${taken.length} checks.`] };
        }
        case 'record': {
          const result = oneOf(needed(values.state, '--state'), CheckResult.options, '--state') ?? 'fine';
          const evidence = (values.for ?? []).map((typed) => {
            const id = EvidenceId.safeParse(typed);
            if (!id.success) throw new UsageError('An ID of evidence looks like evi_0123456789abcdefghjk.');
            return id.data;
          });
          const finding = FindingDraft.safeParse({
            words: values.reason,
            severity: oneOf(values.severity, Severity.options, '--severity') ?? 'middle',
            responsible: null,
            dueOn: dayOf(values.due, daysLater(today, 14), '--due'),
          });
          if (values.reason === undefined && (values.severity ?? values.due) !== undefined)
            throw new UsageError('--severity and --due belong to a finding: say in --reason what was found.');
          if (values.reason !== undefined && !finding.success)
            throw new UsageError('--reason says in one line what was found.');
          const done = await ask('audits', 'record', {
            record: {
              check: checkOf(words[2]),
              on: dayOf(values.reviewed, today, '--reviewed'),
              result,
              words: values.note ?? '',
              evidence,
              findings: finding.success ? [finding.data] : [],
            },
          });
          return {
            value: done,
            lines: [
              `Recorded as ${done.record.id}; due next on ${done.dueOn ?? '(off)'}.`,
              ...done.findings.map(({ id, dueOn }) => `Finding ${id} is to be settled by ${dueOn}.`),
            ],
          };
        }
        default:
          throw new UsageError('Say: audits list, audits begin, or audits record NAME --state fine.');
      }
    },
  },
};
