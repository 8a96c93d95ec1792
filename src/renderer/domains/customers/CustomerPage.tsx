/** One customer: what is held, what each field is for, what was typed, what happened, and what can be done. */
import { Alert, Button, Menu, Stack, Switch, Text } from '@mantine/core';
import { IconArrowLeft, IconDots, IconEdit, IconGitMerge, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { CustomerId } from '#shared/domains/customers/model';
import { AskedPage } from '../../app/AskedPage';
import { TextLink, useGo } from '../../app/go';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { momentIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { GlassDialog } from '../access/GlassDialog';
import { ConsentCard } from '../consents/ConsentCard';
import styles from './CustomerPage.module.css';
import { CustomerHistory } from './CustomerHistory';
import { useDeclarations } from './declarations';
import { fieldGroups } from './field-groups';
import { titleOf } from './field-text';
import { FieldList } from './FieldList';
import { Masked } from './Masked';
import { MergeDialog } from './MergeDialog';
import { RemoveDialog } from './RemoveDialog';
import { nobody, withIds } from './selection';

export function CustomerPage({ id }: { readonly id: CustomerId }) {
  const w = useWords('customers');
  const language = useLanguage();
  const go = useGo();
  const may = useMay();
  const asked = useAsked('customers', 'get', { id });
  const declarations = useDeclarations();
  const [explain, setExplain] = useState(false);
  const [dialog, setDialog] = useState<'merge' | 'remove' | 'glass' | null>(null);
  const toList = (): void => void go({ to: '/customers' });
  return (
    <AskedPage asked={asked} back={{ to: '/customers', label: w.detail.back }}>
      {(customer) => {
        const own = declarations.list.filter(({ custom }) => custom).map(({ name }) => name);
        return (
          <Stack gap="sm">
            <TextLink to="/customers" size="sm" className={styles.back}>
              <IconArrowLeft size={15} aria-hidden /> {w.detail.back}
            </TextLink>
            <div>
              <PageHead title={titleOf(customer)}>
                <Button
                  leftSection={<IconEdit size={17} aria-hidden />}
                  onClick={() => void go({ to: '/customers/$id/edit', params: { id } })}
                >
                  {w.detail.edit}
                </Button>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button variant="default" leftSection={<IconDots size={17} aria-hidden />}>
                      {w.detail.more}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<IconGitMerge size={16} aria-hidden />} onClick={() => setDialog('merge')}>
                      {w.detail.merge}
                    </Menu.Item>
                    {may('erase', 'customers') && (
                      <Menu.Item
                        color="red"
                        leftSection={<IconTrash size={16} aria-hidden />}
                        onClick={() => setDialog('remove')}
                      >
                        {w.detail.remove}
                      </Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              </PageHead>
              <Text size="sm" c="dimmed" className={styles.facts}>
                {customer.id} · {w.detail.changed(momentIn(language, customer.changedAt))}
                {customer.import && (
                  <>
                    {' · '}
                    <TextLink to="/imports/$id" params={{ id: customer.import }} size="sm" underline="always">
                      {w.detail.fromImport}
                    </TextLink>
                  </>
                )}
              </Text>
            </div>
            <MayBeTwice id={customer.id} />
            <Masked customer={customer} onGlass={() => setDialog('glass')} onShown={asked.again} />
            <Switch
              checked={explain}
              onChange={(event) => setExplain(event.currentTarget.checked)}
              label={w.detail.explain}
            />
            <div className={styles.columns}>
              <Stack>
                {fieldGroups.map(({ name, fields }) => (
                  <FieldList
                    key={name}
                    title={w.groups[name]}
                    customer={customer}
                    names={fields}
                    declared={declarations.of}
                    explain={explain}
                  />
                ))}
                <FieldList
                  title={w.groups.own}
                  customer={customer}
                  names={own}
                  declared={declarations.of}
                  explain={explain}
                />
                {may('read', 'consents') && <ConsentCard customer={id} name={titleOf(customer)} />}
              </Stack>
              <CustomerHistory customer={customer} declared={declarations.of} />
            </div>
            {dialog === 'glass' && (
              <GlassDialog
                customer={customer.id}
                onClose={() => setDialog(null)}
                onShown={() => {
                  setDialog(null);
                  asked.again();
                }}
              />
            )}
            {dialog === 'merge' && <MergeDialog customer={customer} onClose={() => setDialog(null)} />}
            {dialog === 'remove' && (
              <RemoveDialog
                selection={withIds(nobody, [customer.id], true)}
                count={1}
                onClose={() => setDialog(null)}
                onRemoved={toList}
              />
            )}
          </Stack>
        );
      }}
    </AskedPage>
  );
}

/** A cluster with this customer in it is worth a line here. */
function MayBeTwice({ id }: { readonly id: CustomerId }) {
  const w = useWords('customers');
  const { answer } = useAsked('customers', 'duplicates', { of: id, limit: 1 });
  const cluster = answer?.clusters[0];
  if (!cluster) return null;
  return (
    <Alert color="clay" icon={<IconUsersGroup aria-hidden />} title={w.duplicates.maybe(cluster.members.length - 1)}>
      <TextLink to="/customers/duplicates" search={{ cluster: cluster.id }} size="sm">
        {w.duplicates.compare}
      </TextLink>
    </Alert>
  );
}
