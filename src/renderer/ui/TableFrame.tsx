/** The visible frame around a table; a table wider than the page scrolls inside it. */
import type { ReactNode } from 'react';
import styles from './TableFrame.module.css';

type Props = {
  /** Names the frame of a table that holds nothing to stop at, so that the keyboard can reach and scroll it. */
  readonly label?: string;
  readonly children: ReactNode;
};

export const TableFrame = ({ label, children }: Props) => (
  <div className={styles.frame} {...(label === undefined ? {} : { role: 'group', 'aria-label': label, tabIndex: 0 })}>
    {children}
  </div>
);
