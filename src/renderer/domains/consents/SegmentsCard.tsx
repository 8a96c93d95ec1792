/** Segments: whom one may write to for a purpose, counted with everybody who is left out and why, and saved as a file. */
import { Button, Group, Progress, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Segment, SegmentCount } from '#shared/domains/consents/model';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import listed from '../../ui/Listed.module.css';
import { SegmentDialog } from './SegmentDialog';
import { useTopicNames } from './topic-names';

export function SegmentsCard() {
  const w = useWords('consents');
  const mayWrite = useMay()('write', 'consents');
  const segments = useAsked('consents', 'segments', {});
  const [edited, setEdited] = useState<Segment | 'new' | null>(null);
  return (
    <Card title={w.segments.title}>
      <Text size="sm" c="dimmed">
        {w.segments.lead}
      </Text>
      <FailureNotice failure={segments.failure} />
      {segments.answer?.length === 0 && <Text>{w.segments.none}</Text>}
      <ul className={listed.list}>
        {segments.answer?.map((segment) => (
          <OneSegment key={segment.id} segment={segment} onChange={() => setEdited(segment)} />
        ))}
      </ul>
      {mayWrite && (
        <Group>
          <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited('new')}>
            {w.segments.add}
          </Button>
        </Group>
      )}
      {edited !== null && <SegmentDialog segment={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

function OneSegment({ segment, onChange }: { readonly segment: Segment; readonly onChange: () => void }) {
  const w = useWords('consents');
  const s = w.segments;
  const may = useMay();
  const { purposes } = useTopicNames();
  const count = useTask('consents', 'countSegment');
  const save = useTask('consents', 'exportSegment');
  const remove = useCommand('consents', 'removeSegment');
  const { id, name, revision } = segment;
  const purpose = purposes.find((one) => one.id === segment.purpose)?.name ?? segment.purpose;
  const busy = count.isRunning || save.isRunning;
  const counts = save.answer ?? count.answer;
  return (
    <li className={listed.item}>
      <span>
        <Text span fw={600}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {purpose} · {w.channels[segment.channel]}
          {segment.filter.tag !== undefined && ` · ${segment.filter.tag.join(', ')}`}
          {segment.filter.country !== undefined && ` · ${segment.filter.country.join(', ')}`}
        </Text>
      </span>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={count.isRunning}
          disabled={busy}
          aria-label={s.countOf(name)}
          onClick={() => {
            save.reset();
            void count.run({ id, today: localToday() });
          }}
        >
          {s.count}
        </Button>
        {may('export', 'consents') &&
          (['csv', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              size="xs"
              variant="default"
              disabled={busy}
              aria-label={format === 'csv' ? s.csvOf(name) : s.xlsxOf(name)}
              onClick={() => void save.run({ id, format, today: localToday() })}
            >
              {s[format]}
            </Button>
          ))}
        {may('write', 'consents') && (
          <>
            <Button size="xs" variant="subtle" aria-label={s.changeOf(name)} onClick={onChange}>
              {s.change}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="red"
              aria-label={s.removeOf(name)}
              onClick={() => void remove.run({ id, revision })}
            >
              {s.remove}
            </Button>
          </>
        )}
      </Group>
      <div className={listed.whole}>
        <FailureNotice failure={count.failure ?? save.failure ?? remove.failure} />
        {counts !== undefined && <Counts counts={counts} />}
        {save.answer !== undefined && (
          <Text size="sm" role="status" className={listed.words ?? ''}>
            {s.saved(save.answer.included, save.answer.file)}
          </Text>
        )}
      </div>
    </li>
  );
}

function Counts({ counts: { found, included, leftOut } }: { readonly counts: SegmentCount }) {
  const w = useWords('consents');
  const language = useLanguage();
  const share = (people: number): number => (found === 0 ? 0 : (people / found) * 100);
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {w.segments.found(found, included)}
      </Text>
      <Progress value={share(included)} color="moss" size="lg" my={4} aria-hidden />
      {leftOut.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {w.segments.leftOut}
          </Text>
          <ul className={listed.counts}>
            {leftOut.map(({ reason, people }) => (
              <li key={reason}>
                <span>{w.segments.reasons[reason]}</span>
                <Progress value={share(people)} color="clay" size="lg" aria-hidden />
                <span>{people.toLocaleString(language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
