/** The terminal's commands about how long things are kept. */
import { needed, UsageError, wholeNumber } from './arguments';
import type { Command } from './command';

const numbers = new Intl.NumberFormat('en');

export const retentionCommands: Readonly<Record<string, Command>> = {
  retention: {
    says: 'retention [simulate]|rules|run --limit EXPECTED --vault DIR',
    vault: 'open',
    takes: { simulate: 0, rules: 0, run: 0 },
    uses: { simulate: ['user'], rules: ['user'], run: ['user', 'limit'] },
    run: async ({ ask }, { words, values }) => {
      switch (words[1] ?? 'simulate') {
        case 'simulate': {
          const said = await ask('retention', 'simulate', {});
          return {
            value: said,
            lines: [
              `${numbers.format(said.canGo)} of ${numbers.format(said.people)} people could go.`,
              ...said.stays.map(({ reason, people, from, until }) =>
                [reason, people, from ?? '', until ?? ''].join('\t'),
              ),
              ...(said.canGo > 0 ? [`To remove them: steward retention run --limit ${said.canGo} --vault DIR`] : []),
            ],
          };
        }
        case 'rules': {
          const rules = await ask('retention', 'rules', {});
          return {
            value: rules,
            lines: rules.map(({ class: id, period }) =>
              period === null
                ? `${id}\tno rule`
                : [
                    id,
                    `${period.amount} ${period.unit}${period.yearEnd ? ' from the end of the year' : ''}`,
                    period.starts.join(','),
                    period.because,
                  ].join('\t'),
            ),
          };
        }
        case 'run': {
          const expected = wholeNumber(needed(values.limit, '--limit EXPECTED'), 1, '--limit', 1, 100_000_000);
          const run = await ask('retention', 'run', { expected });
          return {
            value: run,
            lines: [
              `${numbers.format(run.removed)} people removed, ${numbers.format(run.stayed)} stayed.`,
              `Certificate ${run.id}, digest ${run.digest}`,
            ],
          };
        }
        default:
          throw new UsageError('Say: retention simulate, retention rules or retention run --limit EXPECTED.');
      }
    },
  },
};
