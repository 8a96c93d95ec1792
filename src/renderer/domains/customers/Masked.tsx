/** What is held of a customer and not shown to this person, and what they can do about it: state a purpose, or show the second key. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconEyeOff, IconLock } from '@tabler/icons-react';
import { holdsSecondKey } from '#shared/domains/access/rules';
import type { Customer } from '#shared/domains/customers/model';
import { usePrompts } from '../../app/prompts';
import { useSession } from '../../app/session';
import { useWords } from '../../app/words';
import { useDeclarations } from './declarations';

type Props = { readonly customer: Customer; readonly onGlass: () => void; readonly onShown: () => void };

export function Masked({ customer, onGlass, onShown }: Props) {
  const { glass } = useWords('access');
  const declarations = useDeclarations();
  const role = useSession((state) => state.who?.person?.role);
  const mine = role !== undefined && holdsSecondKey(role);
  const named = (names: readonly string[]): string =>
    names.map((name) => declarations.of(name)?.label ?? name).join(', ');
  async function showPassphrase(): Promise<void> {
    if (await usePrompts.getState().ask({ kind: 'proof' })) onShown();
  }
  const masked = customer.masked.filter((name) => !customer.sealed.includes(name));
  return (
    <>
      {masked.length > 0 && (
        <Alert color="clay" icon={<IconEyeOff aria-hidden />} title={glass.masked}>
          <Group justify="space-between">
            <Text size="sm">{named(masked)}</Text>
            <Button variant="default" size="compact-sm" onClick={onGlass}>
              {glass.show}
            </Button>
          </Group>
        </Alert>
      )}
      {customer.sealed.length > 0 && (
        <Alert color="clay" icon={<IconLock aria-hidden />} title={glass.sealed}>
          <Group justify="space-between">
            <Text size="sm">{`${named(customer.sealed)}. ${mine ? glass.sealedYours : glass.sealedOthers}`}</Text>
            {mine && (
              <Button variant="default" size="compact-sm" onClick={() => void showPassphrase()}>
                {glass.showSealed}
              </Button>
            )}
          </Group>
        </Alert>
      )}
    </>
  );
}
