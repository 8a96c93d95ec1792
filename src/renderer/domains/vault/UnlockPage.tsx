/** The unlock screen: the keychain first where it may, the passphrase, the recovery kit, or two sheets of the escrow. */
import { Alert, Anchor, Button, PasswordInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { readSheet } from '#shared/domains/vault/escrow-sheet';
import type { VaultStatus } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Door } from './Door';

const ways = ['passphrase', 'kit', 'escrow'] as const;
type Way = (typeof ways)[number];

export function UnlockPage({ status }: { readonly status: VaultStatus }) {
  const w = useWords('vault').unlock;
  const unlock = useCommand('vault', 'unlock');
  const [way, setWay] = useState<Way>('passphrase');
  const [sheets, setSheets] = useState<readonly [string, string]>(['', '']);
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const asksName = status.people > 1;
  const tried = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const failure = unlock.failure;
  const lockedByHand = failure?.code === 'rule' && failure.rule === 'vault.passphrase-after-lock';

  /** After a *no* the next attempt begins where the last one was typed. */
  function inputAgain(): void {
    input.current?.select();
  }
  async function open(input: Parameters<typeof unlock.run>[0]): Promise<void> {
    const answer = await unlock.run(input);
    if (answer !== undefined) await useSession.getState().look();
    else inputAgain();
  }
  useEffect(() => {
    if (tried.current || status.keychain !== 'ok') return;
    tried.current = true;
    void open({ with: 'keychain' });
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (way === 'escrow') void open({ with: 'escrow', sheets: [...sheets] });
    else if (way === 'kit') void open({ with: 'kit', words: typed });
    else void open({ with: 'passphrase', passphrase: typed, ...(asksName ? { name } : {}) });
  }
  const turnTo = (next: typeof way): void => {
    setWay(next);
    setTyped('');
    setSheets(['', '']);
    unlock.reset();
  };

  return (
    <Door title={w.title} begin={asksName ? first : input}>
      <form onSubmit={submit}>
        <Stack>
          {status.keychain !== 'ok' && w.keychain[status.keychain] !== '' && (
            <Alert color="yellow">{w.keychain[status.keychain]}</Alert>
          )}
          {lockedByHand && <Text c="dimmed">{w.lockedByHand}</Text>}
          {way === 'escrow' && <Sheets typed={sheets} onType={setSheets} />}
          {way === 'passphrase' && asksName && (
            <TextInput
              label={w.name}
              value={name}
              ref={first}
              autoComplete="username"
              spellCheck={false}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {way === 'passphrase' && (
            <PasswordInput
              key="passphrase"
              label={w.passphrase}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              ref={input}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': w.show, tabIndex: 0 }}
            />
          )}
          {way === 'kit' && (
            <Textarea
              key="kit"
              label={w.words}
              description={w.wordsHelp}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autosize
              minRows={4}
              spellCheck={false}
              autoComplete="off"
            />
          )}
          {!lockedByHand && <FailureNotice failure={failure} />}
          <Button
            type="submit"
            size="md"
            loading={unlock.isRunning}
            disabled={
              way === 'escrow'
                ? sheets.some((sheet) => sheet.trim() === '')
                : typed === '' || (way === 'passphrase' && asksName && name.trim() === '')
            }
          >
            {w.open}
          </Button>
          <Stack gap={6} align="flex-start">
            {ways
              .filter((other) => other !== way)
              .map((other) => (
                <Anchor key={other} component="button" type="button" size="sm" onClick={() => turnTo(other)}>
                  {{ passphrase: w.usePassphrase, kit: w.useKit, escrow: w.useEscrow }[other]}
                </Anchor>
              ))}
          </Stack>
          <Text size="xs" c="dimmed">
            {w.folder}: <span translate="no">{status.storeId}</span>
          </Text>
        </Stack>
      </form>
    </Door>
  );
}

type SheetsProps = {
  readonly typed: readonly [string, string];
  readonly onType: (typed: readonly [string, string]) => void;
};

/** Two sheets to type; a slip of the pen is named while the paper is still at hand. */
function Sheets({ typed, onType }: SheetsProps) {
  const w = useWords('vault').unlock;
  const [left, setLeft] = useState<readonly [boolean, boolean]>([false, false]);
  const wrong = (at: 0 | 1): string | null => {
    const read = left[at] && typed[at].trim() !== '' ? readSheet(typed[at]) : null;
    if (read === null || !('problem' in read)) return null;
    return read.problem === 'line' ? w.sheetLine(read.line) : w.sheetShort;
  };
  return (
    <>
      {([0, 1] as const).map((at) => (
        <Textarea
          key={at}
          label={w.sheet(at + 1)}
          description={at === 0 ? w.sheetHelp : undefined}
          value={typed[at]}
          error={wrong(at)}
          onBlur={() => setLeft((before) => (at === 0 ? [true, before[1]] : [before[0], true]))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onType(at === 0 ? [value, typed[1]] : [typed[0], value]);
          }}
          autosize
          minRows={4}
          spellCheck={false}
          autoComplete="off"
        />
      ))}
    </>
  );
}
