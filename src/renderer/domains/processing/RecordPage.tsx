/** The record of processing: who is responsible, what is missing, where data go, every activity, and what was kept. */
import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconListCheck, IconPlus, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProcessingRecord } from '#shared/domains/processing/model';
import { AskedPage } from '../../app/AskedPage';
import { ButtonLink } from '../../app/go';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { ActivitiesCard } from './ActivitiesCard';
import { BusinessCard } from './BusinessCard';
import { ExportDialog } from './ExportDialog';
import { FlowCard } from './FlowCard';
import { GapsCard } from './GapsCard';
import styles from './RecordPage.module.css';
import { TakeDialog } from './TakeDialog';
import { VersionsCard } from './VersionsCard';

export function RecordPage() {
  const asked = useAsked('processing', 'record', {});
  return <AskedPage asked={asked}>{(record) => <Shown record={record} />}</AskedPage>;
}

function Shown({ record }: { readonly record: ProcessingRecord }) {
  const w = useWords('processing');
  const may = useMay();
  const mayWrite = may('write', 'processing');
  const [taking, setTaking] = useState(false);
  const [exporting, setExporting] = useState(false);
  const isEmpty = record.activities.length === 0;
  const choose = (
    <Button
      variant={isEmpty ? 'filled' : 'default'}
      leftSection={<IconListCheck size={18} aria-hidden />}
      disabled={!mayWrite}
      onClick={() => setTaking(true)}
    >
      {w.choose}
    </Button>
  );
  const addOwn = mayWrite && (
    <ButtonLink
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}

      to="/record/$id"
      params={{ id: 'new' }}
    >
      {w.addOwn}
    </ButtonLink>
  );
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {!isEmpty && choose}
        {!isEmpty && addOwn}
        {!isEmpty && may('export', 'processing') && (
          <Button leftSection={<IconDownload size={18} aria-hidden />} onClick={() => setExporting(true)}>
            {w.export}
          </Button>
        )}
      </PageHead>
      {isEmpty ? (
        <>
          <EmptyState icon={<IconRoute aria-hidden />} title={w.empty} lines={w.emptyLines}>
            <Group justify="center">
              {choose}
              {addOwn}
            </Group>
          </EmptyState>
          <BusinessCard />
        </>
      ) : (
        <>
          <div className={styles.columns}>
            <GapsCard record={record} />
            <BusinessCard />
          </div>
          <FlowCard content={record.content} />
          <div className={styles.columns}>
            <ActivitiesCard record={record} />
            <VersionsCard record={record} />
          </div>
        </>
      )}
      {taking && <TakeDialog onClose={() => setTaking(false)} />}
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </Stack>
  );
}
