/** What documents need to know beyond who the business is: ways to reach it, addresses on the web, places for an emergency. */
import { z } from 'zod';
import type { Words } from '#shared/content/words';
import { isStorable } from '#shared/kernel/text';

const line = z
  .string()
  .trim()
  .max(300)
  .refine((text) => isStorable(text) && !/\p{Cc}/u.test(text), { error: 'unstorable_characters' });
const address = line.refine((text) => text === '' || /^https?:\/\/[^\s"'<>\\]+$/i.test(text), { error: 'web_address' });
const mail = line.refine((text) => text === '' || /^[^\s@<>"']+@[^\s@<>"']+$/.test(text), { error: 'mail_address' });

/** Empty where it is not said yet, or there is none. */
export const MoreFacts = z.strictObject({
  /** Where the privacy notice stands. */
  noticeAddress: address,
  /** For questions about data; empty where the contact named for the business is enough. */
  contactEmail: mail,
  contactPhone: line,
  /** Who looks after security. */
  securityLead: line,
  /** The authority people may complain to, with its address. */
  authority: line,
  ukAuthority: line,
  /** Where people opt out of sale and of the use of sensitive information. */
  optOutAddress: address,
  limitAddress: address,
  requestAddress: address,
  effectiveOn: line,
  insurer: line,
  backupPlace: line,
  /** How long the business can do without its systems. */
  longestOutage: line,
  emergencyPlace: line,
});
export type MoreFacts = z.infer<typeof MoreFacts>;
export type MoreFact = keyof MoreFacts;

export const moreFacts = Object.keys(MoreFacts.shape) as readonly MoreFact[];
export const unsaid = Object.fromEntries(moreFacts.map((name) => [name, ''])) as MoreFacts;

export const moreWords: Readonly<Record<MoreFact, Words>> = {
  noticeAddress: { en: 'Web address of the privacy notice', de: 'Webadresse der Datenschutzerklärung' },
  contactEmail: { en: 'E-mail for questions about data', de: 'E-Mail für Fragen zu Daten' },
  contactPhone: { en: 'Phone for questions about data', de: 'Telefon für Fragen zu Daten' },
  securityLead: { en: 'Who looks after security', de: 'Wer für die Sicherheit sorgt' },
  authority: { en: 'Authority for complaints', de: 'Behörde für Beschwerden' },
  ukAuthority: { en: 'Authority for complaints in the UK', de: 'Behörde für Beschwerden im Vereinigten Königreich' },
  optOutAddress: { en: 'Web address of the opt-out from sale', de: 'Webadresse für den Widerspruch gegen Verkauf' },
  limitAddress: { en: 'Web address to limit sensitive information', de: 'Webadresse zum Beschränken sensibler Daten' },
  requestAddress: { en: 'Web address for requests', de: 'Webadresse für Anfragen' },
  effectiveOn: { en: 'Day from which the notices are in effect', de: 'Tag, ab dem die Hinweise gelten' },
  insurer: { en: 'Insurer for incidents', de: 'Versicherung für Vorfälle' },
  backupPlace: { en: 'Where backups are kept', de: 'Wo Sicherungen liegen' },
  longestOutage: { en: 'Longest time without the systems', de: 'Längste Zeit ohne die Systeme' },
  emergencyPlace: { en: 'Where work goes on in an emergency', de: 'Wo im Notfall weitergearbeitet wird' },
};
