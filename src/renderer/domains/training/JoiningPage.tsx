/** Joining and leaving: every open list with what is still to be done, and the finished ones. */
import { FormDialog } from '../../app/FormDialog';
import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Checklist, MemberId, TrainingPicture } from '#shared/domains/training/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { ChecklistCard } from './ChecklistCard';
import { TrainingTabs } from './TrainingTabs';

export function JoiningPage() {
  const w = useWords('training').joining;
  const language = useLanguage();
  const mayWrite = useMay()('write', 'training');
  const asked = useAsked('training', 'checklists', { language });
  const { answer: picture } = useAsked('training', 'picture', { language, today: localToday() });
  const [starting, setStarting] = useState(false);
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {mayWrite && picture !== undefined && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setStarting(true)}>
            {w.start}
          </Button>
        )}
      </PageHead>
      <TrainingTabs here="joining" />
      <AskedPage asked={asked}>{(lists) => <Lists lists={lists} picture={picture} />}</AskedPage>
      {starting && picture !== undefined && <StartDialog picture={picture} onClose={() => setStarting(false)} />}
    </Stack>
  );
}

type ListsProps = { readonly lists: readonly Checklist[]; readonly picture: TrainingPicture | undefined };

function Lists({ lists, picture }: ListsProps) {
  const w = useWords('training').joining;
  const language = useLanguage();
  const open = lists.filter(({ finishedAt }) => finishedAt === null);
  const done = lists.filter(({ finishedAt }) => finishedAt !== null);
  const nameOf = (id: string): string => picture?.members.find((member) => member.id === id)?.name ?? id;
  return (
    <>
      {open.length === 0 && <EmptyState icon={<IconUserPlus aria-hidden />} title={w.none} lines={w.noneLines} />}
      {open.map((list) => (
        <ChecklistCard key={list.id} list={list} nameOf={nameOf} today={picture?.today ?? localToday()} />
      ))}
      {done.length > 0 && (
        <Card title={w.older}>
          {done.map((list) => (
            <details key={list.id}>
              <summary>
                {w.heading(w.kinds[list.kind], list.name)},{' '}
                {w.finished(dayIn(language, list.finishedAt?.slice(0, 10) ?? ''))}
              </summary>
              {list.items.map((item) => (
                <Text key={item.name} size="sm">
                  {item.words}:{' '}
                  {w.ticked(w.states[item.state], nameOf(item.by ?? ''), dayIn(language, item.at?.slice(0, 10) ?? ''))}
                  {item.note !== '' && ` (${item.note})`}
                </Text>
              ))}
            </details>
          ))}
        </Card>
      )}
    </>
  );
}

function StartDialog({ picture, onClose }: { readonly picture: TrainingPicture; readonly onClose: () => void }) {
  const w = useWords('training').joining;
  const language = useLanguage();
  const start = useCommand('training', 'startChecklist');
  const [member, setMember] = useState<string>(picture.members[0]?.id ?? '');
  const [kind, setKind] = useState<Checklist['kind']>('joining');
  return (
    <FormDialog
      title={w.startTitle}
      save={w.start}
      isRunning={start.isRunning}
      failure={start.failure}
      onClose={onClose}
      onSave={async () => (await start.run({ member: member as MemberId, kind, language })) !== undefined}
    >
      <NativeSelect
        data-autofocus
        label={w.who}
        value={member}
        data={picture.members.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setMember(event.currentTarget.value)}
      />
      <NativeSelect
        label={w.kind}
        value={kind}
        data={(['joining', 'leaving'] as const).map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(event) => setKind(event.currentTarget.value as Checklist['kind'])}
      />
    </FormDialog>
  );
}
