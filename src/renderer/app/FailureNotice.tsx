/** A *no* in words: what happened, what was kept, what to do next. The one place where the page shows failures. */
import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { failureInWords } from './failure-words';
import type { Failure } from '#shared/kernel/failures';
import { useLanguage } from './language';

type Props = { readonly failure: Failure | null };

export function FailureNotice({ failure }: Props) {
  const language = useLanguage();
  if (failure === null) return null;
  const { happened, kept, next } = failureInWords(failure, language);
  return (
    <Alert color="clay" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />} title={happened}>
      <Stack gap={4}>
        <Text size="sm">{kept}</Text>
        <Text size="sm">{next}</Text>
      </Stack>
    </Alert>
  );
}
