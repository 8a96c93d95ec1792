/** The words of the record as a paper, in each language; pages use the same names for the same things. */
import type { LawfulBasis, Sensitivity } from '#shared/domains/fields/model';
import type { ActivityRole, TransferNeed } from './model';

export type RecordLanguage = 'en' | 'de';

export type RecordWords = {
  readonly title: Readonly<Record<'all' | 'controller' | 'processor', string>>;
  readonly subtitle: (version: number, at: string) => string;
  readonly lead: string;
  readonly store: string;
  readonly customers: string;
  readonly business: string;
  readonly businessMissing: string;
  readonly names: Readonly<
    Record<'name' | 'address' | 'reach' | 'contact' | 'representative' | 'officer' | 'none', string>
  >;
  readonly roles: Readonly<Record<ActivityRole, string>>;
  readonly partners: Readonly<Record<ActivityRole, string>>;
  readonly rows: Readonly<
    Record<
      | 'role'
      | 'purposes'
      | 'clientWork'
      | 'people'
      | 'data'
      | 'recipients'
      | 'transfers'
      | 'retention'
      | 'measures'
      | 'systems'
      | 'owner'
      | 'review',
      string
    >
  >;
  readonly basis: Readonly<Record<LawfulBasis, string>>;
  readonly sensitivity: Readonly<Record<Sensitivity, string>>;
  readonly none: string;
  readonly noTransfers: string;
  readonly need: Readonly<Record<TransferNeed, string>>;
  readonly noTool: string;
  readonly flow: string;
  readonly flowAlt: (nodes: number, arrows: number) => string;
  readonly flowHeaders: readonly [string, string, string];
  readonly flowCaption: string;
  readonly empty: string;
  readonly gaps: string;
  readonly integrity: string;
  readonly version: string;
  readonly digest: string;
  readonly footer: (version: number, digest: string) => string;
  readonly file: string;
  readonly flowFile: string;
};

export const recordWords: Readonly<Record<RecordLanguage, RecordWords>> = {
  en: {
    title: {
      all: 'Record of processing',
      controller: 'Record of processing as controller',
      processor: 'Record of processing as processor',
    },
    subtitle: (version, at) => `Version ${version}, as it stood on ${at}`,
    lead: 'What is done with personal data, for what, with which data, who gets them, where they go, how long they are kept and how they are guarded. Kinds of data, purposes and retention of the customer store are not typed: they come from the declarations that the store itself works with.',
    store: 'Customer store (Steward)',
    customers: 'Customers and contacts',
    business: 'Who is responsible',
    businessMissing: 'The business has not been entered yet.',
    names: {
      name: 'Name',
      address: 'Address',
      reach: 'Reached at',
      contact: 'Questions about personal data',
      representative: 'Representative',
      officer: 'Data protection officer',
      none: 'none named',
    },
    roles: {
      controller: 'The business decides why and how',
      joint: 'Decided together with others',
      processor: 'Done for clients, on their instructions',
    },
    partners: { controller: 'Joint controllers', joint: 'Joint controllers', processor: 'Clients (controllers)' },
    rows: {
      role: 'Role',
      purposes: 'Purposes and legal basis',
      clientWork: 'What is done for each client',
      people: 'Kinds of people',
      data: 'Kinds of data',
      recipients: 'Recipients',
      transfers: 'Transfers to other countries',
      retention: 'Time limits for erasure',
      measures: 'Security measures',
      systems: 'Systems',
      owner: 'Responsible',
      review: 'To be reviewed on',
    },
    basis: {
      consent: 'consent',
      contract: 'contract',
      'legal-obligation': 'legal obligation',
      'vital-interests': 'vital interests',
      'public-task': 'public task',
      'legitimate-interests': 'legitimate interests',
    },
    sensitivity: { ordinary: 'ordinary', confidential: 'confidential', 'special-category': 'special category' },
    none: 'none',
    noTransfers: 'none',
    need: {
      none: 'no border that matters',
      abroad: 'another country',
      adequate: 'adequate protection was decided for the country',
      tool: 'needs a tool',
    },
    noTool: 'no tool named yet',
    flow: 'Where data go',
    flowAlt: (nodes, arrows) =>
      `People, systems and recipients (${nodes}) with arrows for the ways data take (${arrows}); the table below lists every arrow.`,
    flowHeaders: ['From', 'To', 'In these activities'],
    flowCaption: 'Thick borders: special-category data. Dashed arrows: to another country.',
    empty: 'No activity has been entered in this part of the record.',
    gaps: 'What is still missing',
    integrity: 'This version',
    version: 'Number of the version',
    digest: 'Digest (SHA-256) as it stands in the audit trail',
    footer: (version, digest) => `Record of processing, version ${version} · ${digest.slice(0, 16)}`,
    file: 'Record of processing',
    flowFile: 'Where data go',
  },
  de: {
    title: {
      all: 'Verzeichnis der Verarbeitungstätigkeiten',
      controller: 'Verzeichnis der Verarbeitungstätigkeiten als Verantwortlicher',
      processor: 'Verzeichnis der Verarbeitungstätigkeiten als Auftragsverarbeiter',
    },
    subtitle: (version, at) => `Fassung ${version}, Stand ${at}`,
    lead: 'Was mit personenbezogenen Daten getan wird, wofür, mit welchen Daten, wer sie erhält, wohin sie gehen, wie lange sie bleiben und wie sie geschützt sind. Datenarten, Zwecke und Fristen des Kundenspeichers sind nicht abgetippt: Sie kommen aus den Angaben, mit denen der Speicher selbst arbeitet.',
    store: 'Kundenspeicher (Steward)',
    customers: 'Kunden und Ansprechpartner',
    business: 'Wer verantwortlich ist',
    businessMissing: 'Das Unternehmen ist noch nicht eingetragen.',
    names: {
      name: 'Name',
      address: 'Anschrift',
      reach: 'Erreichbar unter',
      contact: 'Fragen zu personenbezogenen Daten',
      representative: 'Vertreter',
      officer: 'Datenschutzbeauftragter',
      none: 'nicht benannt',
    },
    roles: {
      controller: 'Das Unternehmen entscheidet über Zweck und Mittel',
      joint: 'Gemeinsam mit anderen entschieden',
      processor: 'Im Auftrag, nach Weisung der Auftraggeber',
    },
    partners: {
      controller: 'Gemeinsam Verantwortliche',
      joint: 'Gemeinsam Verantwortliche',
      processor: 'Auftraggeber (Verantwortliche)',
    },
    rows: {
      role: 'Rolle',
      purposes: 'Zwecke und Rechtsgrundlage',
      clientWork: 'Was für jeden Auftraggeber getan wird',
      people: 'Kategorien betroffener Personen',
      data: 'Kategorien von Daten',
      recipients: 'Empfänger',
      transfers: 'Übermittlungen in andere Länder',
      retention: 'Löschfristen',
      measures: 'Schutzmaßnahmen',
      systems: 'Systeme',
      owner: 'Zuständig',
      review: 'Zu überprüfen am',
    },
    basis: {
      consent: 'Einwilligung',
      contract: 'Vertrag',
      'legal-obligation': 'rechtliche Pflicht',
      'vital-interests': 'lebenswichtige Interessen',
      'public-task': 'öffentliche Aufgabe',
      'legitimate-interests': 'berechtigte Interessen',
    },
    sensitivity: { ordinary: 'gewöhnlich', confidential: 'vertraulich', 'special-category': 'besondere Kategorie' },
    none: 'keine',
    noTransfers: 'keine',
    need: {
      none: 'keine Grenze, auf die es ankommt',
      abroad: 'ein anderes Land',
      adequate: 'für das Land ist angemessener Schutz festgestellt',
      tool: 'braucht eine Grundlage',
    },
    noTool: 'noch keine Grundlage genannt',
    flow: 'Wohin Daten gehen',
    flowAlt: (nodes, arrows) =>
      `Personen, Systeme und Empfänger (${nodes}) mit Pfeilen für die Wege der Daten (${arrows}); die Tabelle darunter nennt jeden Pfeil.`,
    flowHeaders: ['Von', 'Nach', 'Bei diesen Tätigkeiten'],
    flowCaption: 'Dicker Rand: Daten besonderer Kategorien. Gestrichelte Pfeile: in ein anderes Land.',
    empty: 'In diesem Teil des Verzeichnisses ist keine Tätigkeit eingetragen.',
    gaps: 'Was noch fehlt',
    integrity: 'Diese Fassung',
    version: 'Nummer der Fassung',
    digest: 'Prüfsumme (SHA-256), wie sie im Prüfprotokoll steht',
    footer: (version, digest) =>
      `Verzeichnis der Verarbeitungstätigkeiten, Fassung ${version} · ${digest.slice(0, 16)}`,
    file: 'Verzeichnis der Verarbeitungstätigkeiten',
    flowFile: 'Wohin Daten gehen',
  },
};
