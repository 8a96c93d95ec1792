/** Corrects one customer. When somebody else changed the record meanwhile nobody's text is lost. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Customer, CustomerId } from '#shared/domains/customers/model';
import { ask, failureOf } from '../../app/ask';
import type { Failure } from '#shared/kernel/failures';
import { AskedPage } from '../../app/AskedPage';
import { useGo } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { PageHead } from '../../ui/PageHead';
import { CustomerForm } from './CustomerForm';
import { useDeclarations } from './declarations';
import { titleOf, valueText } from './field-text';
import { boxOf, draftOf, formOf, type FormValues, isSameDraft, withBox } from './form-values';
import { LeaveGuard } from './LeaveGuard';
import { meet, type Meeting } from './three-way';

export function EditCustomerPage({ id }: { readonly id: CustomerId }) {
  const w = useWords('customers');
  const asked = useAsked('customers', 'get', { id });
  return (
    <AskedPage asked={asked} back={{ to: '/customers', label: w.detail.back }}>
      {(customer) => <EditForm key={id} opened={customer} />}
    </AskedPage>
  );
}

function EditForm({ opened }: { readonly opened: Customer }) {
  const w = useWords('customers');
  const go = useGo();
  // The record as it was when the form was opened: later news must not move text under somebody's fingers.
  const [base, setBase] = useState(opened);
  const [values, setValues] = useState<FormValues>(() => formOf(opened));
  const [meeting, setMeeting] = useState<(Meeting & { readonly theirs: FormValues }) | null>(null);
  const isSaved = useRef(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const back = (): void => void go({ to: '/customers/$id', params: { id: base.id } });

  async function save(): Promise<void> {
    setSaving(true);
    setFailure(null);
    try {
      await ask('customers', 'edit', { id: base.id, revision: base.revision, draft: draftOf(values) });
      isSaved.current = true;
      back();
    } catch (error) {
      const why = failureOf(error);
      if (why.code === 'conflict') await bringTogether().catch((other: unknown) => setFailure(failureOf(other)));
      else setFailure(why);
    } finally {
      setSaving(false);
    }
  }

  async function bringTogether(): Promise<void> {
    const fresh = await ask('customers', 'get', { id: base.id });
    const theirs = formOf(fresh);
    const met = meet(formOf(base), values, theirs);
    setValues(met.values);
    setMeeting({ ...met, theirs });
    setBase(fresh);
  }

  function settle(name: string, takeTheirs: boolean): void {
    if (!meeting) return;
    if (takeTheirs) setValues(withBox(values, name, meeting.theirs));
    setMeeting({ ...meeting, contested: meeting.contested.filter((one) => one !== name) });
  }

  return (
    <Stack maw={920} gap="sm">
      <PageHead title={w.form.editTitle(titleOf(base))} />
      {meeting && <Met meeting={meeting} mine={values} onSettle={settle} />}
      <LeaveGuard isUnsaved={() => !isSaved.current && !isSameDraft(values, formOf(base))} />
      <CustomerForm
        values={values}
        masked={base.masked}
        onValues={setValues}
        failure={failure}
        isSaving={isSaving}
        saveLabel={w.form.save}
        onSave={() => void save()}
        onCancel={back}
      />
    </Stack>
  );
}

type MetProps = {
  readonly meeting: Meeting & { readonly theirs: FormValues };
  readonly mine: FormValues;
  readonly onSettle: (name: string, takeTheirs: boolean) => void;
};

function Met({ meeting, mine, onSettle }: MetProps) {
  const w = useWords('customers');
  const language = useLanguage();
  const declarations = useDeclarations();
  const label = (name: string): string => declarations.of(name)?.label ?? name;
  const say = (values: FormValues, name: string): string =>
    valueText(name, boxOf(values, name), { language, marketing: w.marketing }) || w.detail.nothing;
  return (
    <Alert color="clay" icon={<IconArrowsExchange aria-hidden />} title={w.conflict.title} role="alert">
      <Stack gap="xs">
        <Text size="sm">{w.conflict.nothingLost}</Text>
        {meeting.taken.length > 0 && <Text size="sm">{w.conflict.taken(meeting.taken.map(label))}</Text>}
        {meeting.contested.map((name) => (
          <Group key={name} gap="xs" role="group" aria-label={label(name)}>
            <Text size="sm" style={{ flex: '1 1 240px', overflowWrap: 'anywhere' }}>
              <b>{label(name)}</b>: {w.conflict.both(say(mine, name), say(meeting.theirs, name))}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => onSettle(name, false)}>
              {w.conflict.keepMine}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onSettle(name, true)}>
              {w.conflict.takeTheirs}
            </Button>
          </Group>
        ))}
        <Text size="sm">{w.conflict.thenSave}</Text>
      </Stack>
    </Alert>
  );
}
