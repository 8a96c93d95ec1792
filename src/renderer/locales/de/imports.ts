/** Words of the import pages in German. */
import type { RowProblem } from '#shared/domains/imports/model';
import type { ImportsWords } from '../en/imports';

const format = new Intl.NumberFormat('de');
const n = (count: number): string => format.format(count);
const rows = (count: number): string => (count === 1 ? '1 Zeile' : `${n(count)} Zeilen`);

const problems: Readonly<Record<RowProblem['code'], string>> = {
  'email-invalid': 'ist keine vollständige E-Mail-Adresse.',
  'nothing-to-identify': 'In dieser Zeile steht kein Name, keine Firma, keine E-Mail-Adresse und keine Telefonnummer.',
  'too-many-cells': 'Diese Zeile hat mehr Zellen, als es Spalten gibt.',
  'too-few-cells': 'Diese Zeile hat weniger Zellen, als es Spalten gibt.',
  'unstorable-characters': 'enthält Zeichen, die sich nicht speichern lassen.',
  'too-long': 'ist länger, als das Feld erlaubt.',
  'quote-broken': 'Ein Anführungszeichen in dieser Zeile wurde nie geschlossen.',
};
const stages: Readonly<Record<string, string>> = {
  starting: 'Die Datei wird geöffnet …',
  rows: 'Zeilen werden gelesen und geprüft …',
  index: 'Alles wird auffindbar gemacht …',
  duplicates: 'Dubletten werden gesucht …',
};

export const imports: ImportsWords = {
  title: 'Import',
  close: 'Schließen',
  cancel: 'Abbrechen',
  number: n,
  quoted: (text) => `„${text}“`,
  back: 'Alle Importe',
  choose: 'Datei wählen …',
  unfinished: (file) => `Sie waren bei „${file}“. Noch ist nichts davon gespeichert.`,
  goOn: 'Weitermachen',
  past: 'Frühere Importe',
  columns: { file: 'Datei', when: 'Wann', rows: 'Zeilen', became: 'Was daraus wurde', state: 'Stand' },
  undone: 'Zurückgenommen',
  complete: 'Vollständig',
  waiting: (count) => (count === 1 ? '1 Zeile wartet in Quarantäne' : `${n(count)} Zeilen warten in Quarantäne`),
  empty: {
    title: 'Holen Sie Ihre Kundenliste herein',
    lines: [
      'Geben Sie Ihre Kunden aus Shop, CRM oder Newsletter-Programm als CSV, TSV oder Excel aus und wählen Sie die Datei hier.',
      'Steward erkennt Shopify, HubSpot, Salesforce, Zoho, Mailchimp, Square, WooCommerce, Google und Outlook und liest auch jede andere Liste.',
      'Sie sehen jede Spalte und entscheiden, wozu sie dient, bevor etwas gespeichert wird. Ein Import lässt sich als Ganzes zurücknehmen.',
    ],
  },
  profiles: {
    'salesforce-contacts': 'Salesforce-Kontakte',
    'salesforce-leads': 'Salesforce-Leads',
    'salesforce-accounts': 'Salesforce-Accounts',
    'hubspot-contacts': 'HubSpot-Kontakte',
    'zoho-contacts': 'Zoho-CRM-Kontakte',
    'zoho-leads': 'Zoho-CRM-Leads',
    'shopify-customers': 'Shopify-Kunden',
    'mailchimp-audience': 'Mailchimp-Publikum',
    'square-customers': 'Square-Kunden',
    'google-contacts': 'Google-Kontakte',
    'outlook-contacts': 'Outlook-Kontakte',
    'woocommerce-customers': 'WooCommerce-Kunden',
    generic: 'Eine andere Liste',
  },
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'utf-8-bom': 'Unicode (UTF-8 mit Markierung)',
    'utf-16le': 'Unicode (UTF-16, Little Endian)',
    'utf-16be': 'Unicode (UTF-16, Big Endian)',
    'windows-1252': 'Westeuropäisch (Windows-1252)',
  },
  delimiters: { ',': 'Kommas', ';': 'Semikolons', '\t': 'Tabulatoren', '|': 'senkrechte Striche', none: 'Zellen' },
  file: {
    label: 'Die Datei',
    looksLike: (profile) => `Das sieht nach einem Export aus: ${profile}.`,
    generic: 'Diesen Export kennt Steward nicht; es geht nach den Spaltennamen.',
    rows,
    about: (count) => `etwa ${rows(count)}`,
    spreadsheet: 'Excel-Arbeitsmappe',
    text: (encoding, delimiter) => `${encoding}, Spalten getrennt durch ${delimiter}`,
    sheet: (name) => `Blatt „${name}“`,
    wrong: 'Stimmt nicht?',
    comesFrom: 'Kommt aus',
    findOut: 'Durch Hinsehen herausfinden',
    encoding: 'Zeichen',
    encodingHelp: 'Steht da Ã© statt é, wählen Sie eine andere.',
    delimiter: 'Spalten getrennt durch',
    delimiterHelp: 'Steht alles in einer Spalte, wählen Sie etwas anderes.',
    whichSheet: 'Blatt',
    country: 'Land der meisten Kunden',
    countryHelp: 'Für Telefonnummern und Postleitzahlen in Zeilen ohne Land.',
    noCountry: 'Keines annehmen',
    sameEmail: 'Gleiche E-Mail-Adresse, anderer Name',
    sameEmailHelp: 'Paare und Büros teilen sich Adressen.',
    keepApart: 'Zwei Personen lassen',
    mergeThem: 'Als eine Person behandeln',
  },
  mapping: {
    title: 'Was steht in dieser Datei?',
    lead: 'Noch ist nichts gespeichert.',
    columns: 'Spalten',
    rule: 'Jede Spalte geht entweder in ein Feld, das einen Zweck hat, oder bleibt weg. Was Sie nicht brauchen, lassen Sie weg.',
    table: 'Spalten der Datei und wohin sie gehen',
    column: 'Spalte',
    samples: 'Zum Beispiel',
    goesTo: 'Geht nach',
    noHeader: (position) => `Spalte ${position}, ohne Namen`,
    noSamples: 'leer',
    hidden: 'wird nicht gezeigt',
    where: (header) => `Wohin „${header}“ geht`,
    decide: 'Entscheiden …',
    drop: 'Weglassen',
    undecided: 'braucht Ihre Entscheidung',
    empty: 'Steht nichts drin.',
    because: { profile: 'aus diesem Programm bekannt', header: 'nach dem Namen', content: 'nach dem Inhalt' },
    flags: {
      'government-id': 'Sieht nach einer amtlichen Ausweisnummer aus.',
      health: 'Sieht nach Angaben zur Gesundheit aus.',
      'card-number': 'Sieht nach Kartennummern aus.',
      'bank-account': 'Sieht nach Bankkonten aus.',
      'birth-date': 'Sieht nach Geburtsdaten aus.',
      password: 'Sieht nach Passwörtern aus.',
      'special-category': 'Sieht nach besonders geschützten Angaben aus, etwa Religion oder Herkunft.',
    },
    flagDropped: 'Bleibt weg, außer Sie brauchen es und dürfen es behalten.',
    flagKept: 'Sie behalten es. Seien Sie sicher, dass Sie es brauchen und dürfen.',
    dropRest: (count) => (count === 1 ? 'Die offene Spalte weglassen' : `Alle ${n(count)} offenen Spalten weglassen`),
    left: (count) =>
      count === 1 ? '1 Spalte braucht noch Ihre Entscheidung.' : `${n(count)} Spalten brauchen noch Ihre Entscheidung.`,
    ready: (count, exact) =>
      `Alle Spalten sind entschieden. ${exact ? rows(count) : `Etwa ${rows(count)}`} werden hereingeholt.`,
    nobody: 'Keine Spalte geht in Name, Firma, E-Mail oder Telefon. Jede Zeile käme in Quarantäne.',
    looking: 'Die Datei wird angesehen',
    go: 'Hereinholen',
  },
  preview: {
    title: 'Die ersten Zeilen, wie sie gespeichert würden',
    row: 'Zeile',
    nothing: 'Es gibt keine Zeilen zu zeigen.',
    toQuarantine: 'Käme in Quarantäne:',
  },
  problem: (code, column) =>
    column !== '' && /^[a-z]/.test(problems[code])
      ? `„${column}“ ${problems[code]}`
      : problems[code].replace(/^(ist|enthält) /, 'Eine Zelle $1 '),
  running: (file) => `„${file}“ wird importiert`,
  stages: { starting: 'Die Datei wird geöffnet …' },
  stage: (name) => stages[name] ?? 'Es wird gearbeitet …',
  stop: 'Import abbrechen',
  stopping: 'Wird abgebrochen …',
  allOrNothing:
    'Die ganze Datei kommt herein oder nichts davon: Nach einem Abbruch bleiben keine halben Zeilen. Sie können solange andere Seiten ansehen.',
  parts: { imported: 'Importiert', merged: 'Zusammengeführt', quarantined: 'In Quarantäne', skipped: 'Übersprungen' },
  meanings: {
    imported: 'neue Kunden',
    merged: 'zu vorhandenen Kunden ergänzt',
    quarantined: 'warten auf eine Korrektur',
    skipped: 'leer, genaue Wiederholung oder verworfen',
  },
  balance: (report) =>
    `${rows(report.rows)} = ${n(report.imported)} importiert + ${n(report.merged)} zusammengeführt + ${n(report.quarantined)} in Quarantäne + ${n(report.skipped)} übersprungen`,
  result: {
    showPeople: 'Diese Kunden zeigen',
    undo: 'Import zurücknehmen …',
    undoneTitle: 'Dieser Import wurde zurückgenommen',
    undoneAt: (when) => `Seine Kunden wurden am ${when} herausgenommen. Die Zahlen unten sind, was er brachte.`,
    balance: 'Über jede Zeile Rechenschaft',
    quarantineTitle: (count) =>
      count === 1 ? '1 Zeile wurde nicht importiert' : `${n(count)} Zeilen wurden nicht importiert`,
    quarantineText:
      'Nichts ist verloren: Jede wartet mit ihrem Grund, bis Sie sie korrigieren und noch einmal versuchen oder verwerfen.',
    toQuarantine: 'Quarantäne öffnen',
    warnings: 'Behalten wie geschrieben, aber nicht verstanden',
    noWarnings: 'Alles wurde verstanden.',
    dropped: 'Weggelassene Spalten',
    noneDropped: 'Keine.',
    howRead: 'Wie die Datei gelesen wurde',
  },
  warnings: {
    'phone-not-understood': (count) => (count === 1 ? '1 Telefonnummer' : `${n(count)} Telefonnummern`),
    'country-not-understood': (count) => (count === 1 ? '1 Land' : `${n(count)} Länder`),
    'date-not-understood': (count) => (count === 1 ? '1 Datum' : `${n(count)} Daten`),
    'language-not-understood': (count) => (count === 1 ? '1 Sprache' : `${n(count)} Sprachen`),
    'same-email-other-name': (count) =>
      count === 1
        ? '1 Zeile hat eine E-Mail-Adresse, die wir unter anderem Namen haben; sie wird als mögliche Dublette angeboten'
        : `${n(count)} Zeilen haben eine E-Mail-Adresse, die wir unter anderem Namen haben; sie werden als mögliche Dubletten angeboten`,
  },
  undo: {
    title: (file) => `Import von „${file}“ zurücknehmen?`,
    goes: (count) =>
      count === 1
        ? 'Der Kunde, den er brachte, wird herausgenommen.'
        : `Die ${n(count)} Kunden, die er brachte, werden herausgenommen.`,
    returns: (count) =>
      count === 0
        ? 'Er hat niemanden geändert, der vorher da war.'
        : 'Wo er Kunden ergänzt hat, werden diese wieder, was sie waren.',
    stays: 'Wen Sie seither von Hand geändert haben, der bleibt.',
    file: 'Ihre Datei wird nicht angefasst; Sie können sie wieder importieren.',
    go: 'Import zurücknehmen',
    done: ({ removed, restored, keptBecauseChanged }) =>
      [
        removed === 1 ? '1 Kunde wurde herausgenommen.' : `${n(removed)} Kunden wurden herausgenommen.`,
        restored === 0
          ? ''
          : restored === 1
            ? '1 ist wieder, was er war.'
            : `${n(restored)} sind wieder, was sie waren.`,
        keptBecauseChanged === 0
          ? ''
          : keptBecauseChanged === 1
            ? '1 bleibt, weil er seither geändert wurde.'
            : `${n(keptBecauseChanged)} bleiben, weil sie seither geändert wurden.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
  quarantine: {
    back: 'Der Import',
    title: 'Quarantäne',
    lead: 'Diese Zeilen wurden nicht importiert. Korrigieren Sie, was markiert ist, und versuchen Sie es noch einmal, oder verwerfen Sie sie.',
    left: (count) => (count === 0 ? 'Keine mehr.' : count === 1 ? 'Noch 1 Zeile.' : `Noch ${n(count)} Zeilen.`),
    rowTitle: (row) => `Zeile ${n(row)} der Datei`,
    retry: 'Noch einmal versuchen',
    discard: 'Verwerfen',
    discardThese: (count) => `Diese ${n(count)} verwerfen`,
    showAll: (count) => (count === 1 ? '1 leere Zelle zeigen' : `${n(count)} leere Zellen zeigen`),
    imported: (row) => `Zeile ${n(row)} wurde importiert.`,
    merged: (row) => `Zeile ${n(row)} wurde mit einem vorhandenen Kunden zusammengeführt.`,
    discarded: (row) => `Zeile ${n(row)} wurde verworfen.`,
    discardedMany: (count) => `${rows(count)} verworfen.`,
    enterKey: 'versucht es noch einmal',
    discardKey: 'Strg+Umschalt+Rücktaste',
    discardKeyDoes: 'verwirft die Zeile',
    first: 'Von vorn',
    next: 'Nächste Zeilen',
    doneTitle: 'Nichts in Quarantäne',
    doneLines: ['Jede Zeile dieses Imports wurde importiert, zusammengeführt, übersprungen oder verworfen.'],
  },
};
