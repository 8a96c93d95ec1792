/** The form of one activity. */
import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PersonId } from '#shared/domains/access/model';
import { namesIn } from '#shared/domains/fields/defaults';
import { type PurposeId, Sensitivity } from '#shared/domains/fields/model';
import {
  type Activity,
  type ActivityDraft,
  ActivityRole,
  type OtherData,
  type ProposedName,
  type Recipient,
  type System,
} from '#shared/domains/processing/model';
import { draftOf } from '#shared/domains/processing/rules';
import { Day } from '#shared/kernel/time';
import { FailureNotice } from '../../app/FailureNotice';
import { useGo } from '../../app/go';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { CountrySelect } from '../../app/CountrySelect';
import { HistoryCard } from './HistoryCard';
import { Lines } from '../../app/Lines';

const blank: ActivityDraft = {
  title: '',
  role: 'controller',
  partners: [],
  purposes: [],
  otherData: [],
  systems: [],
  recipients: [],
  retention: '',
  measures: [],
  otherMeasures: '',
  owner: null,
  reviewOn: null,
};

export function ActivityForm({ activity }: { readonly activity: Activity | null }) {
  const w = useWords('processing').form;
  const { holdings } = useWords('reports');
  const language = useLanguage();
  const named = namesIn(language);
  const go = useGo();
  const mayWrite = useMay()('write', 'processing');
  const add = useCommand('processing', 'add');
  const change = useCommand('processing', 'change');
  const { answer: fields = [] } = useAsked('fields', 'list', {});
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  const { answer: choices } = useAsked('processing', 'choices', { language });
  const { answer: register } = useAsked('vendors', 'list', { language });
  const { answer: programme } = useAsked('audits', 'list', { language });
  const [draft, setDraft] = useState<ActivityDraft>(activity === null ? blank : draftOf(activity));
  const [tried, setTried] = useState(false);
  const put = (some: Partial<ActivityDraft>): void => setDraft({ ...draft, ...some });
  const people = programme?.people ?? [];
  const served = fields.filter(({ purpose }) => draft.purposes.includes(purpose));
  const lacksTitle = draft.title.trim() === '';
  const isCut = [
    ...draft.partners.map(({ name }) => name),
    ...draft.otherData.flatMap((one) => [one.people, one.data]),
    ...draft.systems.map(({ name }) => name),
    ...draft.recipients.map(({ name }) => name),
  ].some((text) => text.trim() === '');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (lacksTitle || draft.purposes.length === 0 || isCut) return;
    const done =
      activity === null
        ? await add.run(draft)
        : await change.run({ id: activity.id, revision: activity.revision, activity: draft });
    if (done !== undefined) void go({ to: '/record' });
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="lg">
        <Card title={w.whatTitle}>
          <TextInput
            label={w.title}
            value={draft.title}
            maxLength={160}
            error={tried && lacksTitle ? w.titleNeeded : null}
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
          <Radio.Group label={w.role} value={draft.role} onChange={(value) => put({ role: ActivityRole.parse(value) })}>
            <Stack gap={6} mt={4}>
              {ActivityRole.options.map((role) => (
                <Radio key={role} value={role} label={w.roles[role]} />
              ))}
            </Stack>
          </Radio.Group>
          {draft.role !== 'controller' && (
            <Lines
              legend={w.partners}
              lines={draft.partners}
              blank={{ name: '', reach: '' }}
              onChange={(partners) => put({ partners: [...partners] })}
              fields={(line, set) => (
                <>
                  <TextInput
                    label={w.partnerName}
                    value={line.name}
                    onChange={(event) => set({ name: event.currentTarget.value })}
                  />
                  <TextInput
                    label={w.partnerReach}
                    value={line.reach}
                    onChange={(event) => set({ reach: event.currentTarget.value })}
                  />
                </>
              )}
            />
          )}
          <Checkbox.Group
            label={w.purposes}
            description={w.purposesHelp}
            value={draft.purposes as string[]}
            error={tried && draft.purposes.length === 0 ? w.purposesNeeded : null}
            onChange={(chosen) => put({ purposes: chosen as PurposeId[] })}
          >
            <Stack gap={6} my={6}>
              {purposes.map(({ id, name, lawfulBasis }) => (
                <Checkbox key={id} value={id} label={`${named(id, name)} (${holdings.basis[lawfulBasis]})`} />
              ))}
            </Stack>
          </Checkbox.Group>
          <div>
            <Text fw={600} size="sm">
              {w.fromStore}
            </Text>
            <Text size="sm" c={served.length === 0 ? 'dimmed' : undefined}>
              {served.length === 0
                ? w.fromStoreNone
                : served
                    .map(({ name, label, sensitivity }) =>
                      sensitivity === 'ordinary'
                        ? named(name, label)
                        : `${named(name, label)} (${holdings.sensitivity[sensitivity]})`,
                    )
                    .join(', ')}
            </Text>
          </div>
          <Lines<OtherData>
            legend={w.other}
            lines={draft.otherData}
            blank={{ people: '', data: '', sensitivity: 'ordinary' }}
            onChange={(otherData) => put({ otherData: [...otherData] })}
            fields={(line, set) => (
              <>
                <TextInput
                  label={w.otherPeople}
                  value={line.people}
                  onChange={(event) => set({ people: event.currentTarget.value })}
                />
                <TextInput
                  label={w.otherData}
                  value={line.data}
                  onChange={(event) => set({ data: event.currentTarget.value })}
                />
                <NativeSelect
                  label={w.otherSensitivity}
                  value={line.sensitivity}
                  data={Sensitivity.options.map((value) => ({ value, label: holdings.sensitivity[value] }))}
                  onChange={(event) => set({ sensitivity: Sensitivity.parse(event.currentTarget.value) })}
                />
              </>
            )}
          />
          {draft.otherData.length > 0 && (
            <Textarea
              label={w.retention}
              autosize
              minRows={2}
              value={draft.retention}
              onChange={(event) => put({ retention: event.currentTarget.value })}
            />
          )}
        </Card>
        <Card title={w.systemsTitle}>
          <Lines<System>
            legend={w.systems}
            lines={draft.systems}
            blank={{ name: '', country: null }}
            onChange={(systems) => put({ systems: [...systems] })}
            fields={(line, set) => (
              <>
                <TextInput
                  label={w.systemName}
                  value={line.name}
                  onChange={(event) => set({ name: event.currentTarget.value })}
                />
                <CountrySelect value={line.country} onChange={(country) => set({ country })} />
              </>
            )}
          />
          <Lines<Recipient>
            legend={w.recipients}
            lines={draft.recipients}
            blank={{ name: '', country: null, tool: null, vendor: null }}
            onChange={(recipients) => put({ recipients: [...recipients] })}
            fields={(line, set) => (
              <>
                <TextInput
                  label={w.recipientName}
                  value={line.name}
                  onChange={(event) => set({ name: event.currentTarget.value })}
                />
                <NativeSelect
                  label={w.vendor}
                  value={line.vendor ?? ''}
                  data={[
                    { value: '', label: w.vendorNone },
                    ...(register?.vendors ?? [])
                      .filter(({ ended, id }) => !ended || id === line.vendor)
                      .map(({ id, name }) => ({ value: id as string, label: name })),
                  ]}
                  onChange={(event) => {
                    // A vendor of the register brings its name, country and tool.
                    const chosen = register?.vendors.find(({ id }) => id === event.currentTarget.value);
                    set(
                      chosen === undefined
                        ? { vendor: null }
                        : { vendor: chosen.id, name: chosen.name, country: chosen.country, tool: chosen.tool },
                    );
                  }}
                />
                <CountrySelect value={line.country} onChange={(country) => set({ country })} />
                <NativeSelect
                  label={w.tool}
                  value={line.tool ?? ''}
                  data={[
                    { value: '', label: w.toolNone },
                    ...(choices?.tools ?? []).map(({ name, words, cite }) => ({
                      value: name as string,
                      label: `${words} (${cite})`,
                    })),
                  ]}
                  onChange={(event) => set({ tool: (event.currentTarget.value || null) as ProposedName | null })}
                />
              </>
            )}
          />
        </Card>
        <Card title={w.guardTitle}>
          <Checkbox.Group
            label={w.measures}
            value={draft.measures as string[]}
            onChange={(chosen) => put({ measures: chosen as ProposedName[] })}
          >
            <Stack gap={6} mt={6}>
              {(choices?.measures ?? []).map(({ name, words }) => (
                <Checkbox key={name} value={name} label={words} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Textarea
            label={w.otherMeasures}
            autosize
            minRows={2}
            value={draft.otherMeasures}
            onChange={(event) => put({ otherMeasures: event.currentTarget.value })}
          />
        </Card>
        <Card title={w.whoTitle}>
          <NativeSelect
            label={w.owner}
            value={draft.owner ?? ''}
            data={[
              { value: '', label: w.nobody },
              ...people
                .filter(({ id, active }) => active || id === draft.owner)
                .map(({ id, name, active }) => ({ value: id, label: active ? name : w.gone(name) })),
            ]}
            onChange={(event) => put({ owner: (event.currentTarget.value || null) as PersonId | null })}
          />
          <TextInput
            type="date"
            label={w.reviewOn}
            value={draft.reviewOn ?? ''}
            onChange={(event) =>
              put({
                reviewOn: Day.nullable()
                  .catch(null)
                  .parse(event.currentTarget.value || null),
              })
            }
          />
        </Card>
        {tried && isCut && (
          <Text c="red" role="alert">
            {w.incomplete}
          </Text>
        )}
        <FailureNotice failure={add.failure ?? change.failure} />
        <Group>
          <Button type="submit" loading={add.isRunning || change.isRunning} disabled={!mayWrite}>
            {w.save}
          </Button>
        </Group>
        {activity !== null && <HistoryCard activity={activity} people={people} />}
      </Stack>
    </form>
  );
}
