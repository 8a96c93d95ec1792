/** Merges a customer with another one found by searching: find, compare, decide who stays. */
import { Button, Group, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Customer, CustomerId } from '#shared/domains/customers/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useGo } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { ComparePeople } from './ComparePeople';
import { titleOf } from './field-text';
import styles from './MergeDialog.module.css';

type Props = { readonly customer: Customer; readonly onClose: () => void };

export function MergeDialog({ customer, onClose }: Props) {
  const w = useWords('customers');
  const [other, setOther] = useState<CustomerId | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      size={other ? '64rem' : 'md'}
      title={w.merge.title(titleOf(customer))}
      closeButtonProps={{ 'aria-label': w.close }}
    >
      {other === null ? (
        <FindOther customer={customer} onFound={setOther} />
      ) : (
        <Decide customer={customer} other={other} onBack={() => setOther(null)} onClose={onClose} />
      )}
    </Modal>
  );
}

function FindOther({ customer, onFound }: { readonly customer: Customer; readonly onFound: (id: CustomerId) => void }) {
  const w = useWords('customers');
  const [text, setText] = useState(customer.fields.family_name ?? customer.fields.company ?? '');
  const [settled] = useDebouncedValue(text, 80);
  const { answer } = useAsked('customers', 'search', { text: settled, limit: 12 });
  const rows = settled.trim() === '' ? [] : (answer?.rows.filter(({ id }) => id !== customer.id) ?? []);
  return (
    <Stack>
      <TextInput
        data-autofocus
        label={w.merge.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        maxLength={400}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" role="status">
        {settled.trim() === '' ? w.merge.type : rows.length === 0 ? w.merge.nobody : w.merge.pick}
      </Text>
      <Stack gap={4} component="ul" p={0} m={0} className={styles.list}>
        {rows.map(({ id, name, email, company }) => (
          <li key={id}>
            <UnstyledButton className={styles.person} onClick={() => onFound(id)}>
              <Text size="sm" fw={600}>
                {name || company || email || id}
              </Text>
              <Text size="xs" c="dimmed">
                {[id, email, company].filter(Boolean).join(' · ')}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

type DecideProps = {
  readonly customer: Customer;
  readonly other: CustomerId;
  readonly onBack: () => void;
  readonly onClose: () => void;
};

function Decide({ customer, other: otherId, onBack, onClose }: DecideProps) {
  const w = useWords('customers');
  const go = useGo();
  const { answer: other } = useAsked('customers', 'get', { id: otherId });
  const [survivor, setSurvivor] = useState<CustomerId>(customer.id);
  const merge = useCommand('customers', 'merge');
  if (!other) return null;
  async function mergeThem(): Promise<void> {
    const gone = survivor === customer.id ? otherId : customer.id;
    if (!(await merge.run({ survivor, others: [gone] }))) return;
    onClose();
    if (survivor !== customer.id) void go({ to: '/customers/$id', params: { id: survivor } });
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {w.duplicates.how}
      </Text>
      <ComparePeople members={[customer, other]} survivor={survivor} onSurvivor={setSurvivor} name="merge" />
      <FailureNotice failure={merge.failure} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {w.merge.back}
        </Button>
        <Button loading={merge.isRunning} onClick={() => void mergeThem()}>
          {w.duplicates.merge(survivor)}
        </Button>
      </Group>
    </Stack>
  );
}
