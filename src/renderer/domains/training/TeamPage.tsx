/** Training of the team: who is up to date, due or late; the courses and the people; what came from elsewhere. */
import { Alert, Button, Menu, Stack } from '@mantine/core';
import { IconDownload, IconFileImport, IconPencilCheck, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { TrainingPicture } from '#shared/domains/training/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { AttendanceDialog } from './AttendanceDialog';
import { BeginCard } from './BeginCard';
import { CoursesCard } from './CoursesCard';
import { MembersCard } from './MembersCard';
import { PaperDialog } from './PaperDialog';
import { PrintDialog } from './PrintDialog';
import { RefusedCard } from './RefusedCard';
import { RegisterCard } from './RegisterCard';
import { TrainingTabs } from './TrainingTabs';

export function TeamPage() {
  const language = useLanguage();
  const asked = useAsked('training', 'picture', { language, today: localToday() });
  return <AskedPage asked={asked}>{(picture) => <Team picture={picture} />}</AskedPage>;
}

function Team({ picture }: { readonly picture: TrainingPicture }) {
  const w = useWords('training').team;
  const language = useLanguage();
  const may = useMay();
  const [mayWrite, mayExport] = [may('write', 'training'), may('export', 'training')];
  const save = useTask('training', 'exportRegister');
  const [open, setOpen] = useState<'print' | 'paper' | 'attendance' | null>(null);
  const close = (): void => setOpen(null);
  const isEmpty = picture.courses.every(({ on }) => !on);
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {mayExport && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => setOpen('print')}
          >
            {w.print}
          </Button>
        )}
        {mayWrite && (
          <>
            <Button
              variant="default"
              leftSection={<IconPencilCheck size={18} aria-hidden />}
              onClick={() => setOpen('paper')}
            >
              {w.paper}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
              onClick={() => setOpen('attendance')}
            >
              {w.attendance}
            </Button>
          </>
        )}
        {mayExport && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button leftSection={<IconDownload size={18} aria-hidden />} loading={save.isRunning}>
                {w.exportAs}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['pdf', 'xlsx', 'csv'] as const).map((format) => (
                <Menu.Item key={format} onClick={() => void save.run({ format, language, today: picture.today })}>
                  {format.toUpperCase()}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      <TrainingTabs here="team" />
      <FailureNotice failure={save.failure} />
      {save.answer !== undefined && <Alert role="status">{w.exported(save.answer.rows, save.answer.file)}</Alert>}
      {picture.refused.length > 0 && <RefusedCard refused={picture.refused} />}
      {isEmpty ? <BeginCard picture={picture} /> : <RegisterCard picture={picture} />}
      <MembersCard picture={picture} />
      <CoursesCard picture={picture} />
      {open === 'print' && <PrintDialog picture={picture} onClose={close} />}
      {open === 'paper' && <PaperDialog picture={picture} onClose={close} />}
      {open === 'attendance' && <AttendanceDialog picture={picture} onClose={close} />}
    </Stack>
  );
}
