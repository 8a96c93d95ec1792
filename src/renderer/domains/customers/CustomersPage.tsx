/** The list of customers: search, filters, the list itself, and what can be done with those selected. */
import { ActionIcon, Alert, Button, Group, NativeSelect, Pill, Stack, Text } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconFileImport,
  IconSortAscending,
  IconSortDescending,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { CustomerFilter, CustomerId, CustomerSort } from '#shared/domains/customers/model';
import { failureOf } from '../../app/ask';
import { FailureNotice } from '../../app/FailureNotice';
import { useGo } from '../../app/go';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { BulkBar } from './BulkBar';
import styles from './CustomersPage.module.css';
import { CustomerTable } from './CustomerTable';
import { DuplicatesHint } from './DuplicatesHint';
import { FilterPanel, valueInWords } from './FilterPanel';
import { gatherIds } from './gather';
import { chosen, countChosen, facetNames, isEmpty, toggled, without, withText } from './list-filter';
import { useListState } from './list-state';
import { SearchBox } from './SearchBox';
import { useRowPages } from './use-row-pages';

/** Up to here "everybody but this one" is worked out by naming everybody. */
const mostNamed = 5_000;
const sorts: readonly CustomerSort[] = ['name', 'email', 'company', 'city', 'added', 'changed'];

export function CustomersPage() {
  const w = useWords('customers');
  const go = useGo();
  const list = useListState();
  const { filter, sort, direction, setFilter, setSort, select } = list;
  const { pages, state } = useRowPages({ filter, sort, direction });
  const { answer: facets } = useAsked('customers', 'facets', { filter });
  const [showFilters, setShowFilters] = useState(() => window.innerWidth >= 1180);
  const [hint, setHint] = useState<string | null>(null);
  const total = state.total ?? 0;

  const onText = useCallback((text: string) => setFilter(withText(useListState.getState().filter, text)), [setFilter]);
  const onOpen = useCallback((id: CustomerId) => void go({ to: '/customers/$id', params: { id } }), [go]);

  async function leaveAll(id: CustomerId): Promise<void> {
    if (total > mostNamed) {
      setHint(w.bulk.tooManyToName(mostNamed));
      return;
    }
    const ids = await gatherIds(filter, mostNamed);
    select({ kind: 'picked', ids: new Set(ids.filter((one) => one !== id)) });
  }

  const toTable = (): void => document.querySelector<HTMLElement>('[data-testid="customer-grid"]')?.focus();

  if (state.total === 0 && isEmpty(filter) && !state.isAnswering) return <NobodyYet />;
  return (
    <div className={styles.page}>
      <PageHead title={w.title}>
        <Button
          variant="default"
          leftSection={<IconFileImport size={17} aria-hidden />}
          onClick={() => void go({ to: '/imports' })}
        >
          {w.list.import}
        </Button>
        <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => void go({ to: '/customers/new' })}>
          {w.list.add}
        </Button>
      </PageHead>
      <DuplicatesHint />
      <Group gap="xs" align="center">
        <SearchBox text={filter.text ?? ''} onText={onText} onDown={toTable} />
        <Button
          variant={showFilters ? 'light' : 'default'}
          leftSection={<IconAdjustmentsHorizontal size={17} aria-hidden />}
          aria-expanded={showFilters}
          onClick={() => setShowFilters(!showFilters)}
        >
          {countChosen(filter) === 0 ? w.filters.title : w.filters.titleWith(countChosen(filter))}
        </Button>
        <NativeSelect
          aria-label={w.list.sortBy}
          value={sort}
          data={sorts.map((value) => ({ value, label: w.list.sorts[value] }))}
          onChange={(event) => setSort(event.currentTarget.value as CustomerSort, direction)}
        />
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={direction === 'up' ? w.list.sortedUp : w.list.sortedDown}
          onClick={() => setSort(sort, direction === 'up' ? 'down' : 'up')}
        >
          {direction === 'up' ? (
            <IconSortAscending size={18} aria-hidden />
          ) : (
            <IconSortDescending size={18} aria-hidden />
          )}
        </ActionIcon>
      </Group>
      <Chips filter={filter} onFilter={setFilter} />
      <BulkBar
        selection={list.selection}
        filter={filter}
        total={total}
        isCounting={state.capped}
        knownTags={facets?.tag.map(({ value }) => value) ?? []}
        onSelect={select}
      />
      {hint && (
        <Alert color="gray" withCloseButton closeButtonLabel={w.close} onClose={() => setHint(null)} role="status">
          {hint}
        </Alert>
      )}
      {state.error !== null && <FailureNotice failure={failureOf(state.error)} />}
      <div className={styles.split}>
        {showFilters && <FilterPanel filter={filter} facets={facets} onFilter={setFilter} />}
        {state.total === 0 && !state.capped && !state.isAnswering ? (
          <NobodyFound filter={filter} onFilter={setFilter} />
        ) : (
          <CustomerTable
            pages={pages}
            total={total}
            isKnown={state.total !== null}
            filter={filter}
            isAnswering={state.isAnswering}
            onOpen={onOpen}
            onLeaveAll={(one) => void leaveAll(one)}
          />
        )}
      </div>
      <Group justify="space-between" gap="md" wrap="nowrap" className={styles.foot}>
        <Text size="sm" fw={600} role="status" aria-live="polite" style={{ flex: 'none' }}>
          {state.total === null
            ? ''
            : isEmpty(filter)
              ? w.list.people(total)
              : state.capped
                ? w.list.foundSoFar(total)
                : w.list.found(total)}
        </Text>
        <Text size="xs" c="dimmed" className={styles.keys}>
          {w.list.keys}
        </Text>
      </Group>
    </div>
  );
}

type FilterProps = { readonly filter: CustomerFilter; readonly onFilter: (filter: CustomerFilter) => void };

function Chips({ filter, onFilter }: FilterProps) {
  const w = useWords('customers');
  const language = useLanguage();
  if (countChosen(filter) === 0) return null;
  return (
    <Pill.Group role="group" aria-label={w.filters.active}>
      {filter.import !== undefined && (
        <Pill
          withRemoveButton
          removeButtonProps={{ 'aria-label': w.filters.removeImport, 'aria-hidden': false, tabIndex: 0 }}
          onRemove={() => onFilter(without(filter, 'import'))}
        >
          {w.filters.ofOneImport}
        </Pill>
      )}
      {facetNames.flatMap((name) =>
        chosen(filter, name).map((value) => {
          const said = `${w.filters.facets[name]}: ${valueInWords(name, value, language, w.marketing)}`;
          return (
            <Pill
              key={`${name} ${value}`}
              withRemoveButton
              removeButtonProps={{ 'aria-label': w.filters.remove(said), 'aria-hidden': false, tabIndex: 0 }}
              onRemove={() => onFilter(toggled(filter, name, value))}
            >
              {said}
            </Pill>
          );
        }),
      )}
    </Pill.Group>
  );
}

function NobodyFound({ filter, onFilter }: FilterProps) {
  const w = useWords('customers');
  return (
    <Stack className={styles.nobody} align="center" justify="center">
      <Text fw={600}>{w.list.nobodyFound}</Text>
      <Text c="dimmed" ta="center" maw={420}>
        {filter.text === undefined ? w.list.nobodyFoundFilters : w.list.nobodyFoundText}
      </Text>
      <Button variant="default" onClick={() => onFilter({})}>
        {w.list.showEverybody}
      </Button>
    </Stack>
  );
}

function NobodyYet() {
  const w = useWords('customers');
  const go = useGo();
  return (
    <Stack gap={0}>
      <PageHead title={w.title} />
      <EmptyState icon={<IconUsers aria-hidden />} title={w.empty.title} lines={w.empty.lines}>
        <Button leftSection={<IconFileImport size={17} aria-hidden />} onClick={() => void go({ to: '/imports' })}>
          {w.empty.import}
        </Button>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={17} aria-hidden />}
          onClick={() => void go({ to: '/customers/new' })}
        >
          {w.empty.add}
        </Button>
      </EmptyState>
    </Stack>
  );
}
