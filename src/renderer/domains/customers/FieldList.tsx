/** One group of a customer's fields: label and value, what was typed originally, and on demand what the field is for. */
import { Paper, Text, Title } from '@mantine/core';
import type { Customer } from '#shared/domains/customers/model';
import { useLanguage, useWords } from '../../app/words';
import type { Declared } from './declarations';
import styles from './FieldList.module.css';
import { valueOf, valueText } from './field-text';
import { MarketingMark } from './MarketingMark';

type Props = {
  readonly title: string;
  readonly customer: Customer;
  readonly names: readonly string[];
  readonly declared: (name: string) => Declared | undefined;
  /** Shows purpose, basis and how long it is kept under each field, empty ones too. */
  readonly explain: boolean;
};

export function FieldList({ title, customer, names, declared, explain }: Props) {
  const w = useWords('customers');
  const filled = names.filter(
    (name) => explain || (valueOf(customer, name) !== undefined && !isOnlyComposed(customer, name)),
  );
  if (filled.length === 0) return null;
  return (
    <Paper bg="var(--steward-card)" component="section" withBorder p="md" radius="md">
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <dl className={styles.list}>
        {filled.map((name) => {
          const declaration = declared(name);
          const original = customer.originals[name];
          return (
            <div key={name} className={styles.field}>
              <dt className={styles.label}>{declaration?.label ?? name}</dt>
              <dd className={styles.value}>
                <Value customer={customer} name={name} />
                {original !== undefined && (
                  <Text size="xs" c="dimmed">
                    {w.detail.typed(original)}
                  </Text>
                )}
                {explain && declaration && (
                  <Text size="xs" c="dimmed" className={styles.why}>
                    {[
                      w.detail.purpose(declaration.purpose),
                      w.detail.basis(declaration.basis),
                      w.detail.kept(declaration.kept),
                      declaration.sensitive,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Paper>
  );
}

function Value({ customer, name }: { readonly customer: Customer; readonly name: string }) {
  const w = useWords('customers');
  const language = useLanguage();
  const value = valueOf(customer, name);
  if (value === undefined)
    return (
      <Text size="sm" c="dimmed">
        {w.detail.nothing}
      </Text>
    );
  if (name === 'marketing')
    return customer.fields.marketing ? <MarketingMark status={customer.fields.marketing} /> : null;
  return (
    <div className={name === 'notes' ? styles.notes : styles.text}>
      {valueText(name, value, { language, marketing: w.marketing })}
    </div>
  );
}

/** The whole name is the heading already, unless it is more than first and last name. */
const isOnlyComposed = ({ fields }: Customer, name: string): boolean =>
  name === 'full_name' && fields.full_name === [fields.given_name, fields.family_name].filter(Boolean).join(' ');
