/** The visible frame around a table; a table wider than the page scrolls inside it. */
import type { ReactNode } from 'react';
import styles from './TableFrame.module.css';

export const TableFrame = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.frame}>{children}</div>
);
