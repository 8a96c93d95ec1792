/** One section of a document: its text, what is no longer true in it, and writing in it. */
import { Button, Group, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DocumentDetail, SectionDetail } from '#shared/domains/documents/model';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { DecideDialog } from './DecideDialog';
import styles from './documents.module.css';
import { SectionText } from './SectionText';

const SectionEditor = lazy(async () => ({ default: (await import('./SectionEditor')).SectionEditor }));

type Props = { readonly document: DocumentDetail; readonly section: SectionDetail; readonly mayWrite: boolean };

export function DocumentSection({ document, section, mayWrite }: Props) {
  const w = useWords('documents');
  const edit = useCommand('documents', 'editSection');
  const renew = useCommand('documents', 'bringUpToDate');
  const [doing, setDoing] = useState<'edit' | 'decide' | null>(null);
  const which = { id: document.id, revision: document.revision };
  const isThere = section.state !== 'new';
  return (
    <section className={styles.section} aria-label={section.title}>
      <div className={styles.head}>
        <Title order={3} size="h4">
          {section.title}
        </Title>
        {mayWrite && doing !== 'edit' && isThere && (
          <Group gap="xs">
            {section.edited && section.state !== 'current' && (
              <Button size="xs" onClick={() => setDoing('decide')} aria-label={w.decideOne(section.title)}>
                {w.decideShort}
              </Button>
            )}
            {section.edited && (
              <Button
                size="xs"
                variant="default"
                loading={edit.isRunning}
                aria-label={w.takeBackOne(section.title)}
                onClick={() => void edit.run({ ...which, section: section.id, blocks: null })}
              >
                {w.takeBack}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setDoing('edit')} aria-label={w.writeOne(section.title)}>
              {w.write}
            </Button>
          </Group>
        )}
      </div>
      <div className={styles.marks}>
        {section.edited && <span>{w.edited}</span>}
        {section.state !== 'current' && <span className={styles.old}>{w.sectionStates[section.state]}</span>}
        {section.missing.length > 0 && !section.edited && (
          <span className={styles.old}>{w.lacks(section.missing.map(({ label }) => label).join(', '))}</span>
        )}
      </div>
      {section.changes.map(({ fact, label, removed, added }) => (
        <Text key={fact} size="sm" mt={4}>
          {label}: {removed.length > 0 && <del>{removed.join(', ')}</del>}{' '}
          {added.length > 0 && <ins>{added.join(', ')}</ins>}
        </Text>
      ))}
      {section.state === 'changed' && section.otherwise && (
        <Text size="sm" mt={4}>
          {w.otherwise}
        </Text>
      )}
      <FailureNotice failure={edit.failure ?? renew.failure} />
      {doing === 'edit' ? (
        <Suspense fallback={<Loading />}>
          <SectionEditor
            section={{ id: section.id, title: section.title, blocks: section.blocks }}
            isSaving={edit.isRunning}
            onCancel={() => setDoing(null)}
            onSave={(blocks) =>
              void edit.run({ ...which, section: section.id, blocks }).then((saved) => {
                if (saved !== undefined) setDoing(null);
              })
            }
          />
        </Suspense>
      ) : (
        <SectionText blocks={section.blocks} />
      )}
      {doing === 'decide' && (
        <DecideDialog
          section={section}
          isSaving={renew.isRunning}
          onClose={() => setDoing(null)}
          onDecide={(take) =>
            void renew.run({ ...which, choices: [{ section: section.id, take }] }).then((done) => {
              if (done !== undefined) setDoing(null);
            })
          }
        />
      )}
    </section>
  );
}
