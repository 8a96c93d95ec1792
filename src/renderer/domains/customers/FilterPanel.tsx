/** The filters beside the list: each value with how many people have it, under the other filters. */
import { Button, Checkbox, Group, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { CustomerFilter, MarketingStatus } from '#shared/domains/customers/model';
import type { Answered } from '#shared/contract';
import type { Language } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './FilterPanel.module.css';
import { chosen, cleared, countChosen, type FacetName, facetNames, toggled } from './list-filter';
import { countryName, languageName } from './names';

type Facets = Answered<'customers', 'facets'>;
type Counted = { readonly value: string; readonly count: number };

type Props = {
  readonly filter: CustomerFilter;
  readonly facets: Facets | undefined;
  readonly onFilter: (filter: CustomerFilter) => void;
};

export function FilterPanel({ filter, facets, onFilter }: Props) {
  const w = useWords('customers');
  return (
    <ScrollArea
      className={styles.panel}
      type="auto"
      offsetScrollbars="present"
      role="region"
      aria-label={w.filters.title}
    >
      <Stack gap="lg" p="xs">
        <Group justify="space-between" wrap="nowrap" mih={30}>
          <Text component="h2" fw={650} size="sm">
            {w.filters.title}
          </Text>
          {countChosen(filter) > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => onFilter(cleared(filter))}>
              {w.filters.clear}
            </Button>
          )}
        </Group>
        {facets?.capped && (
          <Text size="xs" c="dimmed" mt={-12}>
            {w.filters.counting}
          </Text>
        )}
        {facetNames.map((name) => (
          <Facet key={name} name={name} filter={filter} counted={facets?.[name] ?? []} onFilter={onFilter} />
        ))}
      </Stack>
    </ScrollArea>
  );
}

const fewest = 6;

type FacetProps = {
  readonly name: FacetName;
  readonly filter: CustomerFilter;
  readonly counted: readonly Counted[];
  readonly onFilter: (filter: CustomerFilter) => void;
};

function Facet({ name, filter, counted, onFilter }: FacetProps) {
  const w = useWords('customers');
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const on = chosen(filter, name);
  const found = counted.filter(({ value }) => value !== '');
  // What is switched on stays in sight even where nobody has it any more.
  const gone = on.filter((value) => !found.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
  const values = [...gone, ...found];
  if (values.length === 0) return null;
  const shown = all ? values.slice(0, 200) : values.filter(({ value }, index) => index < fewest || on.includes(value));
  return (
    <fieldset className={styles.facet}>
      <legend className={styles.legend}>{w.filters.facets[name]}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          size="xs"
          checked={on.includes(value)}
          onChange={() => onFilter(toggled(filter, name, value))}
          classNames={{ body: styles.option, labelWrapper: styles.optionLabel }}
          label={
            <span className={styles.line}>
              <span className={styles.value}>{valueInWords(name, value, language, w.marketing)}</span>
              <span className={styles.count}>{w.number(count)}</span>
            </span>
          }
        />
      ))}
      {values.length > shown.length || all
        ? values.length > fewest && (
            <UnstyledButton className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
              {all ? w.filters.fewer : w.filters.more(values.length - shown.length)}
            </UnstyledButton>
          )
        : null}
    </fieldset>
  );
}

export function valueInWords(
  name: FacetName,
  value: string,
  language: Language,
  marketing: Readonly<Record<MarketingStatus, string>>,
): string {
  if (name === 'country') return countryName(value, language);
  if (name === 'language') return languageName(value, language);
  if (name === 'marketing') return marketing[value as MarketingStatus] ?? value;
  return value;
}
