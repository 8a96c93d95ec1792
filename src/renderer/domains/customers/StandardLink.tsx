/** Leads from the form to the business's own standard for data entry, where there is one. */
import { Text } from '@mantine/core';
import { TextLink } from '../../app/go';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';

const template = 'documents:data-entry';

export function StandardLink() {
  const w = useWords('customers').form;
  const may = useMay();
  const { answer } = useAsked(
    'documents',
    'overview',
    { language: useLanguage() },
    { enabled: may('read', 'documents') },
  );
  const standard = answer?.documents.find((one) => one.template === template && one.state === 'published');
  if (standard === undefined) return null;
  return (
    <Text size="sm">
      {w.standard}{' '}
      <TextLink underline="always" to="/documents/$id" params={{ id: standard.id }}>
        {standard.title}
      </TextLink>
    </Text>
  );
}
