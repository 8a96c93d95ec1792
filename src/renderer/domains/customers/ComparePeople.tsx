/** Records that may be one person, side by side: which values differ (by a sign and a word, not by colour), who stays, and what the result would be. */
import { Radio, Table, Text } from '@mantine/core';
import { IconEqualNot } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Customer, CustomerId } from '#shared/domains/customers/model';
import { mergeCustomers, type MergeSide } from '#shared/domains/customers/normalise-merge';
import { momentIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './ComparePeople.module.css';
import { useDeclarations } from './declarations';
import { fieldGroups } from './field-groups';
import { valueOf, valueText } from './field-text';

type Props = {
  readonly members: readonly Customer[];
  readonly survivor: CustomerId;
  readonly onSurvivor: (id: CustomerId) => void;
  /** Names the group of radio buttons; one for each comparison on a page. */
  readonly name: string;
};

const side = ({ fields, custom, originals }: Customer): MergeSide => ({ values: fields, custom, originals });

export function ComparePeople({ members, survivor, onSurvivor, name: group }: Props) {
  const w = useWords('customers');
  const language = useLanguage();
  const declarations = useDeclarations();
  const merged = useMemo(() => {
    const kept = members.find(({ id }) => id === survivor);
    if (!kept) return null;
    const result = members
      .filter((one) => one !== kept)
      .reduce<MergeSide>((sum, one) => mergeCustomers(sum, side(one)), side(kept));
    return { fields: result.values, custom: { ...result.custom } };
  }, [members, survivor]);
  const names = [
    ...fieldGroups.flatMap(({ fields }) => fields),
    ...declarations.list.filter(({ custom }) => custom).map(({ name }) => name),
  ].filter((name) => members.some((member) => valueOf(member, name) !== undefined));
  const say = (customer: Pick<Customer, 'fields' | 'custom'>, name: string): string => {
    const value = valueOf(customer, name);
    return value === undefined ? '' : valueText(name, value, { language, marketing: w.marketing });
  };

  return (
    <Table.ScrollContainer
      minWidth={Math.max(560, 170 + 190 * (members.length + 1))}
      scrollAreaProps={{
        type: 'auto',
        viewportProps: { tabIndex: 0, role: 'group', 'aria-label': w.duplicates.table },
      }}
    >
      <Table className={styles.table} verticalSpacing={6} withTableBorder aria-label={w.duplicates.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.duplicates.field}</Table.Th>
            {members.map(({ id, createdAt }) => (
              <Table.Th key={id} data-kept={id === survivor || undefined} className={styles.member}>
                <Radio
                  name={group}
                  value={id}
                  checked={id === survivor}
                  onChange={() => onSurvivor(id)}
                  label={w.duplicates.keep(id)}
                />
                <Text size="xs" c="dimmed" fw={400}>
                  {w.duplicates.since(momentIn(language, createdAt))}
                </Text>
              </Table.Th>
            ))}
            <Table.Th className={styles.result}>{w.duplicates.after}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map((name) => {
            const said = members.map((member) => say(member, name));
            const differs = new Set(said.filter(Boolean).map((text) => text.toLowerCase())).size > 1;
            return (
              <Table.Tr key={name} data-differs={differs || undefined}>
                <Table.Th scope="row" className={styles.label}>
                  {declarations.of(name)?.label ?? name}
                  {differs && (
                    <span className={styles.differs}>
                      <IconEqualNot size={15} aria-hidden /> {w.duplicates.differs}
                    </span>
                  )}
                </Table.Th>
                {members.map(({ id }, index) => (
                  <Table.Td key={id} data-kept={id === survivor || undefined} className={styles.value}>
                    {said[index] || <span className={styles.nothing}>–</span>}
                  </Table.Td>
                ))}
                <Table.Td className={styles.value}>
                  {merged ? say(merged, name) || <span className={styles.nothing}>–</span> : null}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
