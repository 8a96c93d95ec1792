/** Sets a PIN that the person types themselves, and says what a PIN shows and what it does not. */
import { FormDialog } from '../../app/FormDialog';
import { PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { type Member, Pin } from '#shared/domains/training/model';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

export function PinDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const w = useWords('training').forms;
  const set = useCommand('training', 'setPin');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const isPin = Pin.safeParse(pin).success;

  async function save(): Promise<boolean> {
    setTried(true);
    if (!isPin || pin !== again) return false;
    return (await set.run({ member: member.id, pin })) !== undefined;
  }
  return (
    <FormDialog
      title={w.pinTitle(member.name)}
      lead={w.pinLead}
      isRunning={set.isRunning}
      failure={set.failure}
      onClose={onClose}
      onSave={save}
    >
      <PasswordInput
        data-autofocus
        label={w.pin}
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        error={tried && !isPin ? w.pinNeeded : null}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <PasswordInput
        label={w.pinAgain}
        inputMode="numeric"
        autoComplete="off"
        value={again}
        error={tried && isPin && pin !== again ? w.pinDiffers : null}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {w.pinProves}
      </Text>
    </FormDialog>
  );
}
