/** One activity of the record: what is decided about it; what the store knows is shown, not asked. */
import { Anchor, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { AskedPage } from '../../app/AskedPage';
import { NotFound } from '../../app/NotFound';
import { PageLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { ActivityForm } from './ActivityForm';
import styles from './RecordPage.module.css';

export function ActivityPage({ id }: { readonly id: string }) {
  const w = useWords('processing').form;
  const asked = useAsked('processing', 'record', {});
  return (
    <AskedPage asked={asked}>
      {(record) => {
        const activity = record.activities.find((one) => one.id === id) ?? null;
        if (activity === null && id !== 'new') return <NotFound />;
        return (
          <Stack gap="lg">
            <div>
              <Anchor component={PageLink} to="/record" size="sm" className={styles.back ?? ''}>
                <IconArrowLeft size={15} aria-hidden /> {w.back}
              </Anchor>
              <PageHead title={activity?.title ?? w.newTitle} />
            </div>
            <ActivityForm key={id} activity={activity} />
          </Stack>
        );
      }}
    </AskedPage>
  );
}
