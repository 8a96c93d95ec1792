/** How somebody stands with a course: a sign and words, never a colour alone. */
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import type { CourseState } from '#shared/domains/training/model';
import styles from './training.module.css';

const signs = { 'up-to-date': IconCircleCheck, due: IconClock, overdue: IconAlertTriangle } as const;

export function StateSign({ state, children }: { readonly state: CourseState; readonly children: string }) {
  const Sign = signs[state];
  return (
    <span className={styles.state} data-state={state}>
      <Sign size={16} aria-hidden />
      {children}
    </span>
  );
}
