/** The second key: what it is for and what it does not do, switching it, and giving it to whoever may hold it. */
import { List, Stack, Text } from '@mantine/core';
import type { Keys } from '#shared/domains/vault/model';
import { PersonId } from '#shared/domains/access/model';
import { momentIn } from '../../app/language';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { usePersonNames } from '../access/role-words';
import { useDeclarations } from '../customers/declarations';
import { WithPassphrase } from './WithPassphrase';

export function SecondKey({ second }: { readonly second: Keys['second'] }) {
  const w = useWords('keys').second;
  const language = useLanguage();
  const declarations = useDeclarations();
  const change = useTask('vault', 'setSecondKey');
  const isOn = second.since !== null;
  return (
    <Card title={w.title}>
      {w.lead.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text fw={600}>{w.limitsTitle}</Text>
      <List size="sm">
        {w.limits.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Text role="status">
        {[
          second.since === null ? w.off : w.on(momentIn(language, second.since)),
          second.fields.length === 0
            ? w.noFields
            : isOn && w.fields(second.fields.map((name) => declarations.of(name)?.label ?? name)),
          isOn && second.mine && (second.held ? w.held : w.notHeld),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      {second.mine ? (
        <>
          {isOn && <Text size="sm">{w.switchOffLead}</Text>}
          <WithPassphrase
            key={String(isOn)}
            act={isOn ? w.switchOff : w.switchOn}
            isRunning={change.isRunning}
            failure={change.failure}
            onAct={(passphrase) => change.run({ on: !isOn, passphrase })}
          />
          {change.isRunning && <Text role="status">{w.working}</Text>}
          {second.lacking.map((person) => (
            <Give key={person} person={person} />
          ))}
        </>
      ) : (
        <Text c="dimmed">{w.notYours}</Text>
      )}
    </Card>
  );
}

function Give({ person }: { readonly person: string }) {
  const w = useWords('keys').second;
  const name = usePersonNames()(person);
  const give = useTask('vault', 'giveSecondKey');
  return (
    <Stack gap="xs">
      <Text>{w.lacking(name)}</Text>
      <WithPassphrase
        act={w.give(name)}
        isRunning={give.isRunning}
        failure={give.failure}
        onAct={(passphrase) => give.run({ person: PersonId.parse(person), passphrase })}
      />
    </Stack>
  );
}
