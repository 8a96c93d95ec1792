/** Says beside a new passphrase how hard it is to guess; silent while there is none. */
import { Progress, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/words';
import { type JudgeStrength, loadStrength } from './strength';

/** An estimate takes some time, so it waits for a pause in the typing. */
const pause = 250;

export function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const { welcome: w } = useWords('vault');
  const [judge, setJudge] = useState<{ readonly by: JudgeStrength } | null>(null);
  const [typed] = useDebouncedValue(passphrase, pause);
  const isTyping = passphrase !== '';
  useEffect(() => {
    if (isTyping) void loadStrength().then((by) => setJudge({ by }));
  }, [isTyping]);
  if (!isTyping || typed === '' || judge === null) return null;
  const strength = judge.by(typed);
  return (
    <div>
      <Progress value={(strength + 1) * 20} color={strength < 2 ? 'clay' : 'moss'} aria-label={w.strengthLabel} />
      <Text size="sm" role="status" mt={4}>
        {w.strength[strength]}
      </Text>
    </div>
  );
}
