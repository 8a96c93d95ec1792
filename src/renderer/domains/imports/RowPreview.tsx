/** The first rows as they would be stored, and those that would not be, with the reason. */
import { Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ImportLook } from '#shared/domains/imports/model';
import { useLanguage, useWords } from '../../app/words';
import { useDeclarations } from '../customers/declarations';
import { valueText } from '../customers/field-text';
import styles from './ColumnTable.module.css';

export function RowPreview({ look }: { readonly look: ImportLook }) {
  const w = useWords('imports');
  const c = useWords('customers');
  const language = useLanguage();
  const declarations = useDeclarations();
  const used = new Set(look.preview.flatMap(({ fields }) => Object.keys(fields)));
  const names = declarations.list.map(({ name }) => name).filter((name) => used.has(name));
  if (look.preview.length === 0) return <Text c="dimmed">{w.preview.nothing}</Text>;
  return (
    <Table.ScrollContainer
      minWidth={Math.min(2_400, 120 + names.length * 150)}
      scrollAreaProps={{ type: 'auto', viewportProps: { tabIndex: 0, role: 'group', 'aria-label': w.preview.title } }}
    >
      <Table verticalSpacing={6} withTableBorder aria-label={w.preview.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.preview.row}</Table.Th>
            {names.map((name) => (
              <Table.Th key={name}>{declarations.of(name)?.label ?? name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {look.preview.map(({ row, fields, problems }) => (
            <Table.Tr key={row}>
              <Table.Th scope="row">{w.number(row)}</Table.Th>
              {problems.length > 0 ? (
                <Table.Td colSpan={Math.max(1, names.length)}>
                  <span className={styles.flag}>
                    <IconAlertTriangle size={14} aria-hidden />
                    <span>
                      {w.preview.toQuarantine} {problems.map(({ column, code }) => w.problem(code, column)).join(' ')}
                    </span>
                  </span>
                </Table.Td>
              ) : (
                names.map((name) => (
                  <Table.Td key={name} className={styles.previewCell}>
                    {fields[name] === undefined
                      ? ''
                      : valueText(name, fields[name], { language, marketing: c.marketing })}
                  </Table.Td>
                ))
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
