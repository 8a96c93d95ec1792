/** What two texts have in common and where they differ, word by word. */
import { diffWordsWithSpace } from 'diff';
import styles from './documents.module.css';

type Props = { readonly before: string; readonly after: string };

export const WordDiff = ({ before, after }: Props) => (
  <div className={styles.diff}>
    {diffWordsWithSpace(before, after).map(({ value, added, removed }, at) =>
      added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : <span key={at}>{value}</span>,
    )}
  </div>
);
