/** A dialog with a form: what it asks, why it said no, and two buttons. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Failure } from '#shared/kernel/failures';
import { FailureNotice } from './FailureNotice';
import { useWords } from './words';

type Props = {
  readonly title: string;
  readonly lead?: string;
  readonly save?: string;
  /** `lg` where the form has much in it. */
  readonly size?: 'lg';
  /** What else can be done, before the two buttons. */
  readonly aside?: ReactNode;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly onClose: () => void;
  /** Gives true when the dialog is done with. */
  readonly onSave: () => Promise<boolean>;
  readonly children: ReactNode;
};

export function FormDialog({ title, lead, save, size, aside, isRunning, failure, onClose, onSave, children }: Props) {
  const w = useWords('shell');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await onSave()) onClose();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      {...(size === undefined ? {} : { size })}
      title={title}
      closeButtonProps={{ 'aria-label': w.close }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {lead !== undefined && <Text size="sm">{lead}</Text>}
          {children}
          <FailureNotice failure={failure} />
          <Group justify="flex-end">
            {aside}
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={isRunning}>
              {save ?? w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
