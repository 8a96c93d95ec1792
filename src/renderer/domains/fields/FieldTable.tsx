/** The declarations, one row for each field; in a narrow window a row becomes a small sheet of its own. */
import { Badge, Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { Field, Purpose, RetentionClass } from '#shared/domains/fields/model';
import { useLanguage, useWords } from '../../app/words';
import { TableFrame } from '../../ui/TableFrame';
import styles from './FieldTable.module.css';

type Props = {
  readonly fields: readonly Field[];
  readonly purposes: readonly Purpose[];
  readonly classes: readonly RetentionClass[];
  readonly onChange: (field: Field) => void;
};

export function FieldTable({ fields, purposes, classes, onChange }: Props) {
  const w = useWords('fields');
  const { holdings } = useWords('reports');
  const named = namesIn(useLanguage());
  const purposeOf = new Map<string, string>(purposes.map(({ id, name }) => [id, name]));
  const classOf = new Map<string, string>(classes.map(({ id, name }) => [id, name]));
  return (
    <TableFrame>
      <Table aria-label={w.title} verticalSpacing="xs" className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.headers.field}</Table.Th>
            <Table.Th>{w.headers.purpose}</Table.Th>
            <Table.Th>{w.headers.basis}</Table.Th>
            <Table.Th>{w.headers.sensitivity}</Table.Th>
            <Table.Th>{w.headers.retention}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{w.headers.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => {
            const label = named(field.name, field.label);
            return (
              <Table.Tr key={field.name}>
                <Table.Td>
                  <Text fw={600} span>
                    {label}
                  </Text>{' '}
                  {field.custom && (
                    <Badge variant="light" size="sm" tt="none">
                      {w.own}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>{named(field.purpose, purposeOf.get(field.purpose) ?? field.purpose)}</Table.Td>
                <Table.Td>{holdings.basis[field.lawfulBasis]}</Table.Td>
                <Table.Td>
                  {field.sensitivity === 'ordinary' ? (
                    holdings.sensitivity.ordinary
                  ) : (
                    <span className={styles.care}>
                      <IconAlertTriangle size={15} aria-hidden /> {holdings.sensitivity[field.sensitivity]}
                    </span>
                  )}
                </Table.Td>
                <Table.Td>
                  {named(field.retentionClass, classOf.get(field.retentionClass) ?? field.retentionClass)}
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${w.change}: ${label}`}
                    onClick={() => onChange(field)}
                  >
                    {w.change}
                  </Button>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}
