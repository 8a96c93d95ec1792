/** One open list: what is to be done, who ticked what and when, and devices that are still out. */
import { FormDialog } from '../../app/FormDialog';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { dueState } from '#shared/domains/today/rules';
import type { Checklist, ChecklistItem, ItemState } from '#shared/domains/training/model';
import type { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, momentIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { StateSign } from './StateSign';
import styles from './training.module.css';

type Props = { readonly list: Checklist; readonly nameOf: (id: string) => string; readonly today: Day };

export function ChecklistCard({ list, nameOf, today }: Props) {
  const words = useWords('training');
  const w = words.joining;
  const language = useLanguage();
  const mayWrite = useMay()('write', 'training');
  const tick = useCommand('training', 'tick');
  const [excused, setExcused] = useState<ChecklistItem | null>(null);
  const open = list.items.filter(({ state }) => state === 'open').length;
  const run = (item: ChecklistItem, state: ItemState, note = '') =>
    tick.run({ checklist: list.id, item: item.name, before: item.state, state, note, language, today });
  return (
    <Card title={w.heading(w.kinds[list.kind], list.name)}>
      <Text size="sm" c="dimmed">
        {w.begun(dayIn(language, list.startedAt.slice(0, 10)), nameOf(list.startedBy))} · {w.open(open)}
      </Text>
      {excused === null && <FailureNotice failure={tick.failure} />}
      <ul className={styles.list}>
        {list.items.map((item) => (
          <li key={item.name} className={styles.item}>
            <div>
              <Text fw={item.state === 'open' ? 600 : 400}>{item.words}</Text>
              <ItemSign item={item} today={today} nameOf={nameOf} />
              {item.note !== '' && (
                <Text size="sm" className={styles.words ?? ''}>
                  {item.note}
                </Text>
              )}
            </div>
            {mayWrite && (
              <Group gap="xs">
                {item.state === 'open' ? (
                  <>
                    <Button
                      size="xs"
                      leftSection={<IconCheck size={15} aria-hidden />}
                      aria-label={w.doneOne(item.words)}
                      onClick={() => void run(item, 'done')}
                    >
                      {w.done}
                    </Button>
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={w.notNeededOne(item.words)}
                      onClick={() => setExcused(item)}
                    >
                      {w.notNeeded}
                    </Button>
                  </>
                ) : (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={w.undoOne(item.words)}
                    onClick={() => void run(item, 'open')}
                  >
                    {w.undo}
                  </Button>
                )}
              </Group>
            )}
          </li>
        ))}
      </ul>
      {list.devices.length > 0 && <Devices list={list} today={today} />}
      {excused !== null && (
        <ExcuseDialog
          title={excused.words}
          isRunning={tick.isRunning}
          failure={tick.failure}
          onClose={() => setExcused(null)}
          onSave={async (note) => (await run(excused, 'not-needed', note)) !== undefined}
        />
      )}
    </Card>
  );
}

type SignProps = { readonly item: ChecklistItem; readonly today: Day; readonly nameOf: Props['nameOf'] };

function ItemSign({ item, today, nameOf }: SignProps) {
  const words = useWords('training');
  const w = words.joining;
  const language = useLanguage();
  if (item.state !== 'open')
    return (
      <StateSign state="up-to-date">
        {w.ticked(w.states[item.state], nameOf(item.by ?? ''), momentIn(language, item.at ?? ''))}
      </StateSign>
    );
  const day = dayIn(language, item.dueOn);
  const isLate = dueState(today, item.dueOn) === 'overdue';
  return <StateSign state={isLate ? 'overdue' : 'due'}>{isLate ? words.overdue(day) : words.due(day)}</StateSign>;
}

function Devices({ list, today }: { readonly list: Checklist; readonly today: Day }) {
  const w = useWords('training').joining;
  const kinds = useWords('devices').kinds as Readonly<Record<string, string>>;
  const language = useLanguage();
  const mayWrite = useMay()('write', 'training');
  const settle = useCommand('training', 'settleDevice');
  const run = (device: Checklist['devices'][number], outcome: 'returned' | 'lost') =>
    void settle.run({ checklist: list.id, device: device.id, revision: device.revision, outcome, language, today });
  return (
    <>
      <Text fw={600}>{w.devices}</Text>
      <Text size="sm" c="dimmed">
        {w.lostLead}
      </Text>
      <FailureNotice failure={settle.failure} />
      <ul className={styles.list}>
        {list.devices.map((device) => (
          <li key={device.id} className={styles.item}>
            <Text>
              {device.name} · {kinds[device.kind] ?? device.kind}
            </Text>
            {mayWrite && (
              <Group gap="xs">
                <Button size="xs" aria-label={w.returnedOne(device.name)} onClick={() => run(device, 'returned')}>
                  {w.returned}
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={w.lostOne(device.name)}
                  onClick={() => run(device, 'lost')}
                >
                  {w.lost}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type ExcuseProps = Pick<Parameters<typeof FormDialog>[0], 'title' | 'isRunning' | 'failure' | 'onClose'> & {
  readonly onSave: (note: string) => Promise<boolean>;
};

function ExcuseDialog({ onSave, ...dialog }: ExcuseProps) {
  const w = useWords('training').joining;
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      {...dialog}
      onSave={async () => {
        setTried(true);
        return note.trim() !== '' && onSave(note);
      }}
    >
      <Textarea
        data-autofocus
        label={w.why}
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        error={tried && note.trim() === '' ? w.whyNeeded : null}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
