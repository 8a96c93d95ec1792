/** People who may be in the list twice, one group at a time: keep one record of them, or say they are different people. */
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconGitMerge, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { CustomerId, DuplicateCluster } from '#shared/domains/customers/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { ComparePeople } from './ComparePeople';
import styles from './CustomerPage.module.css';

export function DuplicatesPage({ cluster: wanted }: { readonly cluster: number | undefined }) {
  const w = useWords('customers');
  const [after, setAfter] = useState(wanted === undefined ? 0 : Math.max(0, wanted - 1));
  const asked = useAsked('customers', 'duplicates', { after, limit: 1 });
  const [said, setSaid] = useState('');
  const search = useTask('customers', 'findDuplicates');
  const find = async (): Promise<void> => {
    if (await search.run({})) setAfter(0);
  };
  return (
    <Stack gap="sm">
      <TextLink to="/customers" size="sm" className={styles.back}>
        <IconArrowLeft size={15} aria-hidden /> {w.detail.back}
      </TextLink>
      <PageHead title={w.duplicates.title}>
        <Button variant="default" loading={search.isRunning} onClick={() => void find()}>
          {w.duplicates.find}
        </Button>
      </PageHead>
      <FailureNotice failure={search.failure} />
      <Text role="status" aria-live="polite" size="sm" c="dimmed">
        {[said, asked.answer ? w.duplicates.left(asked.answer.open) : ''].filter(Boolean).join(' ')}
      </Text>
      <AskedPage asked={asked}>
        {({ open, clusters }) => {
          const [cluster] = clusters;
          if (cluster) {
            return <Cluster key={cluster.id} cluster={cluster} onNext={() => setAfter(cluster.id)} onDone={setSaid} />;
          }
          return open > 0 ? (
            <Alert color="gray" title={w.duplicates.endTitle}>
              <Button size="compact-sm" variant="default" onClick={() => setAfter(0)}>
                {w.duplicates.fromTop}
              </Button>
            </Alert>
          ) : (
            <EmptyState
              icon={<IconCircleCheck aria-hidden />}
              title={w.duplicates.noneTitle}
              lines={w.duplicates.noneLines}
            />
          );
        }}
      </AskedPage>
    </Stack>
  );
}

type ClusterProps = {
  readonly cluster: DuplicateCluster;
  readonly onNext: () => void;
  readonly onDone: (said: string) => void;
};

function Cluster({ cluster, onNext, onDone }: ClusterProps) {
  const w = useWords('customers');
  const [survivor, setSurvivor] = useState<CustomerId>(cluster.survivor);
  const merge = useCommand('customers', 'merge');
  const apart = useCommand('customers', 'keepApart');

  async function mergeThem(): Promise<void> {
    const others = cluster.members.map(({ id }) => id).filter((id) => id !== survivor);
    if (await merge.run({ survivor, others })) {
      onDone(w.duplicates.merged);
      onNext();
    }
  }
  async function keepThem(): Promise<void> {
    if (await apart.run({ cluster: cluster.id })) {
      onDone(w.duplicates.keptApart);
      onNext();
    }
  }

  return (
    <Paper
      bg="var(--steward-card)"
      component="section"
      withBorder
      p="md"
      radius="md"
      aria-label={w.duplicates.reasons[cluster.reason]}
    >
      <Stack>
        <Group gap="xs">
          <IconUsersGroup size={20} aria-hidden />
          <Text fw={600}>{w.duplicates.reasons[cluster.reason]}</Text>
          {cluster.reason === 'name' && (
            <Text size="sm" c="dimmed">
              {w.duplicates.likeness(Math.round(cluster.likeness * 100))}
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {w.duplicates.how}
        </Text>
        <ComparePeople
          members={cluster.members}
          survivor={survivor}
          onSurvivor={setSurvivor}
          name={`cluster-${cluster.id}`}
        />
        <FailureNotice failure={merge.failure ?? apart.failure} />
        <Group>
          <Button
            leftSection={<IconGitMerge size={17} aria-hidden />}
            loading={merge.isRunning}
            onClick={() => void mergeThem()}
          >
            {w.duplicates.merge(survivor)}
          </Button>
          <Button variant="default" loading={apart.isRunning} onClick={() => void keepThem()}>
            {w.duplicates.different}
          </Button>
          <Button variant="subtle" onClick={onNext}>
            {w.duplicates.later}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
