/** What did not fit when the vault was opened: what it is, what it can mean, what to do, until somebody has looked into it. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { TrailFinding } from '#shared/domains/trail/model';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn, numberIn } from '../../app/language';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

export function Findings({ findings }: { readonly findings: readonly TrailFinding[] }) {
  const w = useWords('trail');
  const language = useLanguage();
  const settle = useCommand('trail', 'settleFinding');
  if (findings.length === 0) return null;
  return (
    <Stack gap="sm">
      <FailureNotice failure={settle.failure} />
      {findings.map(({ id, at, found, source, expected, size }) => {
        const { mark, means, next } = w.found[found];
        return (
          <Alert key={id} role="alert" color="clay" title={w.foundTitle}>
            <Stack gap="xs">
              <Text size="sm" fw={600}>
                {mark(numberIn(language, expected ?? 0), numberIn(language, size))} {source === 'kept' && w.foundKept}
              </Text>
              <Text size="sm">{means}</Text>
              <Text size="sm">{next}</Text>
              <Group justify="space-between">
                <Text size="xs" component="time" dateTime={at}>
                  {momentIn(language, at)}
                </Text>
                <Button size="xs" variant="default" loading={settle.isRunning} onClick={() => void settle.run({ id })}>
                  {w.settle}
                </Button>
              </Group>
            </Stack>
          </Alert>
        );
      })}
    </Stack>
  );
}
