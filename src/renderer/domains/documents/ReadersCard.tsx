/** Who has said that they read the published version, and who has not. */
import { Text } from '@mantine/core';
import type { DocumentDetail } from '#shared/domains/documents/model';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './documents.module.css';

export function ReadersCard({ document }: { readonly document: DocumentDetail }) {
  const w = useWords('documents');
  const format = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium' });
  return (
    <Card title={w.readers}>
      <ul className={styles.list}>
        {document.readBy.map(({ person, name, at }) => (
          <li key={person}>
            <span>{name}</span>
            <Text size="sm" className={(at === null ? styles.old : styles.good) ?? ''}>
              {at === null ? w.notRead : w.readOn(format.format(new Date(at)))}
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
