/** The terminal's commands about what was out of the ordinary. */
import { AlertId } from '#shared/domains/watching/model';
import { alertSentence } from '#shared/domains/watching/words';
import { needed, oneOf, UsageError } from './arguments';
import type { Command } from './command';

function alertOf(typed: string | undefined): AlertId {
  const id = AlertId.safeParse(needed(typed, 'The ID of the alert'));
  if (!id.success) throw new UsageError('An ID of an alert looks like alr_0123456789abcdefghjk.');
  return id.data;
}

export const watchCommands: Readonly<Record<string, Command>> = {
  alerts: {
    says: 'alerts [list [--state all] [--language en|de]]|dismiss ID --reason TEXT|report ID --vault DIR',
    vault: 'open',
    takes: { list: 0, dismiss: 1, report: 1 },
    uses: { list: ['user', 'state', 'language'], dismiss: ['user', 'reason'], report: ['user'] },
    run: async ({ ask }, { words, values }) => {
      const language = oneOf(values.language, ['en', 'de'], '--language') ?? 'en';
      const look = () => ask('watching', 'look', {});
      const revisionOf = async (id: AlertId): Promise<number> =>
        (await ask('watching', 'picture', { id })).alert.revision;
      switch (words[1] ?? 'list') {
        case 'list': {
          const shown = oneOf(values.state, ['open', 'all'], '--state') ?? 'open';
          const { raised } = await look();
          const found = await ask('watching', 'list', { shown });
          return {
            value: { ...found, raised },
            lines:
              found.alerts.length === 0
                ? [`Nothing stands out in ${found.entries} entries of the trail.`]
                : found.alerts.map((alert) =>
                    [
                      alert.id,
                      alert.state,
                      alert.day,
                      alert.actor,
                      alertSentence(alert.kind, alert.numbers, language),
                    ].join('\t'),
                  ),
          };
        }
        case 'dismiss': {
          const id = alertOf(words[2]);
          const reason = needed(values.reason, '--reason');
          await look();
          const alert = await ask('watching', 'dismiss', { id, revision: await revisionOf(id), reason });
          return { value: alert, lines: [`${id} was dismissed; as much of the same stays quiet for 180 days.`] };
        }
        case 'report': {
          const id = alertOf(words[2]);
          await look();
          const alert = await ask('watching', 'report', { id, revision: await revisionOf(id) });
          return { value: alert, lines: [`${id} was reported as an incident: ${alert.report}.`] };
        }
        default:
          throw new UsageError('Say: alerts, alerts dismiss ID --reason TEXT, or alerts report ID.');
      }
    },
  },
};
