/** The list of customers as a grid: any number of rows, only those in sight in the page, and a screen reader knows where it is. */
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CustomerFilter, CustomerId, CustomerRow, CustomerSort } from '#shared/domains/customers/model';
import { useWords } from '../../app/words';
import styles from './CustomerTable.module.css';
import { CustomerCell } from './CustomerCell';
import { columnsFor, gridTemplate, type ListColumn } from './list-columns';
import { useListState } from './list-state';
import type { RowPages } from './row-pages';
import { ScaledScroll } from './scaled-scroll';
import { isSelected, withIds } from './selection';

export const rowHeight = 44;
const headHeight = 42;
/** Rows kept in the page above and below those in sight. */
const spareRows = 6;

type Props<Question> = {
  readonly pages: RowPages<Question, CustomerRow>;
  readonly total: number;
  readonly filter: CustomerFilter;
  /** False until the first answer. */
  readonly isKnown: boolean;
  readonly isAnswering: boolean;
  readonly onOpen: (id: CustomerId) => void;
  /** Somebody unpicked a row while everybody was selected. */
  readonly onLeaveAll: (id: CustomerId) => void;
};

export function CustomerTable<Question>({
  pages,
  total,
  isKnown,
  filter,
  isAnswering,
  onOpen,
  onLeaveAll,
}: Props<Question>) {
  const w = useWords('customers');
  const { sort, direction, setSort, selection, select, active, setActive, setScrolled } = useListState();
  const box = useRef<HTMLDivElement>(null);
  const [scaled] = useState(() => new ScaledScroll());
  const [, render] = useReducer((count: number) => count + 1, 0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const anchor = useRef<number | null>(null);

  const viewport = Math.max(0, size.height - headHeight);
  const columns = columnsFor(size.width);
  const template = gridTemplate(columns);

  // Another answer or another window: the place in the list is kept where it still exists.
  useLayoutEffect(() => {
    scaled.resize(total * rowHeight, viewport);
    scaled.goTo(useListState.getState().scrolled);
    if (box.current) box.current.scrollTop = scaled.page;
    render();
  }, [scaled, total, viewport, filter, sort, direction]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Somebody who comes back from one customer goes on where they were.
  useEffect(() => {
    if (useListState.getState().active > 0) box.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let settle: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      scaled.goTo(scaled.list);
      element.scrollTop = scaled.page;
    };
    const scrolled = (): void => {
      if (Math.abs(element.scrollTop - scaled.page) < 1) return;
      scaled.movedTo(element.scrollTop);
      if (scaled.isStuck) follow();
      setScrolled(scaled.list);
      flushSync(render);
      clearTimeout(settle);
      settle = setTimeout(() => {
        follow();
        flushSync(render);
      }, 200);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(settle);
      element.removeEventListener('scroll', scrolled);
    };
  }, [scaled, setScrolled]);

  const first = Math.max(0, Math.floor(scaled.list / rowHeight) - spareRows);
  const last = Math.min(total - 1, Math.ceil((scaled.list + viewport) / rowHeight) + spareRows);
  useEffect(() => {
    // While the thumb is dragged through a million rows only where it stops is asked for.
    const wait = setTimeout(() => pages.want(first, last), 30);
    return () => clearTimeout(wait);
  }, [pages, first, last, isAnswering]);

  function reveal(index: number): void {
    const top = index * rowHeight;
    if (top < scaled.list) scaled.goTo(top);
    else if (top + rowHeight > scaled.list + viewport) scaled.goTo(top + rowHeight - viewport);
    else return;
    if (box.current) box.current.scrollTop = scaled.page;
    setScrolled(scaled.list);
    render();
  }

  function goTo(index: number): void {
    const next = Math.min(Math.max(index, 0), total - 1);
    setActive(next);
    reveal(next);
  }

  function toggle(index: number, through: boolean): void {
    const row = pages.row(index);
    if (!row) return;
    if (selection.kind === 'all') {
      onLeaveAll(row.id);
      return;
    }
    const picked = !isSelected(selection, row.id);
    const from = through && anchor.current !== null ? anchor.current : index;
    const ids: CustomerId[] = [];
    for (let step = Math.min(from, index); step <= Math.max(from, index); step += 1) {
      const one = pages.row(step);
      if (one) ids.push(one.id);
    }
    select(withIds(selection, ids, picked));
    anchor.current = index;
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || total === 0) return;
    const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) goTo(to);
    else if (event.key === 'Enter') open(active);
    else if (event.key === ' ') toggle(active, event.shiftKey);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) select({ kind: 'all', filter });
    else if (event.key === 'Escape') select(withIds({ kind: 'picked', ids: new Set() }, [], true));
    else return;
    event.preventDefault();
  }

  function open(index: number): void {
    const row = pages.row(index);
    if (row) onOpen(row.id);
  }

  function onClick(event: MouseEvent, index: number): void {
    setActive(index);
    const onCheckbox = event.target instanceof Element && event.target.closest('[data-pick]') !== null;
    if (onCheckbox) toggle(index, event.shiftKey);
    else open(index);
  }

  const indices = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  const activeInSight = active >= first && active <= last;
  const everybody = selection.kind === 'all';
  const some = selection.kind === 'picked' && selection.ids.size > 0;

  return (
    <div
      ref={box}
      className={styles.box}
      role="grid"
      tabIndex={0}
      aria-label={w.list.label}
      aria-rowcount={isKnown ? total + 1 : -1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-busy={isAnswering}
      aria-activedescendant={activeInSight && total > 0 ? `customer-row-${active}` : undefined}
      onKeyDown={onKeyDown}
      data-testid="customer-grid"
    >
      <div role="rowgroup" className={styles.head} style={{ height: headHeight }}>
        <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
          <div role="columnheader" className={styles.pick}>
            <Checkbox
              aria-label={w.list.selectAll}
              checked={everybody}
              indeterminate={some}
              onChange={() =>
                select(
                  everybody || some ? withIds({ kind: 'picked', ids: new Set() }, [], true) : { kind: 'all', filter },
                )
              }
            />
          </div>
          {columns.map((column) => (
            <ColumnHead key={column.name} column={column} sort={sort} direction={direction} onSort={setSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: scaled.pageHeight }}>
        {indices.map((index) => {
          const row = pages.row(index);
          const selected = row !== undefined && isSelected(selection, row.id);
          return (
            // The keys of a row are the grid's (arrows, Enter, space).
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={index}
              id={`customer-row-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={selected}
              className={styles.row}
              data-selected={selected || undefined}
              data-active={index === active || undefined}
              style={{
                gridTemplateColumns: template,
                height: rowHeight,
                transform: `translateY(${index * rowHeight - scaled.shift}px)`,
              }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => onClick(event, index)}
            >
              <div role="gridcell" className={styles.pick} data-pick>
                {row && (
                  <Checkbox
                    tabIndex={-1}
                    checked={selected}
                    readOnly
                    aria-label={w.list.select(row.name || row.email || row.id)}
                  />
                )}
              </div>
              {columns.map(({ name }) => (
                <div key={name} role="gridcell" className={styles.cell}>
                  {row ? (
                    <CustomerCell row={row} name={name} />
                  ) : (
                    <span className={styles.waiting} data-width={(index + name.length) % 3} aria-hidden />
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type HeadProps = {
  readonly column: ListColumn;
  readonly sort: CustomerSort;
  readonly direction: 'up' | 'down';
  readonly onSort: (sort: CustomerSort, direction: 'up' | 'down') => void;
};

function ColumnHead({ column, sort, direction, onSort }: HeadProps) {
  const w = useWords('customers');
  const label = w.list.columns[column.name];
  const by = column.sort;
  const current = by !== null && by === sort;
  const Arrow = direction === 'up' ? IconArrowUp : IconArrowDown;
  return (
    <div
      role="columnheader"
      className={styles.cell}
      aria-sort={current ? (direction === 'up' ? 'ascending' : 'descending') : undefined}
    >
      {by === null ? (
        label
      ) : (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort(by, current && direction === 'up' ? 'down' : 'up')}
        >
          {label}
          {current && <Arrow size={14} aria-hidden />}
        </button>
      )}
    </div>
  );
}
