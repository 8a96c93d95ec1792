/** Every column of the file, some of its values, and where they go: to a field that has a purpose, or nowhere. */
import { NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconQuestionMark } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { Column } from '#shared/domains/imports/model';
import { useWords } from '../../app/words';
import { type Declared, useDeclarations } from '../customers/declarations';
import { fieldGroups } from '../customers/field-groups';
import styles from './ColumnTable.module.css';
import { type Decisions, fateOf, inOrderOfNeed } from './mapping';

type Choice = { readonly group: string; readonly items: { readonly value: string; readonly label: string }[] };

type Props = {
  readonly columns: readonly Column[];
  readonly decisions: Decisions;
  readonly onDecide: (column: number, field: string | null) => void;
};

export function ColumnTable({ columns, decisions, onDecide }: Props) {
  const w = useWords('imports');
  const c = useWords('customers');
  const declarations = useDeclarations();
  const choices = useMemo((): Choice[] => {
    const of = (name: string): Declared | undefined => declarations.list.find((one) => one.name === name);
    const own = declarations.list.filter(({ custom }) => custom);
    return [
      ...fieldGroups.map(({ name, fields }) => ({
        group: c.groups[name],
        items: fields.map((value) => ({ value, label: of(value)?.label ?? value })),
      })),
      ...(own.length > 0
        ? [{ group: c.groups.own, items: own.map(({ name, label }) => ({ value: name, label })) }]
        : []),
    ];
  }, [declarations.list, c]);
  return (
    <Table.ScrollContainer
      minWidth={700}
      scrollAreaProps={{ type: 'auto', viewportProps: { tabIndex: 0, role: 'group', 'aria-label': w.mapping.table } }}
    >
      <Table verticalSpacing="xs" withTableBorder className={styles.table} aria-label={w.mapping.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.mapping.column}</Table.Th>
            <Table.Th>{w.mapping.samples}</Table.Th>
            <Table.Th className={styles.target}>{w.mapping.goesTo}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrderOfNeed(columns).map((column) => {
            const fate = fateOf(column, decisions);
            return (
              <ColumnRow
                key={column.index}
                column={column}
                decision={fate.decision}
                field={fate.field}
                declared={fate.field === null ? undefined : declarations.of(fate.field)}
                choices={choices}
                onDecide={onDecide}
              />
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type RowProps = {
  readonly column: Column;
  readonly decision: Column['decision'];
  readonly field: string | null;
  readonly declared: Declared | undefined;
  readonly choices: readonly Choice[];
  readonly onDecide: (column: number, field: string | null) => void;
};

const ColumnRow = memo(function ColumnRow({ column, decision, field, declared, choices, onDecide }: RowProps) {
  const w = useWords('imports');
  const header = column.header || w.mapping.noHeader(column.index + 1);
  return (
    <Table.Tr data-decision={decision}>
      <Table.Th scope="row" className={styles.header}>
        {header}
        {decision === 'undecided' && (
          <span className={styles.sign}>
            <IconQuestionMark size={15} aria-hidden /> {w.mapping.undecided}
          </span>
        )}
      </Table.Th>
      <Table.Td className={styles.samples}>
        {column.samples.length === 0 ? (
          <Text size="sm" c="dimmed">
            {column.flags.length > 0 ? w.mapping.hidden : w.mapping.noSamples}
          </Text>
        ) : (
          column.samples.slice(0, 3).map((sample, index) => (
            <div key={`${sample} ${index}`} className={styles.sample}>
              {sample}
            </div>
          ))
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={4}>
          <NativeSelect
            aria-label={w.mapping.where(header)}
            value={decision === 'undecided' ? '?' : (field ?? '')}
            onChange={(event) =>
              onDecide(column.index, event.currentTarget.value === '' ? null : event.currentTarget.value)
            }
          >
            {decision === 'undecided' && <option value="?">{w.mapping.decide}</option>}
            <option value="">{w.mapping.drop}</option>
            {choices.map(({ group, items }) => (
              <optgroup key={group} label={group}>
                {items.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </NativeSelect>
          {declared && (
            <Text size="xs" c="dimmed">
              {[
                declared.purpose,
                declared.basis,
                isSuggested(column.because) && field === column.field ? w.mapping.because[column.because] : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          )}
          {column.flags.length > 0 && (
            <Text size="xs" className={styles.flag}>
              <IconAlertTriangle size={14} aria-hidden />
              <span>
                {column.flags.map((flag) => w.mapping.flags[flag]).join(' ')}{' '}
                {decision === 'map' ? w.mapping.flagKept : w.mapping.flagDropped}
              </span>
            </Text>
          )}
          {decision === 'drop' && column.flags.length === 0 && column.because === 'empty' && (
            <Text size="xs" c="dimmed">
              {w.mapping.empty}
            </Text>
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
});

type Reason = 'profile' | 'header' | 'content';
const isSuggested = (because: Column['because']): because is Reason =>
  because === 'profile' || because === 'header' || because === 'content';
