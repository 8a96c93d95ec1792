/** All documents: what is to be read, what there is and how it stands, and what can be made. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconBuilding, IconFileText } from '@tabler/icons-react';
import type { AvailableTemplate, DocumentRow, Overview } from '#shared/domains/documents/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink, TextLink } from '../../app/go';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { DocumentMarks } from './DocumentMarks';
import styles from './documents.module.css';

export function DocumentsPage() {
  const asked = useAsked('documents', 'overview', { language: useLanguage(), today: localToday() });
  return <AskedPage asked={asked}>{(overview) => <Shown overview={overview} />}</AskedPage>;
}

const kinds = ['policy', 'standard', 'notice'] as const;

function Shown({ overview: { documents, templates, toRead } }: { readonly overview: Overview }) {
  const w = useWords('documents');
  const language = useLanguage();
  const may = useMay();
  const mayWrite = may('write', 'documents');
  const create = useCommand('documents', 'create');
  const page = useTask('documents', 'preferencePage');
  const applying = templates.filter(({ applies }) => applies === 'yes');
  const makeAll = (
    <Button
      loading={create.isRunning}
      disabled={!mayWrite}
      onClick={() => void create.run({ language, today: localToday() })}
    >
      {w.makeAll(applying.length)}
    </Button>
  );
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        <Button
          component={PageLink}
          to="/documents/facts"
          variant="default"
          leftSection={<IconBuilding size={18} aria-hidden />}
        >
          {w.facts.title}
        </Button>
        {documents.length > 0 && applying.length > 0 && makeAll}
      </PageHead>
      <FailureNotice failure={create.failure ?? page.failure} />
      {page.answer !== undefined && <Alert role="status">{w.written(page.answer.file)}</Alert>}
      {toRead.length > 0 && (
        <Card title={w.toRead}>
          <ul className={styles.list}>
            {toRead.map(({ id, title, version }) => (
              <li key={id}>
                <TextLink to="/documents/$id" params={{ id }}>
                  {title}
                </TextLink>
                <Text size="sm">{w.versionNumber(version)}</Text>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {documents.length === 0 ? (
        <EmptyState icon={<IconFileText aria-hidden />} title={w.empty} lines={w.emptyLines}>
          {applying.length > 0 && makeAll}
        </EmptyState>
      ) : (
        kinds.map((kind) => <Kind key={kind} kind={kind} documents={documents.filter((one) => one.kind === kind)} />)
      )}
      <Templates
        templates={templates}
        mayWrite={mayWrite}
        make={(name) => void create.run({ templates: [name], language, today: localToday() })}
      />
      {may('export', 'documents') && (
        <Card title={w.preference.title}>
          <Text>{w.preference.lead}</Text>
          <Group>
            <Button variant="default" loading={page.isRunning} onClick={() => void page.run({ language })}>
              {w.preference.save}
            </Button>
          </Group>
        </Card>
      )}
    </Stack>
  );
}

function Kind({ kind, documents }: { readonly kind: DocumentRow['kind']; readonly documents: readonly DocumentRow[] }) {
  const w = useWords('documents');
  if (documents.length === 0) return null;
  return (
    <Card title={w.kinds[kind]}>
      <ul className={styles.list}>
        {documents.map((one) => (
          <li key={one.id}>
            <TextLink to="/documents/$id" params={{ id: one.id }}>
              {one.title}
            </TextLink>
            <DocumentMarks row={one} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type TemplatesProps = {
  readonly templates: readonly AvailableTemplate[];
  readonly mayWrite: boolean;
  readonly make: (name: string) => void;
};

function Templates({ templates, mayWrite, make }: TemplatesProps) {
  const w = useWords('documents');
  if (templates.length === 0) return null;
  return (
    <Card title={w.templates}>
      <Text c="dimmed">{w.templatesLead}</Text>
      <ul className={styles.list}>
        {templates.map(({ name, title, purpose, applies }) => (
          <li key={name}>
            <div>
              <Text fw={600}>{title}</Text>
              <Text size="sm">{purpose}</Text>
              {applies !== 'yes' && (
                <Text size="sm" c="dimmed">
                  {w.applies[applies]}
                </Text>
              )}
            </div>
            {mayWrite && (
              <Button size="xs" variant="default" onClick={() => make(name)} aria-label={w.makeOne(title)}>
                {w.make}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
