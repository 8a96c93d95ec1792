/** The sheet that the screens before the open vault are written on. */
import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { LanguageChoice } from './LanguageChoice';
import styles from './Door.module.css';
import { Mark } from '../../ui/Mark';

type Props = {
  readonly title: string;
  readonly lead?: string;
  readonly wide?: boolean;
  /** Where the cursor is to begin; the title when nothing is named. */
  readonly begin?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
};

export function Door({ title, lead, wide = false, begin, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Steward`;
    (begin ?? heading).current?.focus({ preventScroll: true });
  }, [title, begin]);
  return (
    <main className={styles.ground}>
      <div className={wide ? styles.wide : styles.sheet}>
        <div className={styles.head}>
          <Mark size={40} />
          <LanguageChoice />
        </div>
        <Stack gap={6} mb="lg">
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead !== undefined && <Text c="dimmed">{lead}</Text>}
        </Stack>
        {children}
      </div>
    </main>
  );
}
