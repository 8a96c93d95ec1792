/** Adds a purpose or changes one: a few words and a lawful basis. */
import { Alert, Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LawfulBasis, Purpose } from '#shared/domains/fields/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

const bases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const;

export function PurposeDialog({
  purpose,
  now,
  onClose,
}: {
  /** The purpose as it was when the dialog opened. */
  readonly purpose: Purpose | 'new';
  /** The same purpose as it is now; somebody may have changed it meanwhile. */
  readonly now: Purpose | undefined;
  readonly onClose: () => void;
}) {
  const w = useWords('fields');
  const { holdings, basisMeans } = useWords('reports');
  const add = useCommand('fields', 'addPurpose');
  const change = useCommand('fields', 'changePurpose');
  const known = purpose === 'new' ? null : purpose;
  const [name, setName] = useState(known?.name ?? '');
  const [lawfulBasis, setBasis] = useState<LawfulBasis>(known?.lawfulBasis ?? 'contract');
  const [tried, setTried] = useState(false);
  const failure = add.failure ?? change.failure;
  const changedMeanwhile = failure?.code === 'conflict' && now !== undefined;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    // Whoever saves again after they were shown the newer version means to replace it.
    const revision = changedMeanwhile ? now.revision : known?.revision;
    const done =
      known === null || revision === undefined
        ? await add.run({ name, lawfulBasis })
        : await change.run({ id: known.id, revision, name, lawfulBasis });
    if (done !== undefined) onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={known === null ? w.addPurpose : w.changePurpose}
      closeButtonProps={{ 'aria-label': w.cancel }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <TextInput
            data-autofocus
            label={w.purposeName}
            value={name}
            maxLength={120}
            error={tried && name.trim() === '' ? w.needed : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={w.basis}
            description={basisMeans[lawfulBasis]}
            value={lawfulBasis}
            data={bases.map((value) => ({ value, label: holdings.basis[value] }))}
            onChange={(event) => setBasis(event.currentTarget.value as LawfulBasis)}
          />
          <FailureNotice failure={failure} />
          {changedMeanwhile && (
            <Alert color="clay" title={w.nowSays}>
              {[now.name, holdings.basis[now.lawfulBasis]].join(' · ')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning || change.isRunning}>
              {changedMeanwhile ? w.saveMine : w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
