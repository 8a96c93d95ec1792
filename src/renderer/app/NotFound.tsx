/** An address without a page. */
import { Button } from '@mantine/core';
import { PageLink } from './go';
import { useWords } from './words';
import { PageHead } from '../ui/PageHead';

export function NotFound() {
  const w = useWords('shell');
  return (
    <>
      <PageHead title={w.notFound} />
      <Button component={PageLink} to="/">
        {w.toHome}
      </Button>
    </>
  );
}
