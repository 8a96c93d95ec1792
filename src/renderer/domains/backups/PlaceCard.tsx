/** One place: how it stands, when it was last seen to be whole, and what can be done with it. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackupPlace } from '#shared/domains/backups/model';
import type { Progress } from '#shared/kernel/operations';
import type { Instant } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { useBytes } from './bytes';
import { DrillDialog } from './DrillDialog';
import { RestoreDialog } from './RestoreDialog';

const signs = { good: IconCheck, ageing: IconClock, bad: IconAlertTriangle } as const;

export function PlaceCard({ place }: { readonly place: BackupPlace }) {
  const w = useWords('backups');
  const language = useLanguage();
  const bytes = useBytes();
  const run = useTask('backups', 'run');
  const check = useTask('backups', 'check');
  const remove = useCommand('backups', 'removePlace');
  const [open, setOpen] = useState<'drill' | 'restore' | null>(null);
  const when = (moment: string): string => momentIn(language, moment as Instant);
  const at = { place: place.id };
  const running = run.isRunning ? run : check.isRunning ? check : null;
  const Sign = signs[place.light];
  const damages = check.answer?.damages ?? [];
  return (
    <Card title={place.name}>
      <Group gap="sm">
        <Group gap={6}>
          <Sign size={18} aria-hidden />
          <Text fw={650}>{w.lights[place.light]}</Text>
        </Group>
        <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {place.where}
        </Text>
      </Group>
      <Stack gap={2}>
        <Text>{place.lastGood === null ? w.noGood : w.lastGood(when(place.lastGood))}</Text>
        {place.lastRead !== null && <Text>{w.lastRead(when(place.lastRead))}</Text>}
        <Text>{place.lastDrill === null ? w.noDrill : w.lastDrill(when(place.lastDrill))}</Text>
        {place.missedSince !== null && <Text fw={600}>{w.missed(when(place.missedSince))}</Text>}
        <Text c="dimmed">{place.nextDue === null ? w.noNext : w.next(when(place.nextDue))}</Text>
      </Stack>
      <Group gap="xs">
        <Button loading={run.isRunning} aria-label={w.runAt(place.name)} onClick={() => void run.run(at)}>
          {w.run}
        </Button>
        <Button
          variant="default"
          loading={check.isRunning}
          aria-label={w.checkAt(place.name)}
          onClick={() => void check.run(at)}
        >
          {w.check}
        </Button>
        <Button variant="default" aria-label={w.drillAt(place.name)} onClick={() => setOpen('drill')}>
          {w.drill}
        </Button>
        <Button variant="default" aria-label={w.restoreAt(place.name)} onClick={() => setOpen('restore')}>
          {w.restore}
        </Button>
        <Button
          variant="subtle"
          aria-label={w.removeAt(place.name)}
          onClick={() => void remove.run({ id: place.id, revision: place.revision })}
        >
          {w.remove}
        </Button>
      </Group>
      {running !== null && <Moving progress={running.progress} onStop={running.cancel} />}
      <div role="status">
        {run.answer !== undefined && <Text>{w.made(bytes(run.answer.bytes))}</Text>}
        {check.answer !== undefined && damages.length === 0 && <Text>{w.wholly(check.answer.backups)}</Text>}
        {damages.length > 0 && <Text fw={600}>{w.damaged(damages.map(({ item }) => item).join(', '))}</Text>}
      </div>
      <FailureNotice failure={run.failure ?? check.failure ?? remove.failure} />
      {open === 'drill' && <DrillDialog place={place} onClose={() => setOpen(null)} />}
      {open === 'restore' && <RestoreDialog place={place} onClose={() => setOpen(null)} />}
    </Card>
  );
}

type MovingProps = { readonly progress: Progress | null; readonly onStop: () => void };

function Moving({ progress, onStop }: MovingProps) {
  const w = useWords('backups');
  const bytes = useBytes();
  const stage = progress === null ? '' : (w.stages[progress.stage] ?? '');
  const part =
    progress === null || progress.total === null
      ? ''
      : progress.unit === 'bytes'
        ? `${bytes(progress.done)} / ${bytes(progress.total)}`
        : `${progress.done} / ${progress.total}`;
  return (
    <Group gap="sm">
      <Text size="sm">{w.moved(stage, part)}</Text>
      <Button variant="subtle" size="xs" onClick={onStop}>
        {w.stop}
      </Button>
    </Group>
  );
}
