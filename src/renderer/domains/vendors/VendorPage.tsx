/** One vendor: who it is, what the contract says, who is behind it, and what it answered. */
import { Anchor, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { AskedPage } from '../../app/AskedPage';
import { NotFound } from '../../app/NotFound';
import { PageLink } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { QuestionsCard } from './QuestionsCard';
import { VendorForm } from './VendorForm';
import styles from './VendorsPage.module.css';

export function VendorPage({ id }: { readonly id: string }) {
  const w = useWords('vendors').form;
  const asked = useAsked('vendors', 'list', { language: useLanguage() });
  return (
    <AskedPage asked={asked}>
      {(register) => {
        const vendor = register.vendors.find((one) => one.id === id) ?? null;
        if (vendor === null && id !== 'new') return <NotFound />;
        return (
          <Stack gap="lg">
            <div>
              <Anchor component={PageLink} to="/vendors" size="sm" className={styles.back ?? ''}>
                <IconArrowLeft size={15} aria-hidden /> {w.back}
              </Anchor>
              <PageHead title={vendor?.name ?? w.newTitle} />
            </div>
            <VendorForm key={id} vendor={vendor} people={register.people} />
            {vendor !== null && <QuestionsCard vendor={vendor} />}
          </Stack>
        );
      }}
    </AskedPage>
  );
}
