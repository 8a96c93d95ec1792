/** One row in quarantine: its cells to correct, why it is here, and what to do with it. */
import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { QuarantinedRow } from '#shared/domains/imports/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import styles from './ColumnTable.module.css';

type Props = { readonly row: QuarantinedRow; readonly onSettled: (row: QuarantinedRow) => void };

/** Cells that are empty and not at fault stay out of sight until asked for. */
const fewest = 8;

export function QuarantineRow({ row, onSettled }: Props) {
  const w = useWords('imports');
  const [cells, setCells] = useState(() => row.cells.map(([, cell]) => cell));
  const [problems, setProblems] = useState(row.problems);
  const [all, setAll] = useState(row.cells.length <= fewest);
  const correct = useCommand('imports', 'correct');
  const discard = useCommand('imports', 'discard');
  const isAtFault = (header: string): boolean => problems.some(({ column }) => column !== '' && column === header);

  async function retry(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    const after = await correct.run({ id: row.id, cells });
    if (!after) return;
    if (after.state === 'open') setProblems(after.problems);
    else onSettled(after);
  }
  async function letGo(): Promise<void> {
    if (await discard.run({ ids: [row.id] })) onSettled({ ...row, state: 'discarded' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.key === 'Backspace' && event.shiftKey && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    void letGo();
  }

  const shown = row.cells
    .map(([header, was], index) => ({ header, was, index }))
    .filter(({ header, was }) => all || isAtFault(header) || was !== '');
  return (
    // The keys belong to the boxes inside; the form only listens.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onSubmit={(event) => void retry(event)}
      onKeyDown={onKeyDown}
      data-row={row.id}
      aria-label={w.quarantine.rowTitle(row.row)}
    >
      <Paper bg="var(--steward-card)" withBorder p="md" radius="md">
        <Stack gap="sm">
          <div>
            <Text component="h2" fw={600}>
              {w.quarantine.rowTitle(row.row)}
            </Text>
            <div role="alert">
              {problems.map(({ column, code }, index) => (
                <Text key={`${column} ${code} ${index}`} size="sm" className={styles.flag} component="div">
                  <IconAlertTriangle size={15} aria-hidden />
                  <span>{w.problem(code, column)}</span>
                </Text>
              ))}
            </div>
          </div>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm" verticalSpacing="xs">
            {shown.map(({ header, index }) => (
              <TextInput
                key={index}
                label={header || w.mapping.noHeader(index + 1)}
                value={cells[index] ?? ''}
                error={isAtFault(header)}
                maxLength={65_536}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setCells((before) => before.map((cell, at) => (at === index ? value : cell)));
                }}
              />
            ))}
          </SimpleGrid>
          <FailureNotice failure={correct.failure ?? discard.failure} />
          <Group justify="space-between">
            <Group gap="xs">
              <Button type="submit" loading={correct.isRunning}>
                {w.quarantine.retry}
              </Button>
              <Button variant="default" loading={discard.isRunning} onClick={() => void letGo()}>
                {w.quarantine.discard}
              </Button>
            </Group>
            {shown.length < row.cells.length && (
              <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
                {w.quarantine.showAll(row.cells.length - shown.length)}
              </Button>
            )}
          </Group>
        </Stack>
      </Paper>
    </form>
  );
}
