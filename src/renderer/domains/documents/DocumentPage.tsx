/** One document: its text section by section, what is no longer true, versions, readers, and what the law asks of it. */
import { Alert, Button, Menu, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { DocumentDetail, DocumentId } from '#shared/domains/documents/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay, useSession } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { ChecklistCard } from './ChecklistCard';
import { DocumentMarks } from './DocumentMarks';
import { DocumentSection } from './DocumentSection';
import styles from './documents.module.css';
import { PlanCard } from './PlanCard';
import { ReadersCard } from './ReadersCard';
import { VersionsCard } from './VersionsCard';

export function DocumentPage({ id }: { readonly id: DocumentId }) {
  const asked = useAsked('documents', 'open', { id, language: useLanguage(), today: localToday() });
  return <AskedPage asked={asked}>{(document) => <Shown document={document} />}</AskedPage>;
}

function Shown({ document }: { readonly document: DocumentDetail }) {
  const w = useWords('documents');
  const may = useMay();
  const me = useSession((state) => state.who?.person?.id);
  const renew = useCommand('documents', 'bringUpToDate');
  const approve = useCommand('documents', 'approve');
  const publish = useCommand('documents', 'publish');
  const acknowledge = useCommand('documents', 'acknowledge');
  const save = useTask('documents', 'export');
  const which = { id: document.id, revision: document.revision };
  const mayWrite = may('write', 'documents');
  const newest = document.versions[0];
  const published = document.versions.find(({ publishedAt }) => publishedAt !== null);
  const asksMe = published !== undefined && document.readBy.some(({ person, at }) => person === me && at === null);
  return (
    <Stack gap="lg">
      <PageHead title={document.title} lead={document.purpose}>
        {may('export', 'documents') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={save.isRunning}>
                {w.save}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['pdf', 'docx', 'html', 'md'] as const).map((format) => (
                <Menu.Item
                  key={format}
                  onClick={() =>
                    void save.run({
                      id: document.id,
                      format,
                      version: document.changedSince || newest === undefined ? null : newest.number,
                    })
                  }
                >
                  {w.formats[format]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {may('approve', 'documents') && (newest === undefined || document.changedSince) && (
          <Button
            variant="default"
            loading={approve.isRunning}
            disabled={document.outOfDate > 0}
            onClick={() => void approve.run(which)}
          >
            {w.approve}
          </Button>
        )}
        {mayWrite && newest?.publishedAt === null && (
          <Button loading={publish.isRunning} onClick={() => void publish.run({ ...which, today: localToday() })}>
            {w.publish(newest.number)}
          </Button>
        )}
      </PageHead>
      <DocumentMarks row={document} />
      <FailureNotice
        failure={renew.failure ?? approve.failure ?? publish.failure ?? acknowledge.failure ?? save.failure}
      />
      {save.answer !== undefined && <Alert role="status">{w.written(save.answer.file)}</Alert>}
      {asksMe && (
        <Alert title={w.pleaseRead}>
          <Stack align="flex-start" gap="xs">
            <Text>{w.pleaseReadLead(published.number)}</Text>
            <Button
              loading={acknowledge.isRunning}
              onClick={() => void acknowledge.run({ id: document.id, version: published.number })}
            >
              {w.acknowledge}
            </Button>
          </Stack>
        </Alert>
      )}
      {document.outOfDate > 0 && (
        <Alert color="clay" title={w.oldTitle(document.outOfDate)}>
          <Stack align="flex-start" gap="xs">
            <Text>{w.oldLead}</Text>
            {mayWrite && (
              <Button loading={renew.isRunning} onClick={() => void renew.run(which)}>
                {w.bringUpToDate}
              </Button>
            )}
            {renew.answer !== undefined && renew.answer.undecided.length > 0 && (
              <Text role="status">{w.undecided(renew.answer.undecided.length)}</Text>
            )}
          </Stack>
        </Alert>
      )}
      <div className={styles.columns}>
        <Card title={w.text}>
          <div>
            {document.sections.map((section) => (
              <DocumentSection key={section.id} document={document} section={section} mayWrite={mayWrite} />
            ))}
          </div>
        </Card>
        <Stack gap="lg">
          {document.checklists.map((list) => (
            <ChecklistCard key={list.name} list={list} />
          ))}
          {document.kind !== 'notice' && published !== undefined && <ReadersCard document={document} />}
          <VersionsCard document={document} />
          <PlanCard document={document} mayWrite={mayWrite} />
          {document.obligations.length > 0 && (
            <Card title={w.serves}>
              <Text size="sm">{w.servesLead}</Text>
              <ul>
                {document.obligations.map(({ name, title }) => (
                  <li key={name}>{title}</li>
                ))}
              </ul>
            </Card>
          )}
        </Stack>
      </div>
    </Stack>
  );
}
