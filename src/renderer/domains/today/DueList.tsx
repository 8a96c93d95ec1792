/** What is due and what waits, most urgent first, each with the way to it. */
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarEvent, IconClock, IconHourglass } from '@tabler/icons-react';
import type { DueItem } from '#shared/domains/today/model';
import { TextLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import styles from './DueList.module.css';

const signs = {
  overdue: IconAlertTriangle,
  today: IconCalendarEvent,
  soon: IconClock,
  later: IconClock,
  waiting: IconHourglass,
} as const;

export function DueList({ items }: { readonly items: readonly DueItem[] }) {
  const w = useWords('today');
  const language = useLanguage();
  if (items.length === 0) {
    return (
      <div>
        <Text fw={600}>{w.nothingDue}</Text>
        <Text c="dimmed">{w.nothingDueLead}</Text>
      </div>
    );
  }
  return (
    <ul className={styles.list}>
      {items.slice(0, 60).map((item) => {
        const Sign = signs[item.state];
        return (
          <li key={item.id} className={styles.item} data-state={item.state}>
            <span className={styles.state}>
              <Sign size={17} aria-hidden />
              {w.states[item.state]}
            </span>
            <span className={styles.what}>
              <ItemLink item={item}>{w.kinds[item.kind](item.title, item.count)}</ItemLink>
              {item.owner !== null && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  {w.forWhom(item.owner)}
                </Text>
              )}
            </span>
            <span className={styles.on}>{item.on === null ? '' : dayIn(language, item.on)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function ItemLink({ item, children }: { readonly item: DueItem; readonly children: string }) {
  switch (item.kind) {
    case 'question-again':
      return <TextLink to="/applicability">{children}</TextLink>;
    case 'obligation-due':
    case 'obligation-expired':
      return (
        <TextLink to="/obligations/$name" params={{ name: item.about }}>
          {children}
        </TextLink>
      );
    case 'evidence-expires':
    case 'evidence-expired':
      return <TextLink to="/evidence">{children}</TextLink>;
    case 'quarantine-open':
      return (
        <TextLink to="/imports/$id/quarantine" params={{ id: item.about }}>
          {children}
        </TextLink>
      );
    case 'approvals-waiting':
    case 'approvals-ready':
      return <TextLink to="/approvals">{children}</TextLink>;
    case 'access-review':
    case 'glass-breaks-open':
      return (
        <TextLink to="/people" search={{ tab: item.kind === 'access-review' ? 'reviews' : 'looks' }}>
          {children}
        </TextLink>
      );
    case 'device-check-due':
    case 'device-end':
    case 'device-past-end':
      return <TextLink to="/devices">{children}</TextLink>;
    case 'document-out-of-date':
    case 'document-review':
    case 'document-unread':
      return (
        <TextLink to="/documents/$id" params={{ id: item.about }}>
          {children}
        </TextLink>
      );
    case 'responsibility-gap':
      return <TextLink to="/responsibilities">{children}</TextLink>;
    case 'backup-missed':
    case 'backup-drill-due':
    case 'other-backup-test-due':
      return <TextLink to="/backups">{children}</TextLink>;
    case 'audit-check-due':
    case 'audit-finding-open':
      return <TextLink to="/audits">{children}</TextLink>;
    case 'vendor-review-due':
    case 'vendor-contract-ends':
    case 'vendor-gaps':
    case 'integration-rotate':
    case 'integration-test':
      return <TextLink to="/vendors">{children}</TextLink>;
    case 'record-not-recorded':
    case 'record-gaps':
    case 'record-review-due':
      return <TextLink to="/record">{children}</TextLink>;
    case 'management-review':
      return <TextLink to="/year">{children}</TextLink>;
    case 'risk-review':
    case 'risk-action':
      return <TextLink to="/risks">{children}</TextLink>;
    case 'assessment-review':
    case 'assessment-open':
      return (
        <TextLink to="/risks/$id" params={{ id: item.about }}>
          {children}
        </TextLink>
      );
    case 'training-due':
      return <TextLink to="/training">{children}</TextLink>;
    case 'attendance-refused':
      return <TextLink to="/training/team">{children}</TextLink>;
    case 'joining-item':
    case 'leaving-item':
      return <TextLink to="/training/joining">{children}</TextLink>;
    case 'alerts-open':
      return <TextLink to="/watching">{children}</TextLink>;
    case 'consents-unproven':
    case 'consents-ending':
      return <TextLink to="/consents">{children}</TextLink>;
    case 'retention-due':
      return <TextLink to="/retention">{children}</TextLink>;
    case 'duplicates-open':
      return <TextLink to="/customers/duplicates">{children}</TextLink>;
  }
}
