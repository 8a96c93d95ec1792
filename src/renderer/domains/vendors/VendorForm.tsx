/** The form of one vendor; what its contract must say follows from what it is. */
import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import { namesIn } from '#shared/domains/fields/defaults';
import type { FieldName } from '#shared/domains/fields/model';
import type { ProposedName } from '#shared/domains/processing/model';
import {
  ClauseState,
  type Register,
  type SubProcessor,
  type Vendor,
  type VendorDraft,
  VendorRole,
} from '#shared/domains/vendors/model';
import { Day } from '#shared/kernel/time';
import { CountrySelect } from '../../app/CountrySelect';
import { FailureNotice } from '../../app/FailureNotice';
import { useGo } from '../../app/go';
import { Lines } from '../../app/Lines';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './VendorsPage.module.css';

type Props = { readonly vendor: Vendor | null; readonly people: Register['people'] };

const blank: VendorDraft = {
  name: '',
  reach: '',
  country: null,
  roles: [],
  does: '',
  fields: [],
  clauses: {},
  contractFrom: null,
  contractUntil: null,
  noticeDays: null,
  subProcessors: [],
  tool: null,
  owner: null,
  reviewOn: null,
  exitPlan: '',
};

const draftOf = (vendor: Vendor): VendorDraft => ({
  name: vendor.name,
  reach: vendor.reach,
  country: vendor.country,
  roles: vendor.roles,
  does: vendor.does,
  fields: vendor.fields,
  clauses: vendor.clauses,
  contractFrom: vendor.contractFrom,
  contractUntil: vendor.contractUntil,
  noticeDays: vendor.noticeDays,
  subProcessors: vendor.subProcessors,
  tool: vendor.tool,
  owner: vendor.owner,
  reviewOn: vendor.reviewOn,
  exitPlan: vendor.exitPlan,
});

const dayOrNone = (typed: string): Day | null =>
  Day.nullable()
    .catch(null)
    .parse(typed || null);

export function VendorForm({ vendor, people }: Props) {
  const w = useWords('vendors');
  const f = w.form;
  const record = useWords('processing').form;
  const language = useLanguage();
  const named = namesIn(language);
  const go = useGo();
  const mayWrite = useMay()('write', 'vendors');
  const add = useCommand('vendors', 'add');
  const change = useCommand('vendors', 'change');
  const end = useCommand('vendors', 'end');
  const { answer: fields = [] } = useAsked('fields', 'list', {});
  const { answer: choices } = useAsked('processing', 'choices', { language });
  const [draft, setDraft] = useState<VendorDraft>(vendor === null ? blank : draftOf(vendor));
  const [tried, setTried] = useState(false);
  const put = (some: Partial<VendorDraft>): void => setDraft({ ...draft, ...some });
  const lacksName = draft.name.trim() === '';
  const isCut = draft.subProcessors.some(({ name }) => name.trim() === '');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksName || draft.roles.length === 0 || isCut) return;
    if (vendor === null) {
      const added = await add.run(draft);
      if (added !== undefined) void go({ to: '/vendors/$id', params: { id: added.id } });
    } else await change.run({ id: vendor.id, revision: vendor.revision, vendor: draft });
  }
  const day = (name: 'contractFrom' | 'contractUntil' | 'reviewOn') => (
    <TextInput
      type="date"
      label={f[name]}
      value={draft[name] ?? ''}
      onChange={(event) => put({ [name]: dayOrNone(event.currentTarget.value) })}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="lg">
        <Card title={f.who}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput
              label={f.name}
              value={draft.name}
              maxLength={160}
              error={tried && lacksName ? f.nameNeeded : null}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
            <TextInput
              label={f.reach}
              value={draft.reach}
              onChange={(event) => put({ reach: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Checkbox.Group
            label={f.roles}
            value={draft.roles}
            error={tried && draft.roles.length === 0 ? f.rolesNeeded : null}
            onChange={(chosen) => put({ roles: VendorRole.array().parse(chosen) })}
          >
            <Stack gap={6} my={6}>
              {VendorRole.options.map((role) => (
                <Checkbox key={role} value={role} label={w.roles[role]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Textarea
            label={f.does}
            autosize
            minRows={2}
            value={draft.does}
            onChange={(event) => put({ does: event.currentTarget.value })}
          />
          <MultiSelect
            label={f.fields}
            searchable
            data={fields.map(({ name, label }) => ({ value: name, label: named(name, label) }))}
            value={[...draft.fields]}
            onChange={(chosen) => put({ fields: chosen as FieldName[] })}
          />
          {vendor !== null && (
            <div>
              <Text fw={600} size="sm">
                {f.activities}
              </Text>
              <Text size="sm">{vendor.activities.length === 0 ? f.noActivities : vendor.activities.join(', ')}</Text>
            </div>
          )}
        </Card>
        <Card title={f.contract}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
            {day('contractFrom')}
            {day('contractUntil')}
            <TextInput
              inputMode="numeric"
              label={f.noticeDays}
              value={draft.noticeDays === null ? '' : String(draft.noticeDays)}
              onChange={(event) => {
                const days = Number.parseInt(event.currentTarget.value, 10);
                put({ noticeDays: Number.isNaN(days) ? null : Math.min(Math.max(days, 0), 1_100) });
              }}
            />
          </SimpleGrid>
          {vendor === null ? (
            <Text size="sm" c="dimmed">
              {f.clausesLater}
            </Text>
          ) : (
            vendor.checklists.map((list) => (
              <div key={list.name}>
                <Group justify="space-between">
                  <Text fw={600} size="sm">
                    {f.clauses(list.title, list.cite)}
                  </Text>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={f.allThereOf(list.title)}
                    onClick={() =>
                      put({
                        clauses: {
                          ...draft.clauses,
                          ...Object.fromEntries(list.items.map(({ name }) => [name, 'there' as const])),
                        },
                      })
                    }
                  >
                    {f.allThere}
                  </Button>
                </Group>
                {list.items.map((item) => (
                  <label key={item.name} className={styles.clause}>
                    <span>
                      {item.words}{' '}
                      <Text span size="xs" c="dimmed">
                        {item.cite}
                      </Text>
                    </span>
                    <NativeSelect
                      size="xs"
                      value={draft.clauses[item.name] ?? ''}
                      data={(['', ...ClauseState.options] as const).map((value) => ({ value, label: f.states[value] }))}
                      onChange={(event) => {
                        const { [item.name]: _before, ...others } = draft.clauses;
                        const state = ClauseState.safeParse(event.currentTarget.value);
                        put({ clauses: state.success ? { ...others, [item.name]: state.data } : others });
                      }}
                    />
                  </label>
                ))}
              </div>
            ))
          )}
        </Card>
        <Card title={f.abroad}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <CountrySelect value={draft.country} onChange={(country) => put({ country })} />
            <NativeSelect
              label={f.tool}
              value={draft.tool ?? ''}
              data={[
                { value: '', label: record.toolNone },
                ...(choices?.tools ?? []).map(({ name, words }) => ({ value: name as string, label: words })),
              ]}
              onChange={(event) => put({ tool: (event.currentTarget.value || null) as ProposedName | null })}
            />
          </SimpleGrid>
          <Lines<SubProcessor>
            legend={f.subProcessors}
            lines={draft.subProcessors}
            blank={{ name: '', country: null, does: '' }}
            onChange={(subProcessors) => put({ subProcessors: [...subProcessors] })}
            fields={(line, set) => (
              <>
                <TextInput
                  label={f.name}
                  value={line.name}
                  onChange={(event) => set({ name: event.currentTarget.value })}
                />
                <CountrySelect value={line.country} onChange={(country) => set({ country })} />
                <TextInput
                  label={f.subDoes}
                  value={line.does}
                  onChange={(event) => set({ does: event.currentTarget.value })}
                />
              </>
            )}
          />
        </Card>
        <Card title={f.care}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NativeSelect
              label={f.owner}
              value={draft.owner ?? ''}
              data={[
                { value: '', label: record.nobody },
                ...people
                  .filter(({ id, active }) => active || id === draft.owner)
                  .map(({ id, name, active }) => ({ value: id, label: active ? name : record.gone(name) })),
              ]}
              onChange={(event) => put({ owner: (event.currentTarget.value || null) as PersonId | null })}
            />
            {day('reviewOn')}
          </SimpleGrid>
          <Textarea
            label={f.exitPlan}
            autosize
            minRows={2}
            value={draft.exitPlan}
            onChange={(event) => put({ exitPlan: event.currentTarget.value })}
          />
        </Card>
        {tried && isCut && (
          <Text c="red" role="alert">
            {record.incomplete}
          </Text>
        )}
        <FailureNotice failure={add.failure ?? change.failure ?? end.failure} />
        {change.answer !== undefined && (
          <Text size="sm" role="status">
            {f.saved}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={add.isRunning || change.isRunning} disabled={!mayWrite}>
            {f.save}
          </Button>
          {vendor !== null && mayWrite && (
            <Button
              variant="default"
              onClick={() => void end.run({ id: vendor.id, revision: vendor.revision, ended: !vendor.ended })}
            >
              {vendor.ended ? f.again : f.end}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
