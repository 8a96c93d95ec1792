/** Says what a field is for, or adds one of the business's own; without a purpose it cannot be saved. */
import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { CustomFieldDraft, Field, FieldDeclaration, Purpose, RetentionClass } from '#shared/domains/fields/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';

type Props = {
  /** The field as it was when the dialog opened. */
  readonly field: Field | 'new';
  /** The same field as it is now; somebody may have changed it meanwhile. */
  readonly now: Field | undefined;
  readonly purposes: readonly Purpose[];
  readonly classes: readonly RetentionClass[];
  readonly onClose: () => void;
};
const kinds = ['text', 'long-text', 'day', 'number'] as const;
const sensitivities = ['ordinary', 'confidential', 'special-category'] as const;

export function FieldDialog({ field, now, purposes, classes, onClose }: Props) {
  const w = useWords('fields');
  const { holdings } = useWords('reports');
  const named = namesIn(useLanguage());
  const declare = useCommand('fields', 'declare');
  const add = useCommand('fields', 'add');
  const known = field === 'new' ? null : field;
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<CustomFieldDraft['kind']>('text');
  const [purpose, setPurpose] = useState<string>(known?.purpose ?? '');
  const [sensitivity, setSensitivity] = useState<FieldDeclaration['sensitivity']>(known?.sensitivity ?? 'ordinary');
  const [retentionClass, setRetention] = useState<string>(known?.retentionClass ?? classes[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const missing = purpose === '' || (known === null && label.trim() === '');
  const failure = declare.failure ?? add.failure;
  const changedMeanwhile = failure?.code === 'conflict' && now !== undefined;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const declaration = { purpose, sensitivity, retentionClass } as FieldDeclaration;
    // Whoever saves again after they were shown the newer version means to replace it.
    const revision = changedMeanwhile ? now.revision : known?.revision;
    const done =
      known === null || revision === undefined
        ? await add.run({ label, kind, declaration })
        : await declare.run({ name: known.name, revision, declaration });
    if (done !== undefined) onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={known === null ? w.add : w.editTitle(named(known.name, known.label))}
      closeButtonProps={{ 'aria-label': w.cancel }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {known === null && (
            <>
              <TextInput
                data-autofocus
                label={w.label}
                value={label}
                maxLength={80}
                error={tried && label.trim() === '' ? w.needed : null}
                onChange={(event) => setLabel(event.currentTarget.value)}
              />
              <NativeSelect
                label={w.kind}
                value={kind}
                data={kinds.map((value) => ({ value, label: w.kinds[value] }))}
                onChange={(event) => setKind(event.currentTarget.value as CustomFieldDraft['kind'])}
              />
            </>
          )}
          <NativeSelect
            label={w.purpose}
            value={purpose}
            data={[
              { value: '', label: w.choosePurpose, disabled: true },
              ...purposes.map((one) => ({
                value: one.id as string,
                label: `${named(one.id, one.name)} (${holdings.basis[one.lawfulBasis]})`,
              })),
            ]}
            error={tried && purpose === '' ? w.needed : null}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <NativeSelect
            label={w.sensitivity}
            description={w.sensitivityHelp}
            value={sensitivity}
            data={sensitivities.map((value) => ({ value, label: holdings.sensitivity[value] }))}
            onChange={(event) => setSensitivity(event.currentTarget.value as FieldDeclaration['sensitivity'])}
          />
          <NativeSelect
            label={w.retention}
            value={retentionClass}
            data={classes.map((one) => ({
              value: one.id as string,
              label: `${named(one.id, one.name)}: ${named(`${one.id} rule`, one.rule)}`,
            }))}
            onChange={(event) => setRetention(event.currentTarget.value)}
          />
          <FailureNotice failure={failure} />
          {changedMeanwhile && (
            <Alert color="clay" title={w.nowSays}>
              {[
                named(now.purpose, purposes.find(({ id }) => id === now.purpose)?.name ?? now.purpose),
                holdings.sensitivity[now.sensitivity],
                named(
                  now.retentionClass,
                  classes.find(({ id }) => id === now.retentionClass)?.name ?? now.retentionClass,
                ),
              ].join(' · ')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={declare.isRunning || add.isRunning}>
              {changedMeanwhile ? w.saveMine : w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
