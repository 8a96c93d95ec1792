/** What each field is for, in the reader's words: its label, purpose, lawful basis and how long it is kept. */
import type { CustomerFieldName } from '#shared/domains/customers/model';
import type { Field, Purpose, RetentionClass } from '#shared/domains/fields/model';
import { defaultPurposes, defaultRetentionClasses, standardFields } from '#shared/domains/fields/defaults';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
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

export function useDeclarations(): { readonly list: readonly Declared[]; readonly of: (name: string) => Declared | undefined } {
  const w = useWords('customers').fields;
  const { answer: fields = [] } = useAsked('fields', 'list', {});
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  const { answer: classes = [] } = useAsked('fields', 'retentionClasses', {});
  const list = fields.map((field) => declared(field, purposes, classes, w));
  return { list, of: (name) => list.find((one) => one.name === name) };
}

function declared(field: Field, purposes: readonly Purpose[], classes: readonly RetentionClass[], w: FieldWords): Declared {
  const purpose = purposes.find(({ id }) => id === field.purpose);
  const retention = classes.find(({ id }) => id === field.retentionClass);
  return {
    name: field.name,
    label: field.custom ? field.label : labelOf(field, w),
    custom: field.custom,
    kind: field.kind,
    purpose: purpose ? purposeName(purpose, w) : field.purpose,
    basis: w.bases[field.lawfulBasis],
    kept: retention ? retentionRule(retention, w) : field.retentionClass,
    sensitive: field.sensitivity === 'ordinary' ? null : w.sensitivities[field.sensitivity],
  };
}

/** A label the business gave itself is its own; ours is said in the reader's language. */
function labelOf(field: Field, w: FieldWords): string {
  const ours = standardFields.find(({ name }) => name === field.name);
  return ours && ours.label === field.label ? w.labels[ours.name as CustomerFieldName] : field.label;
}

function purposeName({ id, name }: Purpose, w: FieldWords): string {
  const ours = defaultPurposes.find((one) => one.id === id);
  return ours && ours.name === name ? w.purposes[ours.id] : name;
}

function retentionRule({ id, rule }: RetentionClass, w: FieldWords): string {
  const ours = defaultRetentionClasses.find((one) => one.id === id);
  return ours && ours.rule === rule ? w.rules[ours.id] : rule;
}
