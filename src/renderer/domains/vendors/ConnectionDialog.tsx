/** One connection: what it is, where its key lies, how often it is changed and tested. */
import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import { type Integration, IntegrationDraft, type Register, type VendorId } from '#shared/domains/vendors/model';
import { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

type Props = { readonly register: Register; readonly integration: Integration | null; readonly onClose: () => void };

const dayOrNone = (typed: string): Day | null =>
  Day.nullable()
    .catch(null)
    .parse(typed || null);
const daysOrNone = (typed: string): number | null =>
  IntegrationDraft.shape.rotateEveryDays.catch(null).parse(typed.trim() === '' ? null : Number(typed));

export function ConnectionDialog({ register, integration, onClose }: Props) {
  const w = useWords('vendors').connections;
  const { nobody } = useWords('processing').form;
  const add = useCommand('vendors', 'addIntegration');
  const change = useCommand('vendors', 'changeIntegration');
  const [text, setText] = useState({
    name: integration?.name ?? '',
    uses: integration?.uses ?? '',
    secretPlace: integration?.secretPlace ?? '',
    scope: integration?.scope ?? '',
    rotatedOn: integration?.rotatedOn ?? '',
    rotateEveryDays: String(integration?.rotateEveryDays ?? ''),
    testedOn: integration?.testedOn ?? '',
    testEveryDays: String(integration?.testEveryDays ?? ''),
  });
  const [vendor, setVendor] = useState<VendorId | null>(integration?.vendor ?? null);
  const [owner, setOwner] = useState<PersonId | null>(integration?.owner ?? null);
  const [direction, setDirection] = useState<IntegrationDraft['direction']>(integration?.direction ?? 'out');
  const [tried, setTried] = useState(false);
  const lacksName = text.name.trim() === '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksName) return;
    const draft: IntegrationDraft = {
      name: text.name,
      uses: text.uses,
      secretPlace: text.secretPlace,
      scope: text.scope,
      vendor,
      owner,
      direction,
      rotatedOn: dayOrNone(text.rotatedOn),
      rotateEveryDays: daysOrNone(text.rotateEveryDays),
      testedOn: dayOrNone(text.testedOn),
      testEveryDays: daysOrNone(text.testEveryDays),
    };
    const done =
      integration === null
        ? await add.run(draft)
        : await change.run({ id: integration.id, revision: integration.revision, integration: draft });
    if (done !== undefined) onClose();
  }
  const input = (name: keyof typeof text, more: { readonly type?: string; readonly description?: string } = {}) => (
    <TextInput
      label={w[name]}
      value={text[name]}
      error={name === 'name' && tried && lacksName ? w.nameNeeded : null}
      {...(name === 'name' ? { 'data-autofocus': true } : {})}
      {...more}
      onChange={(event) => setText({ ...text, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened size="lg" onClose={onClose} title={w.editTitle} closeButtonProps={{ 'aria-label': w.cancel }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {input('name')}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NativeSelect
              label={w.vendor}
              value={vendor ?? ''}
              data={[
                { value: '', label: w.noVendor },
                ...register.vendors
                  .filter(({ ended, id }) => !ended || id === vendor)
                  .map(({ id, name }) => ({ value: id as string, label: name })),
              ]}
              onChange={(event) => setVendor((event.currentTarget.value || null) as VendorId | null)}
            />
            <NativeSelect
              label={w.direction}
              value={direction}
              data={IntegrationDraft.shape.direction.options.map((value) => ({ value, label: w.directions[value] }))}
              onChange={(event) => setDirection(IntegrationDraft.shape.direction.parse(event.currentTarget.value))}
            />
            {input('uses')}
            {input('scope')}
          </SimpleGrid>
          {input('secretPlace', { description: w.secretHelp })}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            {input('rotatedOn', { type: 'date' })}
            {input('rotateEveryDays')}
            {input('testedOn', { type: 'date' })}
            {input('testEveryDays')}
          </SimpleGrid>
          <NativeSelect
            label={w.owner}
            value={owner ?? ''}
            data={[
              { value: '', label: nobody },
              ...register.people
                .filter(({ id, active }) => active || id === owner)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setOwner((event.currentTarget.value || null) as PersonId | null)}
          />
          <FailureNotice failure={add.failure ?? change.failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {w.cancel}
            </Button>
            <Button type="submit" loading={add.isRunning || change.isRunning}>
              {w.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
