/** What every field is for: purpose, sensitivity, retention; own fields and purposes. */
import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Field, Purpose } from '#shared/domains/fields/model';
import { AskedPage } from '../../app/AskedPage';
import { PageLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { FieldDialog } from './FieldDialog';
import styles from './FieldsPage.module.css';
import { PurposeDialog } from './PurposeDialog';

export function FieldsPage() {
  const w = useWords('fields');
  const { holdings } = useWords('reports');
  const asked = useAsked('fields', 'list', {});
  const { answer: purposes } = useAsked('fields', 'purposes', {});
  const { answer: classes } = useAsked('fields', 'retentionClasses', {});
  const [field, setField] = useState<Field | 'new' | null>(null);
  const [purpose, setPurpose] = useState<Purpose | 'new' | null>(null);
  const purposeName = new Map((purposes ?? []).map((one) => [one.id as string, one.name]));
  const className = new Map((classes ?? []).map((one) => [one.id as string, one.name]));
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={PageLink} to="/holdings" size="sm" className={styles.back}>
          <IconArrowLeft size={15} aria-hidden /> {w.back}
        </Anchor>
        <PageHead title={w.title} lead={w.lead}>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setField('new')}>
            {w.add}
          </Button>
        </PageHead>
      </div>
      <AskedPage asked={asked}>
        {(list) => (
          <div className={styles.sheet}>
            <Table aria-label={w.title} verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.headers.field}</Table.Th>
                  <Table.Th>{w.headers.purpose}</Table.Th>
                  <Table.Th>{w.headers.basis}</Table.Th>
                  <Table.Th>{w.headers.sensitivity}</Table.Th>
                  <Table.Th>{w.headers.retention}</Table.Th>
                  <Table.Th>
                    <span className={styles.hidden}>{w.headers.actions}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.map((one) => (
                  <Table.Tr key={one.name}>
                    <Table.Td>
                      <Text fw={600} span>
                        {one.label}
                      </Text>{' '}
                      {one.custom && (
                        <Badge variant="light" size="sm">
                          {w.own}
                        </Badge>
                      )}
                    </Table.Td>
                    <Table.Td>{purposeName.get(one.purpose) ?? one.purpose}</Table.Td>
                    <Table.Td>{holdings.basis[one.lawfulBasis]}</Table.Td>
                    <Table.Td>{holdings.sensitivity[one.sensitivity]}</Table.Td>
                    <Table.Td>{className.get(one.retentionClass) ?? one.retentionClass}</Table.Td>
                    <Table.Td>
                      <Button size="compact-sm" variant="subtle" aria-label={`${w.change}: ${one.label}`} onClick={() => setField(one)}>
                        {w.change}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </AskedPage>
      <Card title={w.purposes}>
        <Text c="dimmed">{w.purposesLead}</Text>
        <ul className={styles.purposes}>
          {(purposes ?? []).map((one) => (
            <li key={one.id}>
              <span>
                <b>{one.name}</b> · {holdings.basis[one.lawfulBasis]}
              </span>
              <Button size="compact-sm" variant="subtle" aria-label={`${w.change}: ${one.name}`} onClick={() => setPurpose(one)}>
                {w.change}
              </Button>
            </li>
          ))}
        </ul>
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setPurpose('new')}>
            {w.addPurpose}
          </Button>
        </Group>
      </Card>
      {field !== null && <FieldDialog field={field} purposes={purposes ?? []} classes={classes ?? []} onClose={() => setField(null)} />}
      {purpose !== null && <PurposeDialog purpose={purpose} onClose={() => setPurpose(null)} />}
    </Stack>
  );
}
