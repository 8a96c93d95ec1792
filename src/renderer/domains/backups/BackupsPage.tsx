/** Backups: how safe the business is, its places, what could be lost, what was done, and backups that others make. */
import { Button, Stack } from '@mantine/core';
import { IconDatabaseExport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { AskedPage } from '../../app/AskedPage';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { AddPlaceDialog } from './AddPlaceDialog';
import { HistoryCard } from './HistoryCard';
import { ObjectivesCard } from './ObjectivesCard';
import { OthersCard } from './OthersCard';
import { PlaceCard } from './PlaceCard';
import { StandingCard } from './StandingCard';

export function BackupsPage() {
  const w = useWords('backups');
  const asked = useAsked('backups', 'overview', {});
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsAdding(true)}>
          {w.add}
        </Button>
      </PageHead>
      <AskedPage asked={asked}>
        {(overview) => (
          <>
            {overview.places.length === 0 ? (
              <Card>
                <EmptyState icon={<IconDatabaseExport aria-hidden />} title={w.none} lines={w.noneLines} />
              </Card>
            ) : (
              overview.places.map((place) => <PlaceCard key={place.id} place={place} />)
            )}
            <StandingCard standing={overview.standing} />
            <ObjectivesCard overview={overview} />
            <HistoryCard runs={overview.runs} places={overview.places} />
            <OthersCard others={overview.others} />
          </>
        )}
      </AskedPage>
      {isAdding && <AddPlaceDialog onClose={() => setIsAdding(false)} />}
    </Stack>
  );
}
