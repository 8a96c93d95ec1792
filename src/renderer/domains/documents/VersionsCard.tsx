/** The versions of a document, and what differs between one and the text as it stands or another. */
import { Button, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { DocumentDetail, VersionContent } from '#shared/domains/documents/model';
import { plainBlocks } from '#shared/domains/documents/rules';
import { AskedPage } from '../../app/AskedPage';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './documents.module.css';
import { WordDiff } from './WordDiff';

export function VersionsCard({ document }: { readonly document: DocumentDetail }) {
  const w = useWords('documents');
  const format = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium' });
  const [compared, setCompared] = useState<number | null>(null);
  return (
    <Card title={w.versions}>
      {document.versions.length === 0 ? (
        <Text size="sm">{w.noVersion}</Text>
      ) : (
        <ul className={styles.list}>
          {document.versions.map(({ number, approvedBy, approvedAt, publishedAt, digest }) => (
            <li key={number}>
              <div>
                <Text size="sm" fw={600}>
                  {w.versionNumber(number)}
                </Text>
                <Text size="sm">
                  {w.approvedBy(
                    document.people.find(({ id }) => id === approvedBy)?.name ?? approvedBy,
                    format.format(new Date(approvedAt)),
                  )}
                </Text>
                {publishedAt !== null && <Text size="sm">{w.publishedOn(format.format(new Date(publishedAt)))}</Text>}
                <Text size="xs" c="dimmed">
                  {w.digest(digest.slice(0, 16))}
                </Text>
              </div>
              <Button size="xs" variant="default" aria-label={w.compareOne(number)} onClick={() => setCompared(number)}>
                {w.compare}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {compared !== null && (
        <Modal
          opened
          onClose={() => setCompared(null)}
          size="60rem"
          title={w.compareTitle(compared)}
          closeButtonProps={{ 'aria-label': w.decide.close }}
        >
          <Compared document={document} number={compared} />
        </Modal>
      )}
    </Card>
  );
}

function Compared({ document, number }: { readonly document: DocumentDetail; readonly number: number }) {
  const before = useAsked('documents', 'version', { id: document.id, version: number });
  const after = useAsked('documents', 'version', { id: document.id, version: null });
  return (
    <AskedPage asked={before}>
      {(was) => <AskedPage asked={after}>{(is) => <Differences was={was} is={is} />}</AskedPage>}
    </AskedPage>
  );
}

function Differences({ was, is }: { readonly was: VersionContent; readonly is: VersionContent }) {
  const w = useWords('documents');
  const ids = [...new Set([...is.sections, ...was.sections].map(({ id }) => id))];
  const differing = ids.flatMap((id) => {
    const [before, after] = [was, is].map(({ sections }) => sections.find((section) => section.id === id));
    const texts = [before, after].map((section) => (section === undefined ? '' : plainBlocks(section.blocks)));
    return texts[0] === texts[1] ? [] : [{ id, title: after?.title ?? before?.title ?? id, texts }];
  });
  if (differing.length === 0) return <Text role="status">{w.noDifference}</Text>;
  return (
    <Stack gap="md">
      {differing.map(({ id, title, texts }) => (
        <section key={id}>
          <Title order={3} size="h4">
            {title}
          </Title>
          <WordDiff before={texts[0] ?? ''} after={texts[1] ?? ''} />
        </section>
      ))}
    </Stack>
  );
}
