/** Says beside a new passphrase how hard it is to guess; silent while there is none. */
import { Progress, Text } from '@mantine/core';
import { useWords } from '../../app/words';
import { strengthOf } from './strength';

export function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const { welcome: w } = useWords('vault');
  if (passphrase === '') return null;
  const strength = strengthOf(passphrase);
  return (
    <div>
      <Progress value={(strength + 1) * 20} color={strength < 2 ? 'clay' : 'moss'} aria-label={w.strengthLabel} />
      <Text size="sm" role="status" mt={4}>
        {w.strength[strength]}
      </Text>
    </div>
  );
}
