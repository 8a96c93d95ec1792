/** Words of the deletion certificate and of periods, outside the screen. */
import type { RetentionPeriod } from './model';

type Unit = RetentionPeriod['unit'];

export const periodWords = {
  en: ({ amount, unit, yearEnd }: RetentionPeriod): string => {
    const named: Record<Unit, string> = { days: 'day', months: 'month', years: 'year' };
    return `${amount} ${named[unit]}${amount === 1 ? '' : 's'}${yearEnd ? ' from the end of the year' : ''}`;
  },
  de: ({ amount, unit, yearEnd }: RetentionPeriod): string => {
    const one: Record<Unit, string> = { days: 'Tag', months: 'Monat', years: 'Jahr' };
    const many: Record<Unit, string> = { days: 'Tage', months: 'Monate', years: 'Jahre' };
    return `${amount} ${(amount === 1 ? one : many)[unit]}${yearEnd ? ' ab Jahresende' : ''}`;
  },
} as const;

export const certificateWords = {
  en: {
    title: 'Deletion certificate',
    lead: 'This many people were removed from the customer store because every period for which they had to be kept had ended.',
    removed: 'Removed',
    stayed: 'Stayed',
    when: 'When (UTC)',
    day: 'Day that decided',
    by: 'Run by',
    rules: 'Rules that were applied',
    headers: ['What', 'How long', 'Why'],
    gone: 'What is gone',
    goneText:
      'The record of each person with its history, what they said about the use of their data, quarantined rows, and their words in the search. Backups made before hold them until they run out; when one is put back, the removal is applied again.',
    digest: 'SHA-256 of the removed customer numbers, one a line, lowest first',
    approved: 'Approved by (where somebody else had to)',
    not: 'This certificate names nobody. It says what Steward did; it does not say that the rules are right.',
  },
  de: {
    title: 'Löschprotokoll',
    lead: 'So viele Menschen wurden aus dem Kundenbestand entfernt, weil jede Frist abgelaufen war, für die sie aufbewahrt werden mussten.',
    removed: 'Entfernt',
    stayed: 'Geblieben',
    when: 'Wann (UTC)',
    day: 'Maßgeblicher Tag',
    by: 'Ausgeführt von',
    rules: 'Angewandte Regeln',
    headers: ['Was', 'Wie lange', 'Warum'],
    gone: 'Was weg ist',
    goneText:
      'Der Datensatz jeder Person mit seinem Verlauf, was sie zur Nutzung ihrer Daten gesagt hat, zurückgehaltene Zeilen und ihre Wörter in der Suche. Frühere Sicherungen enthalten sie, bis sie auslaufen; wird eine zurückgespielt, wird erneut gelöscht.',
    digest: 'SHA-256 der entfernten Kundennummern, eine je Zeile, niedrigste zuerst',
    approved: 'Freigegeben von (wo es jemand anderes musste)',
    not: 'Dieses Protokoll nennt niemanden. Es sagt, was Steward getan hat; es sagt nicht, dass die Regeln richtig sind.',
  },
} as const;
