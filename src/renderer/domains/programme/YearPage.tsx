/** The year: what slipped, every month, and reviews by whoever leads the business. */
import { Alert, Button, Menu, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Year, YearItem } from '#shared/domains/programme/model';
import { byMonth } from '#shared/domains/programme/rules';
import { paperFormats } from '#shared/papers/paper';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn, type Language } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import styles from './programme.module.css';
import { ReviewsCard } from './ReviewsCard';

export function YearPage() {
  const language = useLanguage();
  const asked = useAsked('programme', 'year', { language, today: localToday() });
  return <AskedPage asked={asked}>{(year) => <Shown year={year} />}</AskedPage>;
}

function Shown({ year }: { readonly year: Year }) {
  const w = useWords('programme');
  const language = useLanguage();
  const mayExport = useMay()('export', 'programme');
  const save = useTask('programme', 'exportYear');
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {mayExport && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button leftSection={<IconDownload size={18} aria-hidden />} loading={save.isRunning}>
                {w.exportAs}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {([...paperFormats, 'ics'] as const).map((format) => (
                <Menu.Item key={format} onClick={() => void save.run({ format, language, today: year.today })}>
                  {format === 'ics' ? w.ics : format.toUpperCase()}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      <FailureNotice failure={save.failure} />
      {save.answer !== undefined && <Alert role="status">{w.saved(save.answer.dates, save.answer.file)}</Alert>}
      <Card title={w.slipped}>
        {year.slipped.length === 0 ? (
          <Text role="status">{w.nothingSlipped}</Text>
        ) : (
          <Items items={year.slipped} late />
        )}
      </Card>
      <ReviewsCard year={year} />
      <Card title={w.months}>
        {year.items.length === 0 && <Text>{w.nothing}</Text>}
        {byMonth(year.items).map(({ month, items }, at) => (
          // The first three months are what people plan with.
          <details key={month} className={styles.month} open={at < 3}>
            <summary>
              {monthIn(language, month)} · {w.dates(items.length)}
            </summary>
            <Items items={items} />
          </details>
        ))}
      </Card>
    </Stack>
  );
}

const monthIn = (language: Language, month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

function Items({ items, late = false }: { readonly items: readonly YearItem[]; readonly late?: boolean }) {
  const w = useWords('programme');
  const { kinds } = useWords('today');
  const language = useLanguage();
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const day = dayIn(language, item.on);
        return (
          <li key={item.id} className={styles.item}>
            <span className={late ? styles.late : undefined}>{late ? w.since(day) : day}</span>
            <span className={styles.title}>
              {kinds[item.kind](item.title, 1)}
              {item.again && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  · {w.again}
                </Text>
              )}
            </span>
            <Text span size="sm" c="dimmed">
              {item.owner ?? ''}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
