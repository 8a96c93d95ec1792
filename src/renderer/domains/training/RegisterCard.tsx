/** The register: one row for each person, one column for each course of the programme. */
import { Table, Text } from '@mantine/core';
import type { TrainingPicture } from '#shared/domains/training/model';
import { dayIn, numberIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { TableFrame } from '../../ui/TableFrame';
import { StateSign } from './StateSign';

export function RegisterCard({ picture }: { readonly picture: TrainingPicture }) {
  const w = useWords('training').team;
  const language = useLanguage();
  const courses = picture.courses.filter(({ on }) => on);
  const byKey = new Map(picture.standings.map((standing) => [`${standing.member} ${standing.course}`, standing]));
  const here = picture.members.filter(({ id }) => picture.standings.some(({ member }) => member === id));
  const count = (state: string): string =>
    numberIn(language, picture.standings.filter((standing) => standing.state === state).length);
  return (
    <Card title={w.register}>
      <Text c="dimmed">{w.registerLead}</Text>
      <Text>
        {numberIn(language, here.length)} {w.figures.people} ·{' '}
        {(['up-to-date', 'due', 'overdue'] as const).map((state) => `${count(state)} ${w.figures[state]}`).join(' · ')}
      </Text>
      {here.length === 0 ? (
        <Text>{w.nobody}</Text>
      ) : (
        <TableFrame label={w.register}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{w.name}</Table.Th>
                {courses.map(({ name, title }) => (
                  <Table.Th key={name} scope="col">
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {here.map((member) => (
                <Table.Tr key={member.id}>
                  <Table.Th scope="row">{member.name}</Table.Th>
                  {courses.map(({ name }) => {
                    const standing = byKey.get(`${member.id} ${name}`);
                    return (
                      <Table.Td key={name}>
                        {standing === undefined ? (
                          <Text size="sm" c="dimmed">
                            {w.notTheirs}
                          </Text>
                        ) : (
                          <>
                            <StateSign state={standing.state}>{w.states[standing.state]}</StateSign>
                            <Text size="sm" c="dimmed">
                              {w.by(dayIn(language, standing.dueOn))}
                            </Text>
                          </>
                        )}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
    </Card>
  );
}
