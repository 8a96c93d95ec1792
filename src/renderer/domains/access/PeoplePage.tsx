/** People and rights: who may work here, what each role may do, the quarterly look through it, and looks at masked data. */
import { List, Stack, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { LooksTab } from './LooksTab';
import type { PeopleTabName } from './people-tabs';
import { PeopleTab } from './PeopleTab';
import { ReviewsTab } from './ReviewsTab';
import { RolesTab } from './RolesTab';

export function PeoplePage({ opened }: { readonly opened: PeopleTabName | undefined }) {
  const w = useWords('access').people;
  const may = useMay();
  const [tab, setTab] = useState<string | null>(opened ?? 'people');
  return (
    <Stack>
      <PageHead title={w.title} lead={w.lead} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="people">{w.tabs.people}</Tabs.Tab>
          <Tabs.Tab value="roles">{w.tabs.roles}</Tabs.Tab>
          <Tabs.Tab value="reviews">{w.tabs.reviews}</Tabs.Tab>
          {may('approve', 'access') && <Tabs.Tab value="looks">{w.tabs.looks}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="people">
          <Stack>
            <PeopleTab />
            <Card title={w.limits}>
              <List size="sm">
                {w.limitsLines.map((line) => (
                  <List.Item key={line}>
                    <Text size="sm">{line}</Text>
                  </List.Item>
                ))}
              </List>
            </Card>
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="roles">
          <RolesTab />
        </Tabs.Panel>
        <Tabs.Panel value="reviews">
          <ReviewsTab />
        </Tabs.Panel>
        <Tabs.Panel value="looks">
          <LooksTab />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
