/** How a document stands, in a few words. */
import type { DocumentRow } from '#shared/domains/documents/model';
import { useWords } from '../../app/words';
import styles from './documents.module.css';

export function DocumentMarks({ row }: { readonly row: DocumentRow }) {
  const w = useWords('documents');
  return (
    <div className={styles.marks}>
      <span className={row.state === 'published' ? styles.good : undefined}>{w.states[row.state]}</span>
      {row.version > 0 && <span>{w.versionNumber(row.version)}</span>}
      {row.outOfDate > 0 && <span className={styles.old}>{w.outOfDate(row.outOfDate)}</span>}
      {row.missing > 0 && <span className={styles.old}>{w.missing(row.missing)}</span>}
      {row.changedSince && <span>{w.changedSince}</span>}
      {row.readers > 0 && <span>{w.read(row.readers - row.unread.length, row.readers)}</span>}
    </div>
  );
}
