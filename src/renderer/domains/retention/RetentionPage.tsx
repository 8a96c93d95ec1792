/** How long things are kept: who could go and who stays and why, the rules, holds, certificates, and where less would do. */
import { Stack } from '@mantine/core';
import { AskedPage } from '../../app/AskedPage';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { HoldsCard } from './HoldsCard';
import { ReviewCard } from './ReviewCard';
import { RulesCard } from './RulesCard';
import { RunsCard } from './RunsCard';
import { SimulationCard } from './SimulationCard';

export function RetentionPage() {
  const w = useWords('retention');
  const asked = useAsked('retention', 'rules', {});
  return (
    <AskedPage asked={asked}>
      {(rules) => (
        <Stack gap="lg">
          <PageHead title={w.title} lead={w.lead} />
          <SimulationCard rules={rules} />
          <RulesCard rules={rules} />
          <HoldsCard />
          <RunsCard />
          <ReviewCard />
        </Stack>
      )}
    </AskedPage>
  );
}
