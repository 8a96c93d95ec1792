/** Who is it? Shown while the vault is open and nobody has signed in, and for the steps after the passphrase. */
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { Who } from '#shared/domains/access/model';
import { ask } from '../../app/ask';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Door } from '../vault/Door';
import { isChosen, NewPassphraseFields, type NewPassphraseTyped } from '../vault/NewPassphraseFields';

export function SignInPage({ who }: { readonly who: Who }) {
  const w = useWords('access').signIn;
  return (
    <>
      {who.state === 'code' ? (
        <CodeStep />
      ) : who.state === 'change-passphrase' ? (
        <FirstStep />
      ) : (
        <Pick people={who.people} />
      )}
      <Stack align="center" mt="md">
        <Anchor component="button" type="button" size="sm" onClick={() => void ask('vault', 'lock', {})}>
          {w.lock}
        </Anchor>
      </Stack>
    </>
  );
}

const useAgain = () => useSession((state) => state.look);

function Pick({ people }: { readonly people: Who['people'] }) {
  const w = useWords('access').signIn;
  const show = useWords('vault').unlock.show;
  const signIn = useCommand('access', 'signIn');
  const look = useAgain();
  const [picked, setPicked] = useState<Who['people'][number] | null>(people.length === 1 ? (people[0] ?? null) : null);
  const [passphrase, setPassphrase] = useState('');
  const input = useRef<HTMLInputElement>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (picked === null) return;
    if ((await signIn.run({ person: picked.id, passphrase })) !== undefined) await look();
    else input.current?.select();
  }
  if (picked === null) {
    return (
      <Door title={w.title} lead={w.lead}>
        <Stack gap="xs">
          {people.map((person) => (
            <Button
              key={person.id}
              variant="default"
              size="md"
              onClick={() => setPicked(person)}
              aria-label={w.name(person.name)}
            >
              {person.name}
            </Button>
          ))}
        </Stack>
      </Door>
    );
  }
  return (
    <Door title={w.title} lead={w.lead} begin={input} key={picked.id}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <PasswordInput
            label={w.passphrase(picked.name)}
            value={passphrase}
            ref={input}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': show, tabIndex: 0 }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <FailureNotice failure={signIn.failure} />
          <Button type="submit" size="md" loading={signIn.isRunning} disabled={passphrase === ''}>
            {w.go}
          </Button>
          {people.length > 1 && (
            <Anchor component="button" type="button" size="sm" onClick={() => setPicked(null)}>
              {w.other}
            </Anchor>
          )}
        </Stack>
      </form>
    </Door>
  );
}

function CodeStep() {
  const w = useWords('access').signIn;
  const confirm = useCommand('access', 'confirmCode');
  const look = useAgain();
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await confirm.run({ code })) !== undefined) await look();
    else input.current?.select();
  }
  return (
    <Door title={w.codeTitle} lead={w.codeLead} begin={input}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <TextInput
            label={w.code}
            value={code}
            ref={input}
            autoComplete="one-time-code"
            spellCheck={false}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <FailureNotice failure={confirm.failure} />
          <Button type="submit" size="md" loading={confirm.isRunning} disabled={code.trim().length < 6}>
            {w.go}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

function FirstStep() {
  const w = useWords('access').signIn;
  const show = useWords('vault').unlock.show;
  const choose = useCommand('access', 'chooseFirst');
  const look = useAgain();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState<NewPassphraseTyped>({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!isChosen(typed)) return;
    if ((await choose.run({ current, next: typed.next })) !== undefined) await look();
  }
  const eye = { 'aria-label': show, tabIndex: 0 };
  return (
    <Door title={w.firstTitle} lead={w.firstLead} begin={input}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <PasswordInput
            label={w.current}
            value={current}
            ref={input}
            autoComplete="current-password"
            visibilityToggleButtonProps={eye}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPassphraseFields typed={typed} onType={setTyped} tried={tried} words={w} />
          <FailureNotice failure={choose.failure} />
          <Button type="submit" size="md" loading={choose.isRunning} disabled={current === ''}>
            {w.choose}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
