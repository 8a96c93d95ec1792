/** What stands in the form's boxes, and how it becomes a draft and back. */
import type {
  Customer,
  CustomerDraft,
  CustomerFieldName,
  CustomerFields,
  MarketingStatus,
} from '#shared/domains/customers/model';

export type TextFieldName = Exclude<CustomerFieldName, 'marketing' | 'tags'>;

export type FormValues = {
  readonly text: Readonly<Partial<Record<TextFieldName, string>>>;
  readonly marketing: MarketingStatus | '';
  readonly tags: readonly string[];
  readonly custom: Readonly<Record<string, string>>;
};

export const emptyForm: FormValues = { text: {}, marketing: '', tags: [], custom: {} };

const composed = (given: string | undefined, family: string | undefined): string =>
  [given, family].filter(Boolean).join(' ');

/** A full name that is only the first and the last name stays out of its box, so that correcting one corrects both. */
export function formOf({ fields, custom }: Pick<Customer, 'fields' | 'custom'>): FormValues {
  const { marketing = '', tags = [], ...text } = fields;
  if (text.full_name !== undefined && text.full_name === composed(text.given_name, text.family_name)) {
    const { full_name: _composed, ...rest } = text;
    return { text: rest, marketing, tags, custom };
  }
  return { text, marketing, tags, custom };
}

/** Empty boxes are absent fields. */
export function draftOf({ text, marketing, tags, custom }: FormValues): CustomerDraft {
  const fields: CustomerFields = Object.fromEntries(
    Object.entries(text).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  if (marketing !== '') fields.marketing = marketing;
  if (tags.length > 0) fields.tags = [...tags];
  return { fields, custom: Object.fromEntries(Object.entries(custom).filter(([, value]) => value.trim() !== '')) };
}

/** True when both would be stored as the same draft. */
export const isSameDraft = (one: FormValues, other: FormValues): boolean =>
  [...new Set([...boxNames(one), ...boxNames(other)])].every(
    (name) => boxOf(one, name).trim() === boxOf(other, name).trim(),
  );

/** One box of the form by the name of its field. */
export function boxOf(values: FormValues, name: string): string {
  if (name === 'marketing') return values.marketing;
  if (name === 'tags') return values.tags.join(', ');
  return (name.startsWith('x_') ? values.custom[name] : values.text[name as TextFieldName]) ?? '';
}

/** A form with the box of one field as it stands in another form. */
export function withBox(values: FormValues, name: string, from: FormValues): FormValues {
  if (name === 'marketing') return { ...values, marketing: from.marketing };
  if (name === 'tags') return { ...values, tags: from.tags };
  if (name.startsWith('x_')) return { ...values, custom: { ...values.custom, [name]: from.custom[name] ?? '' } };
  return { ...values, text: { ...values.text, [name]: from.text[name as TextFieldName] ?? '' } };
}

export const boxNames = (values: FormValues): readonly string[] => [
  ...Object.keys(values.text),
  'marketing',
  'tags',
  ...Object.keys(values.custom),
];
