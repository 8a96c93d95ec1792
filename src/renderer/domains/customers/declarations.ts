/** What each field is for, in the reader's words: its label, purpose, lawful basis and how long it is kept. */
import {
  defaultPurposes,
  defaultRetentionClasses,
  germanNames,
  germanRules,
  standardFields,
} from '#shared/domains/fields/defaults';
import type { Field, Purpose, RetentionClass } from '#shared/domains/fields/model';
import type { Language } from '../../app/language';
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
  const language = useLanguage();
  const { answer: fields = [] } = useAsked('fields', 'list', {});
  const { answer: purposes = [] } = useAsked('fields', 'purposes', {});
  const { answer: classes = [] } = useAsked('fields', 'retentionClasses', {});
  const list = fields.map((field) => declared(field, purposes, classes, w, language));
  return { list, of: (name) => list.find((one) => one.name === name) };
}

function declared(
  field: Field,
  purposes: readonly Purpose[],
  classes: readonly RetentionClass[],
  w: FieldWords,
  language: Language,
): Declared {
  const purpose = purposes.find(({ id }) => id === field.purpose);
  const retention = classes.find(({ id }) => id === field.retentionClass);
  const say = (stored: string, english: string | undefined, german: string | undefined): string =>
    inReadersWords(language, stored, english, german);
  return {
    name: field.name,
    label: field.custom
      ? field.label
      : say(field.label, standardFields.find(({ name }) => name === field.name)?.label, germanNames[field.name]),
    custom: field.custom,
    kind: field.kind,
    purpose: purpose
      ? say(purpose.name, defaultPurposes.find(({ id }) => id === field.purpose)?.name, germanNames[field.purpose])
      : field.purpose,
    basis: w.bases[field.lawfulBasis],
    kept: retention
      ? say(
          retention.rule,
          defaultRetentionClasses.find(({ id }) => id === field.retentionClass)?.rule,
          germanRules[field.retentionClass],
        )
      : field.retentionClass,
    sensitive: field.sensitivity === 'ordinary' ? null : w.sensitivities[field.sensitivity],
  };
}

/** A name the business chose is its own; one of ours is said in the reader's language, whichever the vault was made in. */
function inReadersWords(
  language: Language,
  stored: string,
  english: string | undefined,
  german: string | undefined,
): string {
  if (english === undefined || german === undefined || (stored !== english && stored !== german)) return stored;
  return language === 'de' ? german : english;
}
