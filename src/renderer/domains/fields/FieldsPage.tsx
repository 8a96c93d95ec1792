/** What every field is for: purpose, sensitivity, retention; own fields and purposes. */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { Field, Purpose } from '#shared/domains/fields/model';
import { AskedPage } from '../../app/AskedPage';
import { PageLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { FieldDialog } from './FieldDialog';
import styles from './FieldsPage.module.css';
import { FieldTable } from './FieldTable';
import { PurposeDialog } from './PurposeDialog';

export function FieldsPage() {
  const w = useWords('fields');
  const { holdings } = useWords('reports');
  const named = namesIn(useLanguage());
  const asked = useAsked('fields', 'list', {});
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  const { answer: classes = [] } = useAsked('fields', 'retentionClasses', {});
  const [field, setField] = useState<Field | 'new' | null>(null);
  const [purpose, setPurpose] = useState<Purpose | 'new' | null>(null);
  const fields = asked.answer ?? [];
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={PageLink} to="/holdings" size="sm" className={styles.back}>
          <IconArrowLeft size={15} aria-hidden /> {w.back}
        </Anchor>
        <PageHead title={w.title} lead={w.lead}>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setField('new')}>
            {w.add}
          </Button>
        </PageHead>
      </div>
      <AskedPage asked={asked}>
        {(list) => <FieldTable fields={list} purposes={purposes} classes={classes} onChange={setField} />}
      </AskedPage>
      <Card title={w.purposes}>
        <Text c="dimmed">{w.purposesLead}</Text>
        <ul className={styles.purposes}>
          {purposes.map((one) => (
            <li key={one.id}>
              <span>
                <b>{named(one.id, one.name)}</b>
                <Text size="sm" c="dimmed" component="span" display="block">
                  {holdings.basis[one.lawfulBasis]} · {w.uses(fields.filter((used) => used.purpose === one.id).length)}
                </Text>
              </span>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${w.change}: ${named(one.id, one.name)}`}
                onClick={() => setPurpose(one)}
              >
                {w.change}
              </Button>
            </li>
          ))}
        </ul>
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setPurpose('new')}>
            {w.addPurpose}
          </Button>
        </Group>
      </Card>
      {field !== null && (
        <FieldDialog
          field={field}
          now={field === 'new' ? undefined : fields.find(({ name }) => name === field.name)}
          purposes={purposes}
          classes={classes}
          onClose={() => setField(null)}
        />
      )}
      {purpose !== null && (
        <PurposeDialog
          purpose={purpose}
          now={purpose === 'new' ? undefined : purposes.find(({ id }) => id === purpose.id)}
          onClose={() => setPurpose(null)}
        />
      )}
    </Stack>
  );
}
