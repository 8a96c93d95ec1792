/** Adds one customer by hand. */
import { Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useGo } from '../../app/go';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { CustomerForm } from './CustomerForm';
import { draftOf, emptyForm, type FormValues, isSameDraft } from './form-values';
import { LeaveGuard } from './LeaveGuard';
import { StandardLink } from './StandardLink';

export function AddCustomerPage() {
  const w = useWords('customers');
  const go = useGo();
  const [values, setValues] = useState<FormValues>(emptyForm);
  const add = useCommand('customers', 'add');
  const isSaved = useRef(false);
  async function save(): Promise<void> {
    const added = await add.run(draftOf(values));
    if (!added) return;
    isSaved.current = true;
    void go({ to: '/customers/$id', params: { id: added.id } });
  }
  return (
    <Stack maw={920} gap="sm">
      <PageHead title={w.form.addTitle} />
      <StandardLink />
      <LeaveGuard isUnsaved={() => !isSaved.current && !isSameDraft(values, emptyForm)} />
      <CustomerForm
        values={values}
        onValues={setValues}
        failure={add.failure}
        isSaving={add.isRunning}
        saveLabel={w.form.add}
        onSave={() => void save()}
        onCancel={() => void go({ to: '/customers' })}
      />
    </Stack>
  );
}
