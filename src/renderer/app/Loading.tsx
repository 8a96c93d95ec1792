/** What is seen while a page is being fetched. */
import { Center, Loader } from '@mantine/core';
import { useWords } from './words';

export function Loading() {
  const w = useWords('shell');
  return (
    <Center h={220}>
      <Loader aria-label={w.loading} />
    </Center>
  );
}
