/** A new passphrase typed twice, with how hard it is to guess: the same fields wherever somebody chooses one. */
import { PasswordInput } from '@mantine/core';
import { shortestPassphrase } from '#shared/domains/vault/model';
import { useWords } from '../../app/words';
import { StrengthHint } from './StrengthHint';

export type NewPassphraseTyped = { readonly next: string; readonly again: string };

/** Whether both are the same and long enough. */
export const isChosen = ({ next, again }: NewPassphraseTyped): boolean =>
  next.length >= shortestPassphrase && next === again;

type Props = {
  readonly typed: NewPassphraseTyped;
  readonly onType: (typed: NewPassphraseTyped) => void;
  /** True once somebody tried to go on: only then is anything called wrong. */
  readonly tried: boolean;
  readonly words: { readonly next: string; readonly again: string; readonly short: string; readonly differ: string };
};

export function NewPassphraseFields({ typed, onType, tried, words }: Props) {
  const { show } = useWords('vault').unlock;
  const eye = { 'aria-label': show, tabIndex: 0 };
  return (
    <>
      <PasswordInput
        label={words.next}
        value={typed.next}
        autoComplete="new-password"
        error={tried && typed.next.length < shortestPassphrase ? words.short : null}
        visibilityToggleButtonProps={eye}
        onChange={(event) => onType({ ...typed, next: event.currentTarget.value })}
      />
      <StrengthHint passphrase={typed.next} />
      <PasswordInput
        label={words.again}
        value={typed.again}
        autoComplete="new-password"
        error={tried && typed.next !== typed.again ? words.differ : null}
        visibilityToggleButtonProps={eye}
        onChange={(event) => onType({ ...typed, again: event.currentTarget.value })}
      />
    </>
  );
}
