/** What ties a paper to the trail: its length and root in the footer of every page, in words and as a code. */
import type { PaperLanguage } from './paper';

export type TrailMark = { readonly storeId: string; readonly entries: number; readonly root: string };

const inWords: Readonly<Record<PaperLanguage, (entries: string, root: string) => string>> = {
  en: (entries, root) => `Audit trail: ${entries} entries, root ${root}`,
  de: (entries, root) => `Prüfprotokoll: ${entries} Einträge, Wurzel ${root}`,
  fr: (entries, root) => `Journal d’audit : ${entries} entrées, racine ${root}`,
  es: (entries, root) => `Registro de auditoría: ${entries} entradas, raíz ${root}`,
};

export const trailInWords = ({ entries, root }: Omit<TrailMark, 'storeId'>, language: PaperLanguage): string =>
  inWords[language](entries.toLocaleString(language), root);

export const trailMarks = (
  { storeId, entries, root }: TrailMark,
  language: PaperLanguage,
): { readonly footer: string; readonly checkpoint: string } => ({
  footer: trailInWords({ entries, root: root.slice(0, 16) }, language),
  checkpoint: `STEWARD TRAIL ${storeId} ${entries} ${root}`,
});
