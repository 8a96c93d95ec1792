/** Checkpoints of the trail: the ones there are, the sheet to print, a file to keep elsewhere, and comparing with one. */
import { Alert, Button, Code, FileButton, Group, Table, Text } from '@mantine/core';
import { IconAnchor, IconDeviceFloppy, IconScale } from '@tabler/icons-react';
import { useRef } from 'react';
import { shortRoot } from '#shared/domains/trail/model';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn, numberIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './TrailPage.module.css';

/** As many as are of use on a page; the terminal lists them all. */
const shown = 8;
/** Larger than any checkpoint. */
const longestFile = 8_192;

type Props = {
  /** Is handed the text of a checkpoint kept elsewhere. */
  readonly compare: (checkpoint: string) => void;
};

export function Anchors({ compare }: Props) {
  const w = useWords('trail').anchors;
  const language = useLanguage();
  const { answer: standing } = useAsked('trail', 'standing', {});
  const { answer: checkpoints = [] } = useAsked('trail', 'checkpoints', { limit: shown });
  const sheet = useTask('trail', 'anchorSheet');
  const save = useTask('trail', 'saveCheckpoint');
  const again = useRef<() => void>(null);
  const read = async (file: File | null): Promise<void> => {
    // The same file chosen twice is compared twice.
    again.current?.();
    if (file !== null) compare(file.size > longestFile ? '' : await file.text());
  };
  return (
    <Card title={w.title}>
      <Text size="sm">{w.lead}</Text>
      {standing?.sheetDue === true && <Alert color="yellow">{w.due}</Alert>}
      <Group>
        <Button
          variant="default"
          leftSection={<IconAnchor size={17} aria-hidden />}
          loading={sheet.isRunning}
          onClick={() => void sheet.run({ language })}
        >
          {w.print}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={17} aria-hidden />}
          loading={save.isRunning}
          onClick={() => void save.run({})}
        >
          {w.save}
        </Button>
        <FileButton
          accept=".checkpoint,.txt,text/plain"
          onChange={(file) => void read(file)}
          resetRef={again}
          inputProps={{ 'aria-label': w.file }}
        >
          {(props) => (
            <Button variant="default" leftSection={<IconScale size={17} aria-hidden />} {...props}>
              {w.compare}
            </Button>
          )}
        </FileButton>
      </Group>
      <FailureNotice failure={sheet.failure ?? save.failure} />
      {sheet.answer !== undefined && <Alert role="status">{w.printed(sheet.answer.file)}</Alert>}
      {save.answer !== undefined && <Alert role="status">{w.saved(save.answer.file)}</Alert>}
      {standing !== undefined && standing.findings.length === 0 && (
        <Text size="sm" c="dimmed">
          {standing.compared
            .map(({ source, size }) => (source === 'mark' ? w.compared : w.comparedKept)(numberIn(language, size)))
            .join(' ')}{' '}
          {standing.lastSheet !== null && w.lastSheet(momentIn(language, standing.lastSheet))}
        </Text>
      )}
      {checkpoints.length === 0 ? (
        <Text c="dimmed">{w.none}</Text>
      ) : (
        <div className={styles.scroll}>
          <Table aria-label={w.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.made}</Table.Th>
                <Table.Th>{w.size}</Table.Th>
                <Table.Th>{w.root}</Table.Th>
                <Table.Th>{w.why}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {checkpoints.map(({ madeAt, size, root, reason }) => (
                <Table.Tr key={`${madeAt} ${size} ${reason}`}>
                  <Table.Td>{momentIn(language, madeAt)}</Table.Td>
                  <Table.Td>{numberIn(language, size)}</Table.Td>
                  <Table.Td className={styles.root} translate="no">
                    {shortRoot(root)}
                  </Table.Td>
                  <Table.Td>{w.reasons[reason]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {standing?.key != null && (
        <Text size="sm" c="dimmed">
          {w.key}:{' '}
          <Code className={styles.root} translate="no">
            {standing.key}
          </Code>
        </Text>
      )}
    </Card>
  );
}
