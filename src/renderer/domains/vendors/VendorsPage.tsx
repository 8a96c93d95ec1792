/** Vendors with what is missing about each, and the connections between systems. */
import { Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconPlus, IconTruckDelivery } from '@tabler/icons-react';
import type { Register, Vendor } from '#shared/domains/vendors/model';
import { AskedPage } from '../../app/AskedPage';
import { ButtonLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { ConnectionsCard } from './ConnectionsCard';
import styles from './VendorsPage.module.css';

export function VendorsPage() {
  const asked = useAsked('vendors', 'list', { language: useLanguage() });
  return <AskedPage asked={asked}>{(register) => <Shown register={register} />}</AskedPage>;
}

function Shown({ register }: { readonly register: Register }) {
  const w = useWords('vendors');
  const mayWrite = useMay()('write', 'vendors');
  const current = register.vendors.filter(({ ended }) => !ended);
  const ended = register.vendors.filter((vendor) => vendor.ended);
  const add = mayWrite && (
    <ButtonLink leftSection={<IconPlus size={18} aria-hidden />} to="/vendors/$id" params={{ id: 'new' }}>
      {w.add}
    </ButtonLink>
  );
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {current.length > 0 && add}
      </PageHead>
      {current.length === 0 ? (
        <EmptyState icon={<IconTruckDelivery aria-hidden />} title={w.empty} lines={w.emptyLines}>
          {add}
        </EmptyState>
      ) : (
        <Card title={w.list}>
          <VendorList vendors={current} />
        </Card>
      )}
      <ConnectionsCard register={register} />
      {ended.length > 0 && (
        <Card title={w.listEnded}>
          <VendorList vendors={ended} />
        </Card>
      )}
    </Stack>
  );
}

function VendorList({ vendors }: { readonly vendors: readonly Vendor[] }) {
  const w = useWords('vendors');
  const language = useLanguage();
  return (
    <ul className={styles.list}>
      {vendors.map((vendor) => (
        <li key={vendor.id} className={styles.item}>
          <div>
            <Text fw={600}>{vendor.name}</Text>
            <Text size="sm" c="dimmed">
              {[
                ...vendor.roles.map((role) => w.rolesShort[role]),
                ...(vendor.contractUntil === null ? [] : [w.ends(dayIn(language, vendor.contractUntil))]),
                ...(vendor.reviewOn === null ? [] : [w.reviewOn(dayIn(language, vendor.reviewOn))]),
              ].join(' · ')}
            </Text>
            {!vendor.ended && (
              <Text size="sm" className={vendor.gaps.length > 0 ? (styles.care ?? '') : ''}>
                {vendor.gaps.length === 0 ? (
                  <>
                    <IconCircleCheck size={15} aria-hidden /> {w.complete}
                  </>
                ) : (
                  vendor.gaps.map((gap) => w.gaps[gap]).join(' · ')
                )}
              </Text>
            )}
          </div>
          <ButtonLink
            variant="default"
            size="xs"
            to="/vendors/$id"
            params={{ id: vendor.id }}
            aria-label={w.open(vendor.name)}
          >
            {w.openShort}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
