/** The audit programme: what is due first, open findings, and what could be taken in. */
import { Button, Group, Stack } from '@mantine/core';
import { IconChecklist, IconPencilCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Check, CheckName, Programme } from '#shared/domains/audits/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import styles from './AuditsPage.module.css';
import { CheckDialog } from './CheckDialog';
import { FindingsCard } from './FindingsCard';
import { OffCard } from './OffCard';
import { PlannedCard } from './PlannedCard';
import { RecordDialog } from './RecordDialog';

export function AuditsPage() {
  const language = useLanguage();
  const asked = useAsked('audits', 'list', { language, today: localToday() });
  return <AskedPage asked={asked}>{(programme) => <Shown programme={programme} />}</AskedPage>;
}

function Shown({ programme }: { readonly programme: Programme }) {
  const w = useWords('audits');
  const language = useLanguage();
  const mayWrite = useMay()('write', 'audits');
  const begin = useCommand('audits', 'begin');
  const [recorded, setRecorded] = useState<CheckName | null>(null);
  const [edited, setEdited] = useState<Check | 'new' | null>(null);
  const planned = programme.checks.filter(({ on }) => on);
  const off = programme.checks.filter(({ on }) => !on);
  const first = planned[0];
  const proposed = off.filter(({ revision }) => revision === 0);
  const addOwn = (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setEdited('new')}
      disabled={!mayWrite}
    >
      {w.add}
    </Button>
  );
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {first !== undefined && addOwn}
        {first !== undefined && (
          <Button
            leftSection={<IconPencilCheck size={18} aria-hidden />}
            onClick={() => setRecorded(first.name)}
            disabled={!mayWrite}
          >
            {w.record}
          </Button>
        )}
      </PageHead>
      <FailureNotice failure={begin.failure} />
      {first === undefined ? (
        <EmptyState icon={<IconChecklist aria-hidden />} title={w.empty} lines={w.emptyLines}>
          <Group justify="center">
            {proposed.length > 0 && (
              <Button
                loading={begin.isRunning}
                disabled={!mayWrite}
                onClick={() => void begin.run({ language, today: programme.today })}
              >
                {w.begin(proposed.length)}
              </Button>
            )}
            {addOwn}
          </Group>
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <PlannedCard programme={programme} planned={planned} onRecord={setRecorded} onChange={setEdited} />
          <FindingsCard programme={programme} />
        </div>
      )}
      {first === undefined && programme.findings.length > 0 && <FindingsCard programme={programme} />}
      {off.length > 0 && <OffCard off={off} onTakeIn={setEdited} />}
      {recorded !== null && (
        <RecordDialog programme={programme} planned={planned} check={recorded} onClose={() => setRecorded(null)} />
      )}
      {edited !== null && (
        <CheckDialog programme={programme} check={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Stack>
  );
}
