/** The form for adding and correcting a customer: help and errors at each box, and what will be stored once you leave it. */
import {
  Alert,
  Autocomplete,
  Button,
  Group,
  Paper,
  SimpleGrid,
  Stack,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
  Title,
  NativeSelect,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import type { CustomerFieldName, MarketingStatus } from '#shared/domains/customers/model';
import type { Failure } from '#shared/kernel/failures';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { type Declared, useDeclarations } from './declarations';
import { fieldGroups } from './field-groups';
import { boxOf, draftOf, type FormValues, type TextFieldName } from './form-values';
import { valueText } from './field-text';
import { countryCodes, countryName } from './names';
import { useStoredAs } from './use-stored-as';

type Props = {
  readonly values: FormValues;
  /** Fields that hold something this person does not see: they stay as they are. */
  readonly masked?: readonly string[];
  readonly onValues: (values: FormValues) => void;
  readonly failure: Failure | null;
  readonly isSaving: boolean;
  readonly saveLabel: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
};

const marketingChoices: readonly MarketingStatus[] = ['subscribed', 'unsubscribed', 'never', 'not-asked'];
const widths: Readonly<Partial<Record<CustomerFieldName, 'wide'>>> = { notes: 'wide', street: 'wide', tags: 'wide' };
const typesOf: Readonly<Partial<Record<CustomerFieldName, string>>> = {
  email: 'email',
  phone: 'tel',
  mobile: 'tel',
  website: 'url',
};

export function CustomerForm({ values, masked = [], onValues, failure, isSaving, saveLabel, onSave, onCancel }: Props) {
  const w = useWords('customers');
  const language = useLanguage();
  const declarations = useDeclarations();
  const { answer: facets } = useAsked('customers', 'facets', {});
  const [explain, setExplain] = useState(false);
  const [left, setLeft] = useState<FormValues | null>(null);
  const stored = useStoredAs(left);
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => countryName(code, language))
        .toSorted((one, other) => one.localeCompare(other, language)),
    [language],
  );
  const own = declarations.list.filter(({ custom }) => custom);
  const problems = problemsOf(failure);

  const setText = (name: string, text: string): void =>
    onValues(
      name.startsWith('x_')
        ? { ...values, custom: { ...values.custom, [name]: text } }
        : { ...values, text: { ...values.text, [name]: text } },
    );

  function errorOf(name: string): string | null {
    const code = problems.get(name) ?? stored?.problems.find(({ field }) => field === name)?.code;
    return code === undefined ? null : w.form.problem(code);
  }

  /** Below the box: what is odd, what will be stored where that differs, then what the field is for. */
  function helpOf(name: string, declared: Declared | undefined): string | undefined {
    if (masked.includes(name)) return w.form.masked;
    const parts: string[] = [];
    const field = name as CustomerFieldName;
    const warning = stored?.warnings.find((one) => one.field === name);
    if (warning) parts.push(w.form.warnings[warning.code]);
    const typed = left === null ? '' : boxOf(left, name).trim();
    const value = stored?.values[field];
    if (!warning && typeof value === 'string' && typed !== '' && field !== 'marketing' && typed !== value) {
      const said = valueText(name, value, { language, marketing: w.marketing });
      parts.push(w.form.storedAs(said === typed ? value : said === value ? value : `${said} (${value})`));
    }
    if (parts.length === 0 && isHinted(name)) parts.push(w.form.hints[name]);
    if (explain && declared) parts.push([declared.purpose, declared.basis, w.detail.kept(declared.kept)].join(' · '));
    return parts.length === 0 ? undefined : parts.join(' — ');
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    onSave();
  }

  const leave = (): void => setLeft(values);
  const box = (name: CustomerFieldName): React.ReactNode => {
    const declared = declarations.of(name);
    const common = {
      label: declared?.label ?? name,
      description: helpOf(name, declared),
      error: errorOf(name),
      disabled: masked.includes(name),
      onBlur: leave,
      inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
    };
    if (name === 'marketing') {
      return (
        <NativeSelect
          {...common}
          value={values.marketing}
          data={[
            { value: '', label: w.form.notKnown },
            ...marketingChoices.map((value) => ({ value, label: w.marketing[value] })),
          ]}
          onChange={(event) => onValues({ ...values, marketing: event.currentTarget.value as MarketingStatus | '' })}
        />
      );
    }
    if (name === 'tags') {
      return (
        <TagsInput
          {...common}
          data={facets?.tag.map(({ value }) => value) ?? []}
          value={[...values.tags]}
          onChange={(tags) => onValues({ ...values, tags })}
          maxTags={100}
          clearable={false}
        />
      );
    }
    const value = values.text[name as TextFieldName] ?? '';
    if (name === 'notes')
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={14}
          value={value}
          onChange={(event) => setText(name, event.currentTarget.value)}
        />
      );
    if (name === 'country')
      return (
        <Autocomplete
          {...common}
          data={countries}
          limit={8}
          value={/^[A-Z]{2}$/.test(value) ? countryName(value, language) : value}
          onChange={(text) => setText(name, text)}
        />
      );
    return (
      <TextInput
        {...common}
        inputMode={typesOf[name] === 'tel' ? 'tel' : typesOf[name] === 'email' ? 'email' : undefined}
        placeholder={
          name === 'full_name' ? [values.text.given_name, values.text.family_name].filter(Boolean).join(' ') : undefined
        }
        value={value}
        onChange={(event) => setText(name, event.currentTarget.value)}
      />
    );
  };

  const nothing =
    stored !== null &&
    left !== null &&
    stored.problems.some(({ code }) => code === 'nothing-to-identify') &&
    Object.keys(draftOf(left).fields).length > 0;
  return (
    <form onSubmit={save} noValidate>
      <Stack>
        <Switch
          checked={explain}
          onChange={(event) => setExplain(event.currentTarget.checked)}
          label={w.detail.explain}
        />
        {fieldGroups.map(({ name, fields }) => (
          <Paper bg="var(--steward-card)" key={name} component="section" withBorder p="md" radius="md">
            <Title order={2} size="h5" mb="sm">
              {w.groups[name]}
            </Title>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
              {fields.map((field) => (
                <div key={field} style={widths[field] === 'wide' ? { gridColumn: '1 / -1' } : undefined}>
                  {box(field)}
                </div>
              ))}
            </SimpleGrid>
          </Paper>
        ))}
        {own.length > 0 && (
          <Paper bg="var(--steward-card)" component="section" withBorder p="md" radius="md">
            <Title order={2} size="h5" mb="sm">
              {w.groups.own}
            </Title>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
              {own.map((declared) => {
                const common = {
                  label: declared.label,
                  description: helpOf(declared.name, declared),
                  error: errorOf(declared.name),
                  disabled: masked.includes(declared.name),
                  value: values.custom[declared.name] ?? '',
                };
                return declared.kind === 'long-text' ? (
                  <Textarea
                    key={declared.name}
                    {...common}
                    autosize
                    minRows={2}
                    onChange={(event) => setText(declared.name, event.currentTarget.value)}
                  />
                ) : (
                  <TextInput
                    key={declared.name}
                    {...common}
                    onChange={(event) => setText(declared.name, event.currentTarget.value)}
                  />
                );
              })}
            </SimpleGrid>
          </Paper>
        )}
        {nothing && (
          <Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
            {w.form.problem('nothing-to-identify')}
          </Alert>
        )}
        {failure !== null && failure.code === 'invalid' ? (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert" title={w.form.notSaved}>
            {problems.has('') ? w.form.problem(problems.get('') ?? '') : w.form.lookAtBoxes}
          </Alert>
        ) : (
          <FailureNotice failure={failure} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {w.cancel}
          </Button>
          <Button type="submit" loading={isSaving}>
            {saveLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );

  function isHinted(name: string): name is keyof typeof w.form.hints {
    return Object.hasOwn(w.form.hints, name);
  }
}

/** Field name to code; the empty name is for the customer as a whole. */
function problemsOf(failure: Failure | null): ReadonlyMap<string, string> {
  if (failure?.code !== 'invalid') return new Map();
  return new Map(
    failure.problems.map(({ path, code }) => {
      const at = path.findIndex((step) => step === 'fields' || step === 'custom');
      return [at < 0 ? '' : String(path[at + 1] ?? ''), code];
    }),
  );
}
