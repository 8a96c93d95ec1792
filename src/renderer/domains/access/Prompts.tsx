/** The dialogs in front of grave steps: show that it is you, or say that you work alone. */
import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DualKind } from '#shared/domains/access/model';
import { FailureNotice } from '../../app/FailureNotice';
import { usePrompts } from '../../app/prompts';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

/** These may stand over another dialog; two heads would be two banners for somebody who listens. */
const overAnother = { header: { role: 'presentation' } };

export function Prompts() {
  const { prompt, answer } = usePrompts();
  if (prompt === null) return null;
  return prompt.kind === 'proof' ? <Proof onDone={answer} /> : <Alone what={prompt.what} onDone={answer} />;
}

function Proof({ onDone }: { readonly onDone: (goOn: boolean) => void }) {
  const { proof: w, people } = useWords('access');
  const show = useWords('vault').unlock.show;
  const prove = useCommand('access', 'prove');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const failure = prove.failure;
  const codeWanted = failure?.code === 'rule' && failure.rule === 'access.code-needed';
  const [showsCode, setShowsCode] = useState(false);
  if (codeWanted && !showsCode) setShowsCode(true);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await prove.run({ passphrase, ...(code === '' ? {} : { code }) })) !== undefined) onDone(true);
  }
  return (
    <Modal
      opened
      onClose={() => onDone(false)}
      title={w.title}
      closeButtonProps={{ 'aria-label': people.cancel }}
      attributes={overAnother}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">{w.lead}</Text>
          <PasswordInput
            label={w.passphrase}
            value={passphrase}
            data-autofocus
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': show, tabIndex: 0 }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {showsCode && (
            <TextInput
              label={w.code}
              value={code}
              inputMode="numeric"
              autoComplete="one-time-code"
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          {!(codeWanted && code === '') && <FailureNotice failure={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => onDone(false)}>
              {w.stop}
            </Button>
            <Button type="submit" loading={prove.isRunning} disabled={passphrase === ''}>
              {w.go}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type AloneProps = { readonly what: DualKind | 'alone-after'; readonly onDone: (goOn: boolean) => void };

function Alone({ what, onDone }: AloneProps) {
  const { alone: w, people } = useWords('access');
  return (
    <Modal
      opened
      onClose={() => onDone(false)}
      title={w.title}
      closeButtonProps={{ 'aria-label': people.cancel }}
      attributes={overAnother}
    >
      <Stack>
        <Text fw={600}>{w.kinds[what]}</Text>
        <Text size="sm">{w.lead}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => onDone(false)}>
            {w.stop}
          </Button>
          <Button onClick={() => onDone(true)}>{w.go}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
