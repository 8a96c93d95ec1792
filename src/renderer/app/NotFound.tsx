/** An address nobody lives at. */
import { Button } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { EmptyState } from '../ui/EmptyState';
import { PageLink } from './go';
import { useWords } from './words';

export function NotFound() {
  const w = useWords('shell');
  return (
    <EmptyState icon={<IconMapPinQuestion aria-hidden />} title={w.notFound} lines={[]}>
      <Button component={PageLink} to="/">
        {w.toHome}
      </Button>
    </EmptyState>
  );
}
