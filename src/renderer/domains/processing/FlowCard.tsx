/** Where data go: a picture to move about in, the same as a list for everybody, and as a file. */
import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { flowOf, type FlowNode } from '#shared/domains/processing/flow';
import type { RecordContent } from '#shared/domains/processing/model';
import { flowWordsIn } from '#shared/domains/processing/record-paper';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useMay } from '../../app/session';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './RecordPage.module.css';

// The drawing kit is large and not needed by those who read the list.
const FlowPicture = lazy(async () => ({ default: (await import('./FlowPicture')).FlowPicture }));

export function FlowCard({ content }: { readonly content: RecordContent }) {
  const w = useWords('processing');
  const language = useLanguage();
  const save = useTask('processing', 'exportFlow');
  const mayExport = useMay()('export', 'processing');
  const [view, setView] = useState<string>('picture');
  const flow = useMemo(() => flowOf(content, flowWordsIn(language)), [content, language]);
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const called = (node: FlowNode | undefined): string =>
    node === undefined ? '' : node.place === '' ? node.label : `${node.label} (${node.place})`;
  if (flow.edges.length === 0)
    return (
      <Card title={w.flow}>
        <Text c="dimmed">{w.flowNone}</Text>
      </Card>
    );
  return (
    <Card title={w.flow}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={620}>
          {w.flowLead}
        </Text>
        <SegmentedControl
          aria-label={w.flowView}
          size="xs"
          value={view}
          onChange={setView}
          data={[
            { value: 'picture', label: w.flowPicture },
            { value: 'list', label: w.flowList },
          ]}
        />
      </Group>
      {view === 'picture' ? (
        <Suspense fallback={<Loading />}>
          <FlowPicture flow={flow} />
        </Suspense>
      ) : (
        <ul className={styles.list} aria-label={w.flow}>
          {flow.edges.map(({ from, to, activities, abroad }) => {
            const target = nodes.get(to);
            const signs = [
              ...(abroad ? [w.flowAbroad] : []),
              ...(nodes.get(from)?.sensitive === true && target?.sensitive === true ? [w.flowSensitive] : []),
              ...(target?.open === true ? [w.flowOpen] : []),
            ];
            return (
              <li key={`${from} ${to}`} className={styles.item}>
                <div>
                  <Text fw={600}>{w.flowRow(called(nodes.get(from)), called(target))}</Text>
                  <Text size="sm" c="dimmed">
                    {[w.flowIn(activities.join(', ')), ...signs].join(' · ')}
                  </Text>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <FailureNotice failure={save.failure} />
      {save.answer !== undefined && (
        <Text size="sm" role="status">
          {w.flowSaved(save.answer.file)}
        </Text>
      )}
      {mayExport && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPhotoDown size={18} aria-hidden />}
            loading={save.isRunning}
            onClick={() => void save.run({ language })}
          >
            {w.flowSave}
          </Button>
        </Group>
      )}
    </Card>
  );
}
