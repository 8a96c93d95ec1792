/** Somebody wrote in a section and the facts changed: what it said, what it would say, and what they wrote, side by side, to decide. */
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import type { SectionDetail } from '#shared/domains/documents/model';
import { plainBlocks } from '#shared/domains/documents/rules';
import { useWords } from '../../app/words';
import styles from './documents.module.css';
import { WordDiff } from './WordDiff';

type Props = {
  readonly section: SectionDetail;
  readonly isSaving: boolean;
  readonly onDecide: (take: 'mine' | 'new') => void;
  readonly onClose: () => void;
};

export function DecideDialog({ section, isSaving, onDecide, onClose }: Props) {
  const w = useWords('documents').decide;
  const was = section.generated === null ? '' : plainBlocks(section.generated.blocks);
  const is = section.fresh === null ? '' : plainBlocks(section.fresh.blocks);
  return (
    <Modal
      opened
      onClose={onClose}
      size="80rem"
      title={w.title(section.title)}
      closeButtonProps={{ 'aria-label': w.close }}
    >
      <Stack gap="md">
        <Text>{w.lead}</Text>
        <div className={styles.three}>
          <section>
            <Title order={3} size="h4" mb="xs">
              {w.was}
            </Title>
            <div className={styles.diff}>{was}</div>
          </section>
          <section>
            <Title order={3} size="h4" mb="xs">
              {w.is}
            </Title>
            <WordDiff before={was} after={is} />
          </section>
          <section>
            <Title order={3} size="h4" mb="xs">
              {w.mine}
            </Title>
            <WordDiff before={was} after={plainBlocks(section.blocks)} />
          </section>
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {w.later}
          </Button>
          <Button variant="default" loading={isSaving} onClick={() => onDecide('new')}>
            {w.takeNew}
          </Button>
          <Button loading={isSaving} disabled={section.fresh === null} onClick={() => onDecide('mine')}>
            {w.keepMine}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
