/** The rule of each retention class, and changing it. */
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import { RetentionPeriod, type RetentionRule } from '#shared/domains/retention/model';
import { periodWords } from '#shared/domains/retention/words';
import { FormDialog } from '../../app/FormDialog';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import listed from '../../ui/Listed.module.css';

/** Days that may begin a period, with their names. */
export function useStarts(): readonly { readonly name: string; readonly label: string }[] {
  const w = useWords('retention');
  const named = namesIn(useLanguage());
  const fields = useAsked('fields', 'list', {}).answer ?? [];
  return [
    ...fields
      .filter(({ kind, name }) => kind === 'day' && name !== 'birth_date')
      .map(({ name, label }) => ({ name: name as string, label: named(name, label) })),
    ...Object.entries(w.starts).map(([name, label]) => ({ name, label })),
  ];
}

export function RulesCard({ rules }: { readonly rules: readonly RetentionRule[] }) {
  const w = useWords('retention');
  const language = useLanguage();
  const named = namesIn(language);
  const starts = useStarts();
  const may = useMay()('configure', 'retention');
  const [edited, setEdited] = useState<RetentionRule | null>(null);
  const labelOf = (name: string): string => starts.find((one) => one.name === name)?.label ?? name;
  return (
    <Card title={w.rules.title}>
      <Text size="sm" c="dimmed">
        {w.rules.lead}
      </Text>
      <ul className={listed.list}>
        {rules.map((rule) => {
          const name = named(rule.class, rule.name);
          return (
            <li key={rule.class} className={listed.item}>
              <span>
                <Text span fw={600}>
                  {name}
                </Text>
                <Text size="sm" c={rule.period === null ? 'dimmed' : undefined}>
                  {rule.period === null
                    ? w.rules.none
                    : w.rules.after(periodWords[language](rule.period), rule.period.starts.map(labelOf).join(', '))}
                </Text>
                {rule.period !== null && rule.period.because !== '' && (
                  <Text size="sm" c="dimmed" className={listed.words ?? ''}>
                    {rule.period.because}
                  </Text>
                )}
              </span>
              {may && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={rule.period === null ? w.rules.setOf(name) : w.rules.changeOf(name)}
                  onClick={() => setEdited(rule)}
                >
                  {rule.period === null ? w.rules.set : w.rules.change}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {edited !== null && <RuleDialog rule={edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

function RuleDialog({ rule, onClose }: { readonly rule: RetentionRule; readonly onClose: () => void }) {
  const w = useWords('retention');
  const f = w.form;
  const named = namesIn(useLanguage());
  const known = useStarts();
  const set = useCommand('retention', 'setRule');
  const [starts, setStarts] = useState<readonly string[]>(
    rule.period?.starts ?? ['last_activity', 'customer_since', 'created'],
  );
  const [amount, setAmount] = useState(String(rule.period?.amount ?? 3));
  const [unit, setUnit] = useState<RetentionPeriod['unit']>(rule.period?.unit ?? 'years');
  const [yearEnd, setYearEnd] = useState(rule.period?.yearEnd ?? false);
  const [because, setBecause] = useState(rule.period?.because ?? '');
  const [tried, setTried] = useState(false);
  const chosen = known.filter(({ name }) => starts.includes(name)).map(({ name }) => name);
  const parsed = RetentionPeriod.safeParse({
    starts: chosen,
    amount: amount.trim() === '' ? Number.NaN : Number(amount),
    unit,
    yearEnd,
    because,
  });
  async function submit(): Promise<boolean> {
    setTried(true);
    if (!parsed.success) return false;
    return (await set.run({ class: rule.class, revision: rule.revision, period: parsed.data })) !== undefined;
  }
  return (
    <FormDialog
      title={f.title(named(rule.class, rule.name))}
      save={f.save}
      isRunning={set.isRunning}
      failure={set.failure}
      onClose={onClose}
      onSave={submit}
      aside={
        rule.period !== null && (
          <Button
            variant="subtle"
            color="red"
            onClick={() =>
              void set
                .run({ class: rule.class, revision: rule.revision, period: null })
                .then((done) => done !== undefined && onClose())
            }
          >
            {f.noRule}
          </Button>
        )
      }
    >
      <Checkbox.Group
        label={f.starts}
        value={chosen}
        onChange={setStarts}
        error={tried && chosen.length === 0 ? f.startsNeeded : null}
      >
        <Stack gap={6} mt={4} mb={4}>
          {known.map(({ name, label }) => (
            <Checkbox key={name} value={name} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group grow align="start">
        <TextInput
          inputMode="numeric"
          label={f.amount}
          value={amount}
          error={tried && !parsed.success && chosen.length > 0 ? f.amountNeeded : null}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <NativeSelect
          label={f.unit}
          value={unit}
          data={RetentionPeriod.shape.unit.options.map((one) => ({ value: one, label: f.units[one] }))}
          onChange={(event) => setUnit(RetentionPeriod.shape.unit.parse(event.currentTarget.value))}
        />
      </Group>
      <Checkbox label={f.yearEnd} checked={yearEnd} onChange={(event) => setYearEnd(event.currentTarget.checked)} />
      <TextInput
        label={f.because}
        description={f.becauseHelp}
        value={because}
        maxLength={400}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
