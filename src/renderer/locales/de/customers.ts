/** Words of the customer pages in German. */
import type { CustomersWords } from '../en/customers';

const format = new Intl.NumberFormat('de');
const n = (count: number): string => format.format(count);
const people = (count: number): string => (count === 1 ? '1 Person' : `${n(count)} Personen`);

const problems: Readonly<Record<string, string>> = {
  'email-invalid':
    'Das ist keine vollständige E-Mail-Adresse. Sie braucht einen Namen, ein @ und einen Ort, wie ana@example.com.',
  'too-long': 'Das ist länger, als das Feld erlaubt.',
  too_big: 'Das ist länger, als das Feld erlaubt.',
  'unstorable-characters': 'Darin sind Zeichen, die sich nicht speichern lassen. Bitte löschen und neu tippen.',
  unstorable_characters: 'Darin sind Zeichen, die sich nicht speichern lassen. Bitte löschen und neu tippen.',
  'nothing-to-identify':
    'Geben Sie wenigstens einen Namen, eine Firma, eine E-Mail-Adresse oder eine Telefonnummer an, damit man den Kunden wiederfindet.',
};

export const customers: CustomersWords = {
  title: 'Kunden',
  close: 'Schließen',
  cancel: 'Abbrechen',
  number: n,
  marketing: {
    subscribed: 'Angemeldet',
    unsubscribed: 'Abgemeldet',
    never: 'Nie ansprechen',
    'not-asked': 'Nicht gefragt',
  },
  list: {
    label: 'Kunden. Pfeiltasten bewegen, Eingabe öffnet, Leertaste wählt aus.',
    people: (count) => (count === 1 ? '1 Kunde' : `${n(count)} Kunden`),
    found: (count) => (count === 1 ? '1 Kunde gefunden' : `${n(count)} Kunden gefunden`),
    foundSoFar: (count) =>
      count === 0
        ? 'Bisher niemand gefunden, die Suche läuft noch'
        : `Bisher ${n(count)} gefunden, die Suche läuft noch`,
    selectAll: 'Alle in dieser Liste auswählen',
    select: (name) => `${name} auswählen`,
    empty: 'nichts',
    masked: 'verdeckt',
    columns: {
      name: 'Name',
      email: 'E-Mail',
      phone: 'Telefon',
      company: 'Firma',
      city: 'Ort',
      country: 'Land',
      marketing: 'Werbung',
      tags: 'Schlagwörter',
    },
    import: 'Datei importieren',
    add: 'Kunde anlegen',
    sortBy: 'Sortieren nach',
    sorts: {
      name: 'Name',
      email: 'E-Mail',
      company: 'Firma',
      city: 'Ort',
      added: 'Hinzugefügt',
      changed: 'Zuletzt geändert',
    },
    sortedUp: 'Aufsteigend sortiert; absteigend sortieren',
    sortedDown: 'Absteigend sortiert; aufsteigend sortieren',
    keys: '/ sucht · ↑ ↓ bewegen · Eingabe öffnet · Leertaste wählt · Umschalt+Leertaste wählt einen Bereich',
    nobodyFound: 'Niemand gefunden',
    nobodyFoundText:
      'Gesucht wird jedes Wort in Namen, E-Mail-Adressen, Telefonnummern, Firmen und Notizen. Versuchen Sie es mit weniger Buchstaben.',
    nobodyFoundFilters: 'Niemand passt zu all diesen Filtern. Nehmen Sie einen weg.',
    showEverybody: 'Alle zeigen',
  },
  search: { label: 'Kunden suchen', hint: 'Name, E-Mail, Telefon, Firma, Notiz …', clear: 'Suche leeren' },
  filters: {
    title: 'Filter',
    titleWith: (count) => `Filter (${count})`,
    clear: 'Alle löschen',
    facets: { country: 'Land', marketing: 'Werbung', tag: 'Schlagwort', source: 'Herkunft', language: 'Sprache' },
    fewer: 'Weniger zeigen',
    more: (count) => `${n(count)} weitere zeigen`,
    active: 'Benutzte Filter',
    remove: (what) => `Filter ${what} entfernen`,
    removeImport: 'Filter auf einen Import entfernen',
    ofOneImport: 'Aus einem Import',
    counting: 'So weit gezählt; die Suche läuft noch',
  },
  bulk: {
    label: 'Ausgewählte Kunden',
    counting: 'Es wird gezählt, wie viele es sind …',
    selected: (count) => `${people(count)} ausgewählt`,
    selectAll: (count) => `Alle ${n(count)} auswählen`,
    tag: 'Schlagwörter …',
    export: 'Exportieren',
    remove: 'Löschen …',
    letGo: 'Auswahl aufheben',
    formats: { csv: 'CSV, für jedes Programm', xlsx: 'Excel-Arbeitsmappe', json: 'JSON, für Software' },
    tooManyToName: (most) =>
      `Sind mehr als ${n(most)} Personen ausgewählt, lässt sich niemand einzeln ausnehmen. Heben Sie die Auswahl auf und wählen Sie Personen, oder grenzen Sie die Liste mit einem Filter ein.`,
  },
  tag: {
    title: (count) => `Schlagwörter von ${people(count)}`,
    add: 'Schlagwörter hinzufügen',
    addHelp: 'Nach jedem Schlagwort die Eingabetaste drücken.',
    remove: 'Schlagwörter wegnehmen',
    save: (count) => `${people(count)} ändern`,
    done: (count) =>
      count === 0 ? 'Es war nichts zu ändern.' : `Die Schlagwörter von ${people(count)} wurden geändert.`,
  },
  remove: {
    title: (count) => (count === 1 ? 'Diesen Kunden löschen?' : `${people(count)} löschen?`),
    whatGoes: (count) =>
      count === 1
        ? 'Der Datensatz geht, mit Notizen, Schlagwörtern und Verlauf.'
        : `${people(count)} gehen, mit Notizen, Schlagwörtern und Verlauf.`,
    whatStays: 'Das Prüfprotokoll behält die Kundennummer und die Tatsache des Löschens, keine Namen oder Adressen.',
    noWayBack: 'Das lässt sich nicht rückgängig machen.',
    sure: (count) => `Ja, ${people(count)} löschen`,
    progress: (done, total) => `${n(done)} von ${n(total)} gelöscht`,
    stop: 'Anhalten',
    go: (count) => (count === 1 ? 'Löschen' : `${n(count)} löschen`),
    tooManyTitle: 'Zu viele auf einmal',
    tooMany: (count, most) =>
      `${people(count)} sind ausgewählt; höchstens ${n(most)} lassen sich auf einmal löschen. Grenzen Sie die Liste mit einem Filter ein. Kamen sie versehentlich mit einer Datei, nehmen Sie stattdessen diesen Import zurück.`,
  },
  export: {
    title: (count) => `${people(count)} exportieren`,
    what: {
      csv: 'Eine Zeile je Person mit allen Feldern, als Text, den jedes Programm liest. Zellen, die eine Tabelle als Formel ausführen würde, werden unschädlich gemacht.',
      xlsx: 'Eine Zeile je Person mit allen Feldern, als Excel-Arbeitsmappe.',
      json: 'Ein Objekt je Person mit allen Feldern, für andere Software.',
    },
    unprotected:
      'Die Datei ist nicht verschlüsselt. Bewahren Sie sie sicher auf und löschen Sie sie, wenn Sie sie nicht mehr brauchen.',
    choose: 'Speicherort wählen …',
    leftOut: (names: readonly string[]) => `Weggelassen, weil Sie diese Felder nicht sehen: ${names.join(', ')}.`,
    progress: (done) => `${n(done)} Zeilen geschrieben`,
    done: 'Gespeichert und geprüft',
    counted: (count) =>
      `Steward hat die Datei wieder geöffnet und ${count === 1 ? '1 Zeile' : `${n(count)} Zeilen`} gezählt.`,
  },
  empty: {
    title: 'Noch niemand da',
    lines: [
      'Holen Sie die Kundenliste herein, die Ihr Shop, CRM oder Newsletter-Programm ausgegeben hat, als CSV oder Excel.',
      'Steward zeigt Ihnen zuerst jede Spalte und fragt, wozu sie dient. Vorher wird nichts gespeichert.',
    ],
    import: 'Kundenliste importieren',
    add: 'Einen von Hand anlegen',
  },
  groups: {
    who: 'Wer',
    contact: 'Kontakt',
    address: 'Adresse',
    marketing: 'Werbung',
    more: 'Weiteres',
    own: 'Eigene Felder',
  },
  detail: {
    back: 'Alle Kunden',
    changed: (when) => `geändert ${when}`,
    fromImport: 'kam mit einem Import',
    edit: 'Bearbeiten',
    more: 'Mehr',
    merge: 'Mit anderem Datensatz zusammenführen …',
    remove: 'Löschen …',
    explain: 'Zeigen, wozu jedes Feld dient',
    typed: (text) => `Ursprünglich: „${text}“`,
    nothing: 'Nichts gespeichert',
    purpose: (purpose) => `Zweck: ${purpose}`,
    basis: (basis) => `Grundlage: ${basis}`,
    kept: (rule) => `Aufbewahrt: ${rule}`,
  },
  history: {
    title: 'Verlauf',
    nothing: 'Noch nichts geändert.',
    owner: 'Inhaber',
    fewer: 'Weniger zeigen',
    more: (count) => `${n(count)} weitere zeigen`,
    events: {
      added: 'Von Hand angelegt',
      imported: 'Kam mit einem Import',
      changed: 'Geändert',
      merged: 'Mit anderem Datensatz zusammengeführt',
      tagged: 'Schlagwörter geändert',
      'import-merged': 'Durch einen Import ergänzt',
      'import-undone': 'Ein Import wurde zurückgenommen',
    },
    change: (label, before, after) =>
      before === null
        ? `${label}: „${after ?? ''}“ hinzugefügt`
        : after === null
          ? `${label}: „${before}“ entfernt`
          : `${label}: aus „${before}“ wurde „${after}“`,
  },
  form: {
    masked: 'Verdeckt: Was hier steht, bleibt, wie es ist.',
    standard: 'So werden Daten hier geschrieben:',
    addTitle: 'Kunde anlegen',
    editTitle: (name) => `${name} bearbeiten`,
    add: 'Kunde anlegen',
    save: 'Änderungen speichern',
    notKnown: 'Nicht bekannt',
    storedAs: (value) => `Wird gespeichert als ${value}`,
    problem: (code) => problems[code] ?? 'Das stimmt noch nicht.',
    notSaved: 'Noch nicht gespeichert',
    lookAtBoxes: 'Nichts ist verloren. Sehen Sie sich die markierten Felder oben an und speichern Sie noch einmal.',
    warnings: {
      'phone-not-understood':
        'Nicht als Telefonnummer erkannt; bleibt, wie Sie es getippt haben. Mit dem Land oder +49 davor lässt sie sich prüfen.',
      'country-not-understood': 'Kein Land heißt so; bleibt, wie Sie es getippt haben.',
      'date-not-understood':
        'Unklar, welcher Tag gemeint ist; bleibt, wie Sie es getippt haben. 31.3.2026 ist immer klar.',
      'language-not-understood': 'Keine Sprache heißt so; bleibt, wie Sie es getippt haben.',
    },
    hints: {
      full_name: 'Leer lassen, um Vor- und Nachnamen zu nehmen.',
      birth_date: 'Nur, wenn Sie es wirklich brauchen.',
      source: 'Zum Beispiel: Shop, Messe, Empfehlung.',
      customer_since: 'Zum Beispiel 31.3.2026.',
      notes:
        'Schreiben Sie nichts über Gesundheit, Religion und Ähnliches, wenn Sie nicht müssen: Das braucht einen stärkeren Grund.',
      marketing: 'Nur „Angemeldet“ ist ein Ja.',
    },
  },
  leave: {
    title: 'Gehen, ohne zu speichern?',
    text: 'Was Sie getippt haben, ist nicht gespeichert und ginge verloren.',
    go: 'Gehen, Text verwerfen',
    stay: 'Hier bleiben',
  },
  conflict: {
    title: 'Dieser Kunde wurde inzwischen geändert',
    nothingLost: 'Nichts, was Sie getippt haben, ist verloren: Es steht noch unten im Formular, nur nicht gespeichert.',
    taken: (labels) => `Übernommen, weil Sie es nicht angefasst hatten: ${labels.join(', ')}.`,
    both: (mine, theirs) => `Sie schrieben „${mine}“, jetzt steht dort „${theirs}“.`,
    keepMine: 'Meins behalten',
    takeTheirs: 'Das andere nehmen',
    thenSave: 'Danach noch einmal speichern.',
  },
  merge: {
    title: (name) => `${name} zusammenführen mit …`,
    search: 'Den anderen Datensatz finden',
    type: 'Tippen Sie einen Namen, eine E-Mail-Adresse oder eine Nummer.',
    nobody: 'Sonst niemand gefunden.',
    pick: 'Wählen Sie den Datensatz derselben Person.',
    back: 'Anderen wählen',
  },
  duplicates: {
    title: 'Mögliche Dubletten',
    hint: (count) =>
      count === 1
        ? '1 Gruppe von Datensätzen könnte dieselbe Person sein.'
        : `${n(count)} Gruppen von Datensätzen könnten dieselbe Person sein.`,
    look: 'Vergleichen',
    maybe: (others) =>
      others === 1
        ? 'Diese Person steht vielleicht zweimal in der Liste'
        : `Diese Person steht vielleicht ${n(others + 1)}-mal in der Liste`,
    compare: 'Datensätze vergleichen',
    find: 'Noch einmal suchen',
    left: (count) =>
      count === 0 ? 'Nichts mehr zu vergleichen.' : count === 1 ? 'Noch 1 Gruppe.' : `Noch ${n(count)} Gruppen.`,
    reasons: { email: 'Gleiche E-Mail-Adresse', phone: 'Gleiche Telefonnummer', name: 'Sehr ähnlicher Name und Ort' },
    likeness: (percent) => `zu ${percent} % gleich`,
    how: 'Wählen Sie den Datensatz, der bleibt. Er behält seine Werte und nimmt, was ihm fehlt, von den anderen. Ein Nein zur Werbung wiegt mehr als ein Ja.',
    table: 'Datensätze nebeneinander',
    field: 'Feld',
    keep: (id) => `${id} behalten`,
    since: (when) => `seit ${when}`,
    after: 'Nach dem Zusammenführen',
    differs: 'verschieden',
    merge: (id) => `Zusammenführen, ${id} behalten`,
    different: 'Das sind verschiedene Personen',
    later: 'Später entscheiden',
    merged: 'Zusammengeführt.',
    keptApart: 'Getrennt gelassen; wird nicht mehr angeboten.',
    endTitle: 'Das war die letzte Gruppe. Manche warten noch auf eine Entscheidung.',
    fromTop: 'Von vorn beginnen',
    noneTitle: 'Keine Dubletten',
    noneLines: [
      'Wenn zwei Datensätze dieselbe E-Mail-Adresse oder Telefonnummer haben oder sich sehr ähneln, erscheinen sie hier, und Sie entscheiden.',
    ],
  },
  fields: {
    bases: {
      consent: 'Einwilligung',
      contract: 'Vertrag',
      'legal-obligation': 'rechtliche Pflicht',
      'vital-interests': 'lebenswichtige Interessen',
      'public-task': 'öffentliche Aufgabe',
      'legitimate-interests': 'berechtigte Interessen',
    },
    sensitivities: { confidential: 'vertraulich', 'special-category': 'besonders geschützt' },
  },
};
