/** What we hold: the report on the screen, picture first, and as a file for somebody else. */
import { Alert, Button, List, Menu, Stack, Table, Text } from '@mantine/core';
import { IconDownload, IconFileImport, IconTable } from '@tabler/icons-react';
import { namesIn } from '#shared/domains/fields/defaults';
import { trailInWords } from '#shared/papers/marks';
import type { HoldingsGap, HoldingsReport, ReportFormat } from '#shared/domains/reports/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink, TextLink } from '../../app/go';
import { momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { FieldBars } from './FieldBars';
import styles from './HoldingsPage.module.css';

export function HoldingsPage() {
  const w = useWords('reports');
  const language = useLanguage();
  const asked = useAsked('reports', 'holdings', {});
  const save = useTask('reports', 'exportHoldings');
  const write = (format: ReportFormat): void => void save.run({ format, language });
  return (
    <Stack gap="lg">
      <PageHead title={w.holdings.title} lead={w.lead}>
        <Button variant="default" component={PageLink} to="/fields">
          {w.fieldsPage}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button leftSection={<IconDownload size={18} aria-hidden />} loading={save.isRunning}>
              {w.export}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['pdf', 'docx', 'html', 'xlsx', 'csv', 'json'] as const).map((format) => (
              <Menu.Item key={format} onClick={() => write(format)}>
                {format.toUpperCase()}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </PageHead>
      <FailureNotice failure={save.failure} />
      {save.answer !== undefined && (
        <Alert role="status">
          {w.exported(save.answer.fields, w.holdings.people(save.answer.people), save.answer.file)}
        </Alert>
      )}
      <AskedPage asked={asked}>
        {(report) => (report.people === 0 ? <Nothing /> : <Report report={report} />)}
      </AskedPage>
    </Stack>
  );
}

function Nothing() {
  const w = useWords('reports');
  return (
    <EmptyState icon={<IconTable aria-hidden />} title={w.none} lines={w.noneLines}>
      <Button component={PageLink} to="/imports" leftSection={<IconFileImport size={17} aria-hidden />}>
        {w.import}
      </Button>
    </EmptyState>
  );
}

function Report({ report }: { readonly report: HoldingsReport }) {
  const { holdings: w, counted } = useWords('reports');
  const language = useLanguage();
  const named = namesIn(language);
  return (
    <Stack gap="lg">
      <Text c="dimmed">
        {w.people(report.people)}. {counted(momentIn(language, report.madeAt))}
      </Text>
      <Card title={w.pictureTitle}>
        <FieldBars report={report} />
      </Card>
      <Card title={w.gaps}>
        {report.gaps.length === 0 ? (
          <Text>{w.noGaps}</Text>
        ) : (
          <List spacing={6}>
            {report.gaps.map((gap) => (
              <List.Item key={`${gap.code} ${gap.field ?? ''}`}>
                <Gap gap={gap} report={report} />
              </List.Item>
            ))}
          </List>
        )}
      </Card>
      <Card title={w.purposes}>
        <div className={styles.scroll}>
          <Table aria-label={w.purposes}>
            <Table.Thead>
              <Table.Tr>
                {w.purposeHeaders.map((header, index) => (
                  <Table.Th key={header} className={index > 1 ? styles.number : undefined}>
                    {header}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.purposes.map((purpose) => (
                <Table.Tr key={purpose.id}>
                  <Table.Td>{named(purpose.id, purpose.name)}</Table.Td>
                  <Table.Td>{w.basis[purpose.lawfulBasis]}</Table.Td>
                  <Table.Td className={styles.number}>{purpose.fields}</Table.Td>
                  <Table.Td className={styles.number}>{w.number(purpose.people)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Card>
      <div className={styles.columns}>
        <Counts
          title={w.places}
          rows={report.countries.map(({ country, people }) => [
            country === null ? w.unknown : placeName(language, country),
            people,
          ])}
        />
        <Counts
          title={w.marketing}
          rows={report.marketing.map(({ status, people }) => [
            status === null ? w.unknown : (w.marketingStatus[status] ?? status),
            people,
          ])}
        />
      </div>
      <Card title={w.notClaimed}>
        <List size="sm">
          {w.notClaimedItems.map((item) => (
            <List.Item key={item}>{item}</List.Item>
          ))}
        </List>
        <Text size="xs" c="dimmed" className={styles.root}>
          {trailInWords(report.trail, language)}
        </Text>
      </Card>
    </Stack>
  );
}

function Gap({ gap, report }: { readonly gap: HoldingsGap; readonly report: HoldingsReport }) {
  const w = useWords('reports');
  const named = namesIn(useLanguage());
  const field = report.fields.find(({ name }) => name === gap.field);
  const said = w.holdings.gap({ ...gap, field: field === undefined ? null : named(field.name, field.label) });
  switch (gap.code) {
    case 'duplicates-open':
      return (
        <>
          {said}{' '}
          <TextLink underline="always" to="/customers/duplicates">
            {w.goTo.duplicates}
          </TextLink>
        </>
      );
    case 'quarantine-open':
      return (
        <>
          {said}{' '}
          <TextLink underline="always" to="/imports">
            {w.goTo.quarantine}
          </TextLink>
        </>
      );
    case 'field-unused':
    case 'field-special-category':
      return (
        <>
          {said}{' '}
          <TextLink underline="always" to="/fields">
            {w.goTo.fields}
          </TextLink>
        </>
      );
    default:
      return said;
  }
}

const countsShown = 12;

function Counts({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, number])[] }) {
  const { holdings: w, others } = useWords('reports');
  const rest = rows.slice(countsShown);
  return (
    <Card title={title}>
      <dl className={styles.counts}>
        {rows.slice(0, countsShown).map(([name, people]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{w.number(people)}</dd>
          </div>
        ))}
        {rest.length > 0 && (
          <div>
            <dt>{others(rest.length)}</dt>
            <dd>{w.number(rest.reduce((sum, [, people]) => sum + people, 0))}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function placeName(language: string, country: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  } catch {
    // What was typed and not understood is shown as typed.
    return country;
  }
}
