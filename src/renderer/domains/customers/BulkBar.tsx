/** What can be done with the people selected: tag, export, remove, or let go of them. */
import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconDownload, IconTag, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CustomerFilter } from '#shared/domains/customers/model';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';
import styles from './BulkBar.module.css';
import { ExportDialog } from './ExportDialog';
import { RemoveDialog } from './RemoveDialog';
import { countOf, nobody, type Selection } from './selection';
import { TagDialog } from './TagDialog';

type Props = {
  readonly selection: Selection;
  readonly filter: CustomerFilter;
  /** How many the filter finds. */
  readonly total: number;
  /** There may be more: nothing is done to everybody before it is known how many they are. */
  readonly isCounting: boolean;
  readonly knownTags: readonly string[];
  readonly onSelect: (selection: Selection) => void;
};

const formats = ['csv', 'xlsx', 'json'] as const;

export function BulkBar({ selection, filter, total, isCounting, knownTags, onSelect }: Props) {
  const w = useWords('customers');
  const [dialog, setDialog] = useState<'tag' | 'remove' | (typeof formats)[number] | null>(null);
  const count = countOf(selection, total);
  const waits = isCounting && selection.kind === 'all';
  const may = useMay();
  const close = (): void => setDialog(null);
  return (
    <>
      {count > 0 && (
        <Group className={styles.bar} gap="xs" role="region" aria-label={w.bulk.label}>
          <Text size="sm" fw={600} role="status">
            {waits ? w.bulk.counting : w.bulk.selected(count)}
          </Text>
          {selection.kind === 'picked' && count < total && !isCounting && (
            <Button size="compact-sm" variant="subtle" onClick={() => onSelect({ kind: 'all', filter })}>
              {w.bulk.selectAll(total)}
            </Button>
          )}
          <Group gap="xs" ml="auto">
            <Button
              size="compact-sm"
              variant="default"
              disabled={waits}
              leftSection={<IconTag size={15} aria-hidden />}
              onClick={() => setDialog('tag')}
            >
              {w.bulk.tag}
            </Button>
            {may('export', 'customers') && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={waits}
                    leftSection={<IconDownload size={15} aria-hidden />}
                    rightSection={<IconChevronDown size={14} aria-hidden />}
                  >
                    {w.bulk.export}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {formats.map((format) => (
                    <Menu.Item key={format} onClick={() => setDialog(format)}>
                      {w.bulk.formats[format]}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
            {may('erase', 'customers') && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={waits}
                leftSection={<IconTrash size={15} aria-hidden />}
                onClick={() => setDialog('remove')}
              >
                {w.bulk.remove}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" onClick={() => onSelect(nobody)}>
              {w.bulk.letGo}
            </Button>
          </Group>
        </Group>
      )}
      {dialog === 'tag' && <TagDialog selection={selection} count={count} knownTags={knownTags} onClose={close} />}
      {dialog === 'remove' && (
        <RemoveDialog
          selection={selection}
          count={count}
          onClose={close}
          onRemoved={() => {
            close();
            onSelect(nobody);
          }}
        />
      )}
      {dialog !== null && dialog !== 'tag' && dialog !== 'remove' && (
        <ExportDialog selection={selection} count={count} format={dialog} onClose={close} />
      )}
    </>
  );
}
