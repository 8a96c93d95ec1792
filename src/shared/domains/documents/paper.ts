/** What a document says, as a paper. */
import type { Block, Paper } from '#shared/papers/paper';
import type { DocumentRow, Version, VersionContent } from './model';

export type PaperParts = {
  /** Null for the text as it stands. */
  readonly version: Pick<Version, 'number' | 'approvedAt' | 'publishedAt'> | null;
  readonly business: string;
  readonly digest: string;
  readonly day: string;
  readonly checkpoint: string;
  readonly kind: DocumentRow['kind'];
};

const words = {
  en: {
    draft: 'Draft, not approved',
    version: (number: number, day: string): string => `Version ${number}, ${day}`,
    digest: (digest: string): string => `digest of the text: ${digest}`,
    signature: ['Read and understood: name, date', 'Signature'],
  },
  de: {
    draft: 'Entwurf, nicht freigegeben',
    version: (number: number, day: string): string => `Fassung ${number}, ${day}`,
    digest: (digest: string): string => `Prüfsumme des Textes: ${digest}`,
    signature: ['Gelesen und verstanden: Name, Datum', 'Unterschrift'],
  },
} as const;

export function documentPaper(content: VersionContent, parts: PaperParts): Paper {
  const { language, title, sections } = content;
  const w = words[language];
  const { version, business, digest, day, checkpoint, kind } = parts;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const dated = version === null ? day : (version.publishedAt ?? version.approvedAt);
  const said = version === null ? w.draft : w.version(version.number, format.format(new Date(dated)));
  return {
    language,
    title,
    subtitle: [business, said].filter((one) => one !== '').join(' · '),
    blocks: [
      ...sections.flatMap((section): Block[] => [
        { kind: 'heading', text: section.title },
        ...(section.blocks as readonly Block[]),
      ]),
      // Where nobody signs on the screen, people sign on paper.
      ...(kind === 'notice' ? [] : [{ kind: 'signatures', lines: w.signature } as const]),
    ],
    footer: `${said} · ${w.digest(`${digest.slice(0, 16)}…`)}`,
    checkpoint: `${checkpoint} TEXT ${digest}`,
    day,
  };
}
