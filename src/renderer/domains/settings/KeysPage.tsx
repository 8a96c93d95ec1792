/** The keys: every way of opening the vault, and what can be done about each. */
import { Alert, Badge, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Keys, KeySlot, RecoveryKit } from '#shared/domains/vault/model';
import { AskedPage } from '../../app/AskedPage';
import { momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { TableFrame } from '../../ui/TableFrame';
import { usePersonNames } from '../access/role-words';
import { KitPage } from '../vault/KitPage';
import { NewPassphrase } from './NewPassphrase';
import { OpeningByItself } from './OpeningByItself';
import { SecondKey } from './SecondKey';
import { WithPassphrase } from './WithPassphrase';

export function KeysPage() {
  const w = useWords('keys');
  const asked = useAsked('vault', 'keys', {});
  const [kit, setKit] = useState<RecoveryKit | null>(null);
  // Until its words are typed back nothing can be stored, so the kit is all there is on the screen.
  if (kit !== null) return <KitPage kit={kit} onConfirmed={() => setKit(null)} />;
  return (
    <Stack gap="lg" maw={820}>
      <PageHead title={w.title} lead={w.lead} />
      <AskedPage asked={asked}>
        {(keys) => (
          <Stack gap="lg">
            <Ways keys={keys} />
            <NewPassphrase recovered={keys.recovered} />
            <OpeningByItself />
            <NewKit onKit={setKit} />
            <Escrow isThere={keys.slots.some(({ kind }) => kind === 'escrow')} />
            <SecondKey second={keys.second} />
            <NewDataKey />
          </Stack>
        )}
      </AskedPage>
    </Stack>
  );
}

function Ways({ keys }: { readonly keys: Keys }) {
  const w = useWords('keys');
  const language = useLanguage();
  const personName = usePersonNames();
  const isOn = keys.second.since !== null;
  return (
    <Card title={w.ways}>
      <TableFrame label={w.ways}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.way}</Table.Th>
              <Table.Th>{w.whose}</Table.Th>
              <Table.Th>{w.made}</Table.Th>
              <Table.Th>{w.state}</Table.Th>
              {isOn && <Table.Th>{w.second.column}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.slots.map((slot) => (
              <Table.Tr key={`${slot.kind} ${slot.person ?? ''}`}>
                <Table.Td>{w.kinds[slot.kind]}</Table.Td>
                <Table.Td>{w.whoseKey(slot.kind, slot.person === null ? null : personName(slot.person))}</Table.Td>
                <Table.Td>{slot.madeAt === null ? w.notKept : momentIn(language, slot.madeAt)}</Table.Td>
                <Table.Td>
                  <SlotState slot={slot} />
                </Table.Td>
                {isOn && <Table.Td>{slot.second ? w.second.opens : w.second.opensNot}</Table.Td>}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableFrame>
      <Text size="sm" c="dimmed">
        {w.equal}
      </Text>
    </Card>
  );
}

/** Ten failures in a row are too many; fewer are worth a word. */
const mostAttempts = 10;

function SlotState({ slot }: { readonly slot: KeySlot }) {
  const w = useWords('keys');
  if (slot.attemptsLeft === 0) return <Badge color="clay">{w.blocked}</Badge>;
  if (slot.attemptsLeft !== null && slot.attemptsLeft < mostAttempts)
    return <>{w.failed(mostAttempts - slot.attemptsLeft)}</>;
  if (slot.confirmed === false) return <Badge color="clay">{w.unconfirmed}</Badge>;
  return <>{w.opens}</>;
}

function NewKit({ onKit }: { readonly onKit: (kit: RecoveryKit) => void }) {
  const w = useWords('keys');
  const renew = useCommand('vault', 'newKit');
  return (
    <Card title={w.kit}>
      <Text>{w.kitLead}</Text>
      <WithPassphrase
        act={w.makeKit}
        isRunning={renew.isRunning}
        failure={renew.failure}
        onAct={async (passphrase) => {
          const answer = await renew.run({ passphrase });
          if (answer !== undefined) onKit(answer.kit);
          return answer;
        }}
      />
    </Card>
  );
}

function Escrow({ isThere }: { readonly isThere: boolean }) {
  const w = useWords('keys');
  const language = useLanguage();
  const make = useTask('vault', 'makeEscrow');
  const remove = useCommand('vault', 'removeEscrow');
  const [removing, setRemoving] = useState(false);
  return (
    <Card title={w.escrow}>
      {w.escrowLead.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <WithPassphrase
        act={isThere ? w.renewEscrow : w.makeEscrow}
        isRunning={make.isRunning}
        failure={make.failure}
        onAct={(passphrase) => make.run({ passphrase, language })}
      />
      {make.answer !== undefined && <Alert role="status">{w.escrowMade(make.answer.file)}</Alert>}
      {isThere && (
        <details open={removing} onToggle={(event) => setRemoving(event.currentTarget.open)}>
          <summary>{w.removeEscrow}</summary>
          <Stack gap="sm" mt="sm">
            <Text>{w.removeEscrowLead}</Text>
            <WithPassphrase
              act={w.removeEscrow}
              isRunning={remove.isRunning}
              failure={remove.failure}
              onAct={(passphrase) => remove.run({ passphrase })}
            />
          </Stack>
        </details>
      )}
    </Card>
  );
}

function NewDataKey() {
  const w = useWords('keys');
  const rotate = useTask('vault', 'rotateKey');
  const stage = rotate.progress?.stage;
  return (
    <Card title={w.rotate}>
      {w.rotateLead.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <WithPassphrase
        act={w.doRotate}
        isRunning={rotate.isRunning}
        failure={rotate.failure}
        onAct={(passphrase) => rotate.run({ passphrase })}
      />
      {rotate.isRunning && (
        <Text role="status">{stage === 'checking' ? w.rotating.checking : w.rotating.encrypting}</Text>
      )}
      {rotate.answer !== undefined && <Alert role="status">{w.rotated}</Alert>}
    </Card>
  );
}
