/** What each field is for, in the reader's words: its label, purpose, lawful basis and how long it is kept. */
import { type Named, namesIn } from '#shared/domains/fields/defaults';
import type { Field, Purpose, RetentionClass } from '#shared/domains/fields/model';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import type { CustomersWords } from '../../locales/en/customers';

export type Declared = {
  readonly name: string;
  readonly label: string;
  readonly custom: boolean;
  readonly kind: Field['kind'];
  readonly purpose: string;
  readonly basis: string;
  readonly kept: string;
  readonly sensitive: string | null;
};

type FieldWords = CustomersWords['fields'];

export function useDeclarations(): {
  readonly list: readonly Declared[];
  readonly of: (name: string) => Declared | undefined;
} {
  const w = useWords('customers').fields;
  const named = namesIn(useLanguage());
  const { answer: fields = [] } = useAsked('fields', 'list', {});
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  const { answer: classes = [] } = useAsked('fields', 'retentionClasses', {});
  const list = fields.map((field) => declared(field, purposes, classes, w, named));
  return { list, of: (name) => list.find((one) => one.name === name) };
}

function declared(
  field: Field,
  purposes: readonly Purpose[],
  classes: readonly RetentionClass[],
  w: FieldWords,
  named: Named,
): Declared {
  const purpose = purposes.find(({ id }) => id === field.purpose);
  const retention = classes.find(({ id }) => id === field.retentionClass);
  return {
    name: field.name,
    label: field.custom ? field.label : named(field.name, field.label),
    custom: field.custom,
    kind: field.kind,
    purpose: purpose ? named(purpose.id, purpose.name) : field.purpose,
    basis: w.bases[field.lawfulBasis],
    kept: retention ? named(`${retention.id} rule`, retention.rule) : field.retentionClass,
    sensitive: field.sensitivity === 'ordinary' ? null : w.sensitivities[field.sensitivity],
  };
}
