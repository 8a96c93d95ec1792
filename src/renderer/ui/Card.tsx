/** A sheet of paper on the page: one subject, with a heading of its own. */
import { Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = { readonly title?: string; readonly children: ReactNode };

export function Card({ title, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      <Stack gap="sm">
        {title !== undefined && (
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
        )}
        {children}
      </Stack>
    </section>
  );
}
