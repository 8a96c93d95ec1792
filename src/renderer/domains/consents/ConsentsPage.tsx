/** Consent and choices: lists nobody has shown, what people said, what they are shown, and segments for marketing. */
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { UnprovenList } from '#shared/domains/consents/model';
import type { Answered } from '#shared/contract';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { TableFrame } from '../../ui/TableFrame';
import listed from '../../ui/Listed.module.css';
import { ProveListDialog } from './ProveListDialog';
import { SegmentsCard } from './SegmentsCard';
import { useTopicNames } from './topic-names';
import { WordingsCard } from './WordingsCard';

export function ConsentsPage() {
  const w = useWords('consents');
  const asked = useAsked('consents', 'overview', { today: localToday() });
  return (
    <AskedPage asked={asked}>
      {(overview) => (
        <Stack gap="lg">
          <PageHead title={w.title} lead={w.lead} />
          <ListsCard lists={overview.unproven} />
          <SegmentsCard />
          <SaidCard overview={overview} />
          <WordingsCard />
        </Stack>
      )}
    </AskedPage>
  );
}

function ListsCard({ lists }: { readonly lists: readonly UnprovenList[] }) {
  const w = useWords('consents');
  const language = useLanguage();
  const mayWrite = useMay()('write', 'consents');
  const [shown, setShown] = useState<UnprovenList | null>(null);
  const nameOf = ({ fileName, importedAt }: UnprovenList): string =>
    fileName === null || importedAt === null
      ? w.lists.byHand
      : w.lists.from(fileName, dayIn(language, importedAt.slice(0, 10)));
  return (
    <Card title={w.lists.title}>
      {lists.length === 0 ? (
        <Text c="dimmed">{w.lists.none}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {w.lists.lead}
          </Text>
          <ul className={listed.list}>
            {lists.map((list) => (
              <li key={list.import ?? 'by-hand'} className={listed.item}>
                <span>
                  <Text span fw={600}>
                    {w.lists.people(list.people)}
                  </Text>
                  <Text size="sm" className={listed.words ?? ''}>
                    {nameOf(list)}
                  </Text>
                </span>
                {mayWrite && (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={w.lists.showFor(nameOf(list))}
                    onClick={() => setShown(list)}
                  >
                    {w.lists.show}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {shown !== null && <ProveListDialog list={shown} onClose={() => setShown(null)} />}
    </Card>
  );
}

function SaidCard({ overview }: { readonly overview: Answered<'consents', 'overview'> }) {
  const w = useWords('consents');
  const language = useLanguage();
  const { nameOf } = useTopicNames();
  const { topics, ending } = overview;
  const count = (people: number): string => people.toLocaleString(language);
  return (
    <Card title={w.said.title}>
      {topics.length === 0 ? (
        <Text c="dimmed">{w.said.none}</Text>
      ) : (
        <TableFrame label={w.said.title}>
          <Table aria-label={w.said.title} verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.said.topic}</Table.Th>
                <Table.Th ta="end">{w.said.yes}</Table.Th>
                <Table.Th ta="end">{w.said.no}</Table.Th>
                <Table.Th ta="end">{w.said.expired}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {topics.map(({ topic, yes, no, expired }) => (
                <Table.Tr key={topic}>
                  <Table.Th scope="row" fw={500}>
                    {nameOf(topic)}
                  </Table.Th>
                  <Table.Td ta="end">{count(yes)}</Table.Td>
                  <Table.Td ta="end">{count(no)}</Table.Td>
                  <Table.Td ta="end">{count(expired)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      )}
      {ending > 0 && (
        <Group>
          <Text size="sm">{w.said.ending(ending)}</Text>
        </Group>
      )}
    </Card>
  );
}
