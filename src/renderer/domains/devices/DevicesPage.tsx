/** Devices and software: this computer first, then the register. */
import { Button, Stack, Table, Text } from '@mantine/core';
import { IconDeviceLaptop, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { wordsIn } from '#shared/content/words';
import type { Device } from '#shared/domains/devices/model';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { TableFrame } from '../../ui/TableFrame';
import { DeviceDialog } from './DeviceDialog';
import styles from './DevicesPage.module.css';
import { ThisComputer } from './ThisComputer';

export function DevicesPage() {
  const w = useWords('devices');
  const asked = useAsked('devices', 'list', { today: localToday() });
  const [edited, setEdited] = useState<Device | 'new' | null>(null);
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {w.add}
        </Button>
      </PageHead>
      <ThisComputer />
      <Card title={w.register}>
        <Text c="dimmed">{w.registerLead}</Text>
        <AskedPage asked={asked}>
          {(devices) =>
            devices.length === 0 ? (
              <EmptyState icon={<IconDeviceLaptop aria-hidden />} title={w.none} lines={w.noneLines} />
            ) : (
              <Register devices={devices} onEdit={setEdited} />
            )
          }
        </AskedPage>
      </Card>
      {edited !== null && <DeviceDialog device={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

type RegisterProps = { readonly devices: readonly Device[]; readonly onEdit: (device: Device) => void };

function Register({ devices, onEdit }: RegisterProps) {
  const w = useWords('devices');
  const language = useLanguage();
  return (
    <TableFrame>
      <Table verticalSpacing="sm" aria-label={w.register}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.headers.name}</Table.Th>
            <Table.Th>{w.headers.owner}</Table.Th>
            <Table.Th>{w.headers.system}</Table.Th>
            <Table.Th>{w.headers.encrypted}</Table.Th>
            <Table.Th>{w.headers.end}</Table.Th>
            <Table.Th>{w.headers.next}</Table.Th>
            <Table.Th>{w.headers.state}</Table.Th>
            <Table.Th>{w.editShort}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {devices.map((device) => (
            <Table.Tr key={device.id}>
              <Table.Td>
                <Text fw={600}>{device.name}</Text>
                <Text size="sm" c="dimmed">
                  {w.kinds[device.kind]}
                </Text>
              </Table.Td>
              <Table.Td>{device.owner ?? '–'}</Table.Td>
              <Table.Td>
                {device.endOfLife?.title ?? ([device.product, device.version].filter(Boolean).join(' ') || '–')}
              </Table.Td>
              <Table.Td>{w.encrypted[device.encrypted]}</Table.Td>
              <Table.Td className={device.endOfLife?.isPast === true ? styles.past : undefined}>
                <End device={device} />
              </Table.Td>
              <Table.Td>{device.nextCheckOn === null ? '–' : dayIn(language, device.nextCheckOn)}</Table.Td>
              <Table.Td>
                {device.stateOn === null
                  ? w.deviceStates[device.state]
                  : w.stateOn(w.deviceStates[device.state], dayIn(language, device.stateOn))}
              </Table.Td>
              <Table.Td>
                <Button variant="default" size="xs" aria-label={w.edit(device.name)} onClick={() => onEdit(device)}>
                  {w.editShort}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

/** The day, how sure it is, and whose word it is. */
function End({ device: { endOfLife } }: { readonly device: Device }) {
  const w = useWords('devices');
  const language = useLanguage();
  if (endOfLife === null) return w.notListed;
  const { ends, isPast, confidence, source } = endOfLife;
  return (
    <>
      {ends === null ? w.noEnd : isPast ? w.ended(dayIn(language, ends)) : dayIn(language, ends)}
      <Text size="xs" c="dimmed" title={wordsIn(source, language)}>
        {w.confidence[confidence]}
      </Text>
    </>
  );
}
