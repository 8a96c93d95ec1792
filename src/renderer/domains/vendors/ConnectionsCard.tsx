/** The register of connections: what talks to what, where its key lies, when it is changed and tested. */
import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Integration, Register } from '#shared/domains/vendors/model';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { ConnectionDialog } from './ConnectionDialog';
import styles from './VendorsPage.module.css';

export function ConnectionsCard({ register }: { readonly register: Register }) {
  const w = useWords('vendors').connections;
  const language = useLanguage();
  const mayWrite = useMay()('write', 'vendors');
  const end = useCommand('vendors', 'endIntegration');
  const [edited, setEdited] = useState<Integration | 'new' | null>(null);
  const current = register.integrations.filter(({ ended }) => !ended);
  return (
    <Card title={w.title}>
      <Text size="sm" c="dimmed">
        {w.lead}
      </Text>
      <FailureNotice failure={end.failure} />
      {current.length === 0 ? (
        <Text size="sm">{w.none}</Text>
      ) : (
        <ul className={styles.list}>
          {current.map((one) => (
            <li key={one.id} className={styles.item}>
              <div>
                <Text fw={600}>{one.name}</Text>
                <Text size="sm" c="dimmed">
                  {[
                    one.uses,
                    one.scope,
                    ...(one.secretPlace === '' ? [] : [w.keyAt(one.secretPlace)]),
                    ...(one.rotateDueOn === null ? [] : [w.rotateDue(dayIn(language, one.rotateDueOn))]),
                    ...(one.testDueOn === null ? [] : [w.testDue(dayIn(language, one.testDueOn))]),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              {mayWrite && (
                <Group gap="xs">
                  <Button variant="default" size="xs" aria-label={w.edit(one.name)} onClick={() => setEdited(one)}>
                    {w.editShort}
                  </Button>
                  <Button
                    variant="subtle"
                    size="xs"
                    aria-label={w.end(one.name)}
                    onClick={() => void end.run({ id: one.id, revision: one.revision, ended: true })}
                  >
                    {w.endShort}
                  </Button>
                </Group>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {w.add}
          </Button>
        </Group>
      )}
      {edited !== null && (
        <ConnectionDialog
          register={register}
          integration={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
