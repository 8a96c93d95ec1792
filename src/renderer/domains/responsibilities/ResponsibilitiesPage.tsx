/** Who looks after what, with deputies, and where nobody does. */
import { Alert, Button, Menu, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssignedArea, Responsibilities } from '#shared/domains/responsibilities/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { TableFrame } from '../../ui/TableFrame';
import { AssignDialog } from './AssignDialog';
import styles from './ResponsibilitiesPage.module.css';

export function ResponsibilitiesPage() {
  const asked = useAsked('responsibilities', 'list', { language: useLanguage(), today: localToday() });
  return <AskedPage asked={asked}>{(table) => <Shown table={table} />}</AskedPage>;
}

function Shown({ table: { areas, people } }: { readonly table: Responsibilities }) {
  const w = useWords('responsibilities');
  const language = useLanguage();
  const may = useMay();
  const save = useTask('responsibilities', 'export');
  const [assigned, setAssigned] = useState<AssignedArea | null>(null);
  const nameOf = (id: string | null): string => {
    if (id === null) return '–';
    const person = people.find((one) => one.id === id);
    return person === undefined ? id : person.active ? person.name : w.left(person.name);
  };
  const several = (ids: readonly string[]): string => ids.map(nameOf).join(', ') || '–';
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {may('export', 'responsibilities') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={save.isRunning}>
                {w.save}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['pdf', 'docx', 'html', 'md'] as const).map((format) => (
                <Menu.Item key={format} onClick={() => void save.run({ format, language })}>
                  {format === 'md' ? 'Markdown' : format.toUpperCase()}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      <FailureNotice failure={save.failure} />
      {save.answer !== undefined && <Alert role="status">{w.written(save.answer.file)}</Alert>}
      <TableFrame label={w.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {w.headers.map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.name}>
                <th scope="row">
                  {area.title}
                  <Text size="sm" c="dimmed" fw={400}>
                    {area.duties}
                  </Text>
                  {area.gaps.map((gap) => (
                    <Text key={gap} size="sm" className={styles.gap ?? ''}>
                      {w.gaps[gap]}
                    </Text>
                  ))}
                </th>
                <td>{nameOf(area.accountable)}</td>
                <td>{nameOf(area.responsible ?? area.accountable)}</td>
                <td>{nameOf(area.deputy)}</td>
                <td>{several(area.consulted)}</td>
                <td>{several(area.informed)}</td>
                <td>
                  {may('write', 'responsibilities') && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={w.assignOne(area.title)}
                      onClick={() => setAssigned(area)}
                    >
                      {w.assign}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {assigned !== null && <AssignDialog area={assigned} people={people} onClose={() => setAssigned(null)} />}
    </Stack>
  );
}
