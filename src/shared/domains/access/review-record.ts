/** A finished access review as a page of plain text, to be kept as evidence: who decided what about whom, and why. */
import type { AccessReview } from './model';

const words = {
  en: {
    title: (day: string) => `Access review of ${day}`,
    begun: (at: string, by: string) => `Begun ${at} by ${by}`,
    finished: (at: string, by: string) => `Finished ${at} by ${by}`,
    vault: (id: string) => `Vault ${id}, review `,
    role: 'Role',
    last: 'Last here',
    never: 'never',
    decided: { keep: 'KEEP', remove: 'REMOVE' },
    by: 'decided by',
  },
  de: {
    title: (day: string) => `Rechteprüfung vom ${day}`,
    begun: (at: string, by: string) => `Begonnen ${at} von ${by}`,
    finished: (at: string, by: string) => `Abgeschlossen ${at} von ${by}`,
    vault: (id: string) => `Tresor ${id}, Prüfung `,
    role: 'Rolle',
    last: 'Zuletzt hier',
    never: 'nie',
    decided: { keep: 'BEHALTEN', remove: 'ENTFERNEN' },
    by: 'entschieden von',
  },
} as const;

/** The title in the register of evidence. */
export const reviewTitle = ({ finishedAt, startedAt }: AccessReview, language: 'en' | 'de'): string =>
  words[language].title((finishedAt ?? startedAt).slice(0, 10));

/** `personName` and `roleName` say people and roles in the reader's words; moments are in UTC. */
export function reviewRecord(
  review: AccessReview,
  about: {
    readonly language: 'en' | 'de';
    readonly storeId: string;
    readonly personName: (id: string | null) => string;
    readonly roleName: (id: string) => string;
  },
): string {
  const w = words[about.language];
  const { personName, roleName } = about;
  const lines = review.items.flatMap(({ person, name, role, lastSignInAt, decision, note, decidedBy }) => [
    '',
    `${name} (${person})`,
    `  ${w.role}: ${roleName(role)}. ${w.last}: ${lastSignInAt ?? w.never}`,
    `  ${decision === null ? '?' : w.decided[decision]}, ${w.by} ${personName(decidedBy)}${note === '' ? '' : `: ${note}`}`,
  ]);
  return [
    reviewTitle(review, about.language),
    `${w.vault(about.storeId)}${review.id}`,
    w.begun(review.startedAt, personName(review.startedBy)),
    w.finished(review.finishedAt ?? '', personName(review.finishedBy)),
    ...lines,
    '',
  ].join('\n');
}
