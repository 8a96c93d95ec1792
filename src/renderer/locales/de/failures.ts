/** Failures in German. */
import type { FailureWords } from '../failure-shape';

const nothing = 'Es wurde nichts geändert.';

export const deFailures: FailureWords = {
  unavailable: {
    keychain: {
      happened: 'Der Schlüsselbund dieses Computers hat nicht geantwortet',
      kept: 'Ihr Tresor ist unberührt.',
      next: 'Öffnen Sie ihn mit der Passphrase oder dem Notfallblatt.',
    },
    'vault-missing': {
      happened: 'Hier ist kein Tresor, oder ein Teil davon fehlt',
      kept: nothing,
      next: 'Wurde der Ordner verschoben, legen Sie ihn zurück. Sonst stellen Sie eine Sicherung wieder her.',
    },
    'vault-damaged': {
      happened: 'Eine Datei des Tresors ist beschädigt',
      kept: 'Der Schlüssel stimmt, und es wurde nichts geschrieben.',
      next: 'Ändern Sie nichts im Ordner. Stellen Sie die letzte Sicherung in einem neuen Ordner wieder her.',
    },
    'vault-newer': {
      happened: 'Dieser Tresor wurde mit einem neueren Steward benutzt',
      kept: nothing,
      next: 'Installieren Sie die neuere Version und öffnen Sie ihn wieder.',
    },
    'vault-in-use': {
      happened: 'Der Tresor ist in einem anderen Steward geöffnet',
      kept: nothing,
      next: 'Schließen Sie zuerst das andere Fenster oder Programm.',
    },
    'vault-settings': {
      happened: 'Der Datenbank fehlen die sicheren Einstellungen',
      kept: nothing,
      next: 'Installieren Sie Steward neu und versuchen Sie es noch einmal.',
    },
    'wrong-secret': {
      happened: 'Damit ließ sich der Tresor nicht öffnen',
      kept: nothing,
      next: 'Achten Sie auf Groß- und Kleinschreibung und die Tastatursprache, oder nehmen Sie das Notfallblatt.',
    },
    'folder-read-only': {
      happened: 'In diesen Ordner kann nicht geschrieben werden',
      kept: nothing,
      next: 'Wählen Sie einen anderen Ordner, oder bitten Sie um das Schreibrecht.',
    },
    'folder-not-empty': {
      happened: 'Im Ordner liegen schon Dateien',
      kept: nothing,
      next: 'Wählen Sie einen leeren Ordner für den Tresor.',
    },
    'disk-full': {
      happened: 'Der Datenträger ist voll',
      kept: 'Alles zuvor Gespeicherte ist sicher; dieser Schritt wurde zurückgenommen.',
      next: 'Schaffen Sie Platz und versuchen Sie es noch einmal.',
    },
    'file-missing': {
      happened: 'Die Datei ist nicht mehr da',
      kept: nothing,
      next: 'Wählen Sie die Datei noch einmal.',
    },
    'file-unreadable': {
      happened: 'Die Datei lässt sich nicht lesen',
      kept: nothing,
      next: 'Schließen Sie sie in anderen Programmen und wählen Sie sie noch einmal.',
    },
    'file-format': {
      happened: 'Diese Datei kann Steward nicht lesen',
      kept: nothing,
      next: 'Exportieren Sie sie noch einmal als CSV oder XLSX und wählen Sie die neue Datei.',
    },
    'file-too-large': {
      happened: 'Die Datei ist größer, als Steward annimmt',
      kept: nothing,
      next: 'Teilen Sie sie in kleinere Dateien.',
    },
    typesetter: {
      happened: 'Das PDF ließ sich auf diesem Computer nicht erstellen',
      kept: 'Es blieb keine Datei zurück.',
      next: 'Wählen Sie ein anderes Format; der Inhalt ist derselbe.',
    },
    'backup-place': {
      happened: 'Der Sicherungsort hat nicht so geantwortet, wie er sollte',
      kept: 'Ihr Tresor und die früheren Sicherungen sind, wie sie waren.',
      next: 'Prüfen Sie, ob das Laufwerk angesteckt oder der Server erreichbar ist, und versuchen Sie es noch einmal. Was schon übertragen wurde, wird nicht noch einmal übertragen.',
    },
    'backup-missing': {
      happened: 'An diesem Ort gibt es keine Sicherung von Steward',
      kept: nothing,
      next: 'Prüfen Sie die Adresse oder wählen Sie einen anderen Ordner.',
    },
    'backup-damaged': {
      happened: 'Ein Teil dieser Sicherung ist beschädigt oder fehlt',
      kept: 'Nichts wurde wiederhergestellt oder gelöscht.',
      next: 'Nehmen Sie eine andere Sicherung oder einen anderen Ort und machen Sie bald eine neue Sicherung.',
    },
    'backup-newer': {
      happened: 'Diese Sicherung stammt von einem neueren Steward',
      kept: nothing,
      next: 'Installieren Sie die neuere Version und versuchen Sie es noch einmal.',
    },
    'backup-of-another': {
      happened: 'An diesem Ort liegen die Sicherungen eines anderen Tresors',
      kept: nothing,
      next: 'Wählen Sie für jeden Tresor einen eigenen Ordner.',
    },
    cancelled: { happened: 'Abgebrochen', kept: nothing, next: 'Beginnen Sie von vorn, wann immer Sie möchten.' },
    network: {
      happened: 'Der andere Computer war nicht zu erreichen',
      kept: nothing,
      next: 'Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    },
  },
  rules: {
    'vault.already-there': {
      happened: 'Es gibt schon einen Tresor',
      kept: 'Er wurde nicht berührt.',
      next: 'Öffnen Sie ihn mit seiner Passphrase.',
    },
    'vault.kit-unconfirmed': {
      happened: 'Zuerst kommt das Notfallblatt',
      kept: nothing,
      next: 'Schreiben Sie die Wörter auf und tippen Sie drei davon ab. Dann können Sie Daten speichern.',
    },
    'vault.no-kit-shown': {
      happened: 'Das Notfallblatt ist nicht mehr auf dem Bildschirm',
      kept: nothing,
      next: 'Erstellen Sie ein neues; die alten Wörter gelten dann nicht mehr.',
    },
    'vault.kit-words-differ': {
      happened: 'Das sind nicht die Wörter',
      kept: nothing,
      next: 'Vergleichen Sie Nummern und Schreibweise mit Ihrem Blatt.',
    },
    'vault.passphrase-after-lock': {
      happened: 'Der Tresor wurde von Hand gesperrt',
      kept: nothing,
      next: 'Geben Sie die Passphrase ein, um zu zeigen, dass Sie wieder da sind.',
    },
    'vault.too-many-attempts': {
      happened: 'Zu viele Fehlversuche',
      kept: nothing,
      next: 'Diese Passphrase wird nicht mehr geprüft, auch morgen nicht. Öffnen Sie den Tresor mit dem Notfallblatt oder bitten Sie eine andere berechtigte Person, Sie wieder zuzulassen.',
    },
    'vault.person-has-passphrase': {
      happened: 'Diese Person hat schon eine Passphrase',
      kept: nothing,
      next: 'Lassen Sie sie sie ändern, oder setzen Sie sie zurück.',
    },
    'vault.sign-in-name-taken': {
      happened: 'Mit diesem Namen meldet sich schon jemand an',
      kept: nothing,
      next: 'Wählen Sie einen anderen Namen.',
    },
    'vault.last-passphrase': {
      happened: 'Das ist die letzte Passphrase des Tresors',
      kept: nothing,
      next: 'Geben Sie zuerst einer anderen Person eine Passphrase.',
    },
    'vault.older-slots': {
      happened: 'Ein Weg in diesen Tresor stammt noch von einem älteren Steward',
      kept: nothing,
      next: 'Öffnen Sie den Tresor einmal auf diesem Weg oder erstellen Sie ein neues Notfallblatt; versuchen Sie es dann noch einmal.',
    },
    'vault.rotation-unfinished': {
      happened: 'Ein früherer Wechsel des Schlüssels wurde nicht beendet',
      kept: 'Der Tresor öffnet sich weiter mit allem, was ihn vorher geöffnet hat.',
      next: 'Sperren Sie den Tresor und entsperren Sie ihn; das beendet den Wechsel. Versuchen Sie es dann noch einmal.',
    },
    'vault.second-key-needed': {
      happened: 'Dafür braucht es den zweiten Schlüssel',
      kept: nothing,
      next: 'Geben Sie Ihre Passphrase ein, wenn Sie Inhaber oder Datenschutzbeauftragte sind; fragen Sie sonst eine dieser Personen.',
    },
    'vault.second-key-there': {
      happened: 'Es gibt schon einen zweiten Schlüssel',
      kept: nothing,
      next: 'Es ist nichts zu tun.',
    },
    'vault.no-second-key': {
      happened: 'Es gibt keinen zweiten Schlüssel',
      kept: nothing,
      next: 'Schalten Sie ihn zuerst ein, auf der Seite der Schlüssel.',
    },
    'vault.second-key-not-yours': {
      happened: 'Den zweiten Schlüssel haben nur Inhaber und Datenschutzbeauftragte',
      kept: nothing,
      next: 'Fragen Sie eine dieser Personen.',
    },
    'vault.second-key-not-theirs': {
      happened: 'Diese Person kann den zweiten Schlüssel nicht bekommen',
      kept: nothing,
      next: 'Nur Inhaber und Datenschutzbeauftragte haben ihn, und nur mit einer eigenen Passphrase.',
    },
    'trail.subject-erased': {
      happened: 'Die Daten dieser Person wurden gelöscht',
      kept: nothing,
      next: 'Im Protokoll lässt sich nichts Neues mehr mit ihr verbinden. Legen Sie einen neuen Datensatz an, wenn sie wiederkommt.',
    },
    'vault.not-recovered': {
      happened: 'Der Tresor wurde mit einer Passphrase geöffnet',
      kept: nothing,
      next: 'Ändern Sie sie mit der Passphrase, die Sie haben.',
    },
    'vault.no-escrow': {
      happened: 'Dieser Tresor hat keine Hinterlegung',
      kept: nothing,
      next: 'Benutzen Sie die Passphrase oder das Notfallblatt.',
    },
    'vault.escrow-line': {
      happened: 'Auf Blatt {sheet} ist Zeile {line} vertippt',
      kept: nothing,
      next: 'Vergleichen Sie diese Zeile Zeichen für Zeichen mit dem Papier.',
    },
    'vault.escrow-length': {
      happened: 'Blatt {sheet} hat acht Zeilen mit je zehn Zeichen',
      kept: nothing,
      next: 'Tippen Sie alle acht Zeilen davon, mit den Prüfzeichen.',
    },
    'vault.escrow-other-set': {
      happened: 'Blatt {sheet} gehört zu einem anderen Satz',
      kept: nothing,
      next: 'Vergleichen Sie die Nummer des Tresors und das Datum auf den Blättern: Es ist aus einem früheren Satz oder von einem anderen Tresor.',
    },
    'vault.escrow-same-sheet': {
      happened: 'Das ist zweimal dasselbe Blatt',
      kept: nothing,
      next: 'Ein Blatt allein öffnet nichts. Tippen Sie ein zweites.',
    },
    'access.proof-needed': {
      happened: 'Für diesen Schritt muss Steward sicher sein, dass Sie es sind',
      kept: nothing,
      next: 'Geben Sie Ihre Passphrase und, falls vorhanden, den Code ein.',
    },
    'access.code-needed': {
      happened: 'Der Code fehlt',
      kept: nothing,
      next: 'Geben Sie die sechs Ziffern ein, die Ihre App jetzt zeigt.',
    },
    'access.not-any-more': {
      happened: 'Diese Person darf sich nicht mehr anmelden',
      kept: nothing,
      next: 'Fragen Sie den Inhaber des Tresors, wenn das nicht stimmt.',
    },
    'access.no-code-awaited': {
      happened: 'Es wird gerade kein Code erwartet',
      kept: nothing,
      next: 'Beginnen Sie noch einmal mit der Passphrase.',
    },
    'access.no-change-awaited': {
      happened: 'Es wird gerade keine neue Passphrase erwartet',
      kept: nothing,
      next: 'Beginnen Sie noch einmal mit der Passphrase.',
    },
    'access.same-passphrase': {
      happened: 'Das ist die Passphrase, die jemand anderes kennt',
      kept: nothing,
      next: 'Wählen Sie eine andere, die nur Sie kennen.',
    },
    'access.second-factor-there': {
      happened: 'Es gibt schon einen zweiten Faktor',
      kept: 'Er gilt weiter.',
      next: 'Schalten Sie ihn zuerst aus, wenn Sie ihn neu einrichten möchten.',
    },
    'access.no-second-factor-begun': {
      happened: 'Es wird gerade kein zweiter Faktor eingerichtet',
      kept: nothing,
      next: 'Beginnen Sie mit „Zweiten Faktor einrichten“.',
    },
    'access.sign-in-name-taken': {
      happened: 'Mit diesem Namen meldet sich schon jemand an',
      kept: 'Ihre Eingabe ist noch da.',
      next: 'Wählen Sie einen anderen Namen zum Anmelden.',
    },
    'access.last-owner': {
      happened: 'Jemand muss bleiben, der alles darf',
      kept: nothing,
      next: 'Machen Sie zuerst eine andere Person zum Inhaber.',
    },
    'access.role-name-taken': {
      happened: 'Eine Rolle mit diesem Namen gibt es schon',
      kept: 'Ihre Eingabe ist noch da.',
      next: 'Wählen Sie einen anderen Namen.',
    },
    'access.role-in-use': {
      happened: 'Jemand hat diese Rolle',
      kept: nothing,
      next: 'Geben Sie diesen Personen zuerst eine andere Rolle.',
    },
    'access.review-open': {
      happened: 'Es läuft schon eine Prüfung',
      kept: nothing,
      next: 'Schließen Sie diese zuerst ab.',
    },
    'access.review-undecided': {
      happened: 'Für jemanden fehlt noch die Entscheidung',
      kept: 'Alle bisherigen Entscheidungen sind gespeichert.',
      next: 'Sagen Sie für alle behalten oder entfernen.',
    },
    'access.review-self': {
      happened: 'Sie können sich nicht selbst entfernen',
      kept: 'Alle bisherigen Entscheidungen sind gespeichert.',
      next: 'Bitten Sie jemand anderen, die Prüfung abzuschließen.',
    },
    'access.review-finished': {
      happened: 'Diese Prüfung ist abgeschlossen',
      kept: 'Sie ist ein Nachweis und bleibt, wie sie ist.',
      next: 'Beginnen Sie eine neue.',
    },
    'access.own-look': {
      happened: 'Niemand liest den eigenen Blick durch',
      kept: nothing,
      next: 'Bitten Sie jemand anderen.',
    },
    'approvals.alone': {
      happened: 'Darüber entscheiden sonst zwei',
      kept: nothing,
      next: 'Sagen Sie, dass Sie allein arbeiten, oder fügen Sie eine zweite Person hinzu, die genehmigen darf.',
    },
    'approvals.waits': {
      happened: 'Jemand anderes muss das genehmigen',
      kept: 'Es wurde noch nichts getan. Ihre Bitte wartet unter „Genehmigungen“.',
      next: 'Sobald es genehmigt ist, führen Sie es dort aus oder kommen hierher zurück.',
    },
    'approvals.own-request': {
      happened: 'Niemand genehmigt die eigene Bitte',
      kept: nothing,
      next: 'Bitten Sie jemand anderen, der genehmigen darf.',
    },
    'approvals.not-yours': {
      happened: 'Nur wer darum gebeten hat, kann es zurückziehen',
      kept: nothing,
      next: 'Lehnen Sie es stattdessen ab, wenn Sie genehmigen dürfen.',
    },
    'fields.purpose-required': {
      happened: 'Ein Feld braucht einen Zweck',
      kept: nothing,
      next: 'Wählen Sie, wozu es dient, oder lassen Sie das Feld weg.',
    },
    'fields.retention-required': {
      happened: 'Ein Feld braucht eine Frist, nach der es gelöscht wird',
      kept: nothing,
      next: 'Wählen Sie eine Aufbewahrungsklasse.',
    },
    'customers.field-without-purpose': {
      happened: 'Dieses Feld gibt es nicht',
      kept: nothing,
      next: 'Legen Sie das Feld zuerst unter „Was wir speichern“ mit seinem Zweck an.',
    },
    'imports.nothing-in-file': {
      happened: 'In der Datei steht nichts: keine Überschriften und keine Zeilen',
      kept: nothing,
      next: 'Exportieren Sie sie noch einmal aus dem Programm, aus dem sie stammt.',
    },
    'imports.nothing-mapped': {
      happened: 'Keine Spalte der Datei würde gespeichert',
      kept: nothing,
      next: 'Wählen Sie für mindestens eine Spalte ein Feld, oder lassen Sie die Datei weg.',
    },
    'imports.row-settled': {
      happened: 'Diese Zeile ist schon erledigt',
      kept: 'Nichts wurde doppelt gespeichert.',
      next: 'Machen Sie mit der nächsten Zeile weiter.',
    },
    'imports.undone': {
      happened: 'Dieser Import wurde zurückgenommen',
      kept: 'Nichts davon ist noch gespeichert.',
      next: 'Importieren Sie die Datei noch einmal, wenn Sie sie brauchen.',
    },
    'customers.merge-needs-two': {
      happened: 'Zum Zusammenführen braucht es zwei verschiedene Einträge',
      kept: nothing,
      next: 'Wählen Sie einen anderen.',
    },
    'customers.too-many-tags': {
      happened: 'Jemand hätte mehr als hundert Schlagwörter',
      kept: 'Es wurden keine Schlagwörter geändert.',
      next: 'Nehmen Sie vorher einige Schlagwörter weg, oder wählen Sie weniger Kunden aus.',
    },
    'files.cell-too-long': {
      happened: 'Eine Notiz ist länger, als eine Tabellenzelle sein kann',
      kept: 'Es blieb keine Datei zurück.',
      next: 'Wählen Sie CSV oder JSON; dort ist Platz für jede Länge.',
    },
    'obligations.reason-needed': {
      happened: 'Es fehlt der Grund',
      kept: 'Ihre Eingabe ist noch da.',
      next: 'Nennen Sie, warum die Pflicht für Sie nicht gilt.',
    },
    'evidence.kind-not-taken': {
      happened: 'Diese Art Datei wird nicht als Nachweis genommen',
      kept: nothing,
      next: 'Wählen Sie PDF, Bild, Word, Excel, Text, CSV oder E-Mail.',
    },
    'evidence.not-what-it-says': {
      happened: 'Die Datei ist nicht, was ihr Name sagt',
      kept: nothing,
      next: 'Öffnen Sie sie im passenden Programm, speichern Sie sie neu und wählen Sie die neue Datei.',
    },
    'law.edition-unreadable': {
      happened: 'Die Datei ist keine Fassung eines Gesetzes',
      kept: 'Die bisherige Fassung gilt weiter.',
      next: 'Wählen Sie die Datei noch einmal, so wie Sie sie bekommen haben.',
    },
    'law.edition-malformed': {
      happened: 'Die Fassung ist beschädigt',
      kept: 'Die bisherige Fassung gilt weiter.',
      next: 'Besorgen Sie die Datei noch einmal.',
    },
    'law.edition-unsigned': {
      happened: 'Die Fassung ist nicht unterschrieben',
      kept: 'Die bisherige Fassung gilt weiter.',
      next: 'Nur unterschriebene Fassungen werden benutzt.',
    },
    'law.edition-untrusted': {
      happened: 'Die Fassung ist von jemandem unterschrieben, den Steward nicht kennt',
      kept: 'Die bisherige Fassung gilt weiter.',
      next: 'Nur Fassungen der Macher von Steward werden benutzt.',
    },
    'law.edition-tampered': {
      happened: 'Die Fassung wurde nach der Unterschrift verändert',
      kept: 'Die bisherige Fassung gilt weiter.',
      next: 'Benutzen Sie diese Datei nicht. Besorgen Sie sie noch einmal.',
    },
    'law.edition-older': {
      happened: 'Die Fassung ist nicht neuer als die benutzte',
      kept: 'Die bisherige Fassung gilt weiter.',
      next: 'Es gibt nichts zu tun.',
    },
    'documents.out-of-date': {
      happened: 'Einige Abschnitte sagen nicht mehr, was wahr ist',
      kept: 'Nichts wurde freigegeben.',
      next: 'Bringen Sie das Dokument zuerst auf den Stand.',
    },
    'documents.nothing-changed': {
      happened: 'Seit der letzten Fassung hat sich nichts geändert',
      kept: 'Die freigegebene Fassung gilt weiter.',
      next: 'Ändern Sie zuerst den Text, oder veröffentlichen Sie diese Fassung.',
    },
    'documents.not-approved': {
      happened: 'Es gibt noch keine freigegebene Fassung',
      kept: 'Nichts wurde veröffentlicht.',
      next: 'Lassen Sie den Text zuerst freigeben.',
    },
    'documents.published-already': {
      happened: 'Die neueste Fassung ist schon veröffentlicht',
      kept: 'Sie gilt weiter.',
      next: 'Geben Sie eine neue Fassung frei, um einen anderen Text zu veröffentlichen.',
    },
    'documents.read-already': {
      happened: 'Sie haben schon bestätigt, diese Fassung gelesen zu haben',
      kept: 'Das ist festgehalten.',
      next: 'Mehr ist nicht zu tun.',
    },
    'documents.contact-needed': {
      happened: 'Name oder E-Mail des Unternehmens fehlt',
      kept: 'Es wurde keine Datei geschrieben.',
      next: 'Tragen Sie beides ein: beim Verzeichnis der Tätigkeiten oder unter „Angaben für Dokumente“.',
    },
    'programme.not-held-yet': {
      happened: 'Dieser Tag ist noch nicht gekommen',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Geben Sie den Tag an, an dem die Bewertung war.',
    },
    'programme.next-before-this': {
      happened: 'Die nächste Bewertung wäre vor dieser',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie einen späteren Tag.',
    },
    'risks.nobody-by-that-name': {
      happened: 'Diese Person kann sich nicht mehr anmelden',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Benennen Sie jemand anderen oder niemanden.',
    },
    'risks.only-signed-are-renewed': {
      happened: 'Nur Unterschriebenes bekommt eine neue Fassung',
      kept: nothing,
      next: 'Machen Sie mit dem Entwurf weiter.',
    },
    'risks.renewed-already': {
      happened: 'Es gibt schon eine neuere Fassung',
      kept: nothing,
      next: 'Öffnen Sie diese.',
    },
    'risks.signed-stays': {
      happened: 'Diese Einschätzung ist unterschrieben',
      kept: 'Sie bleibt, wie sie ist.',
      next: 'Beginnen Sie eine neue Fassung, um etwas zu ändern.',
    },
    'risks.not-complete': {
      happened: 'Es ist noch etwas zu sagen: {open}',
      kept: 'Der Entwurf ist gespeichert.',
      next: 'Die Liste unten sagt, was.',
    },
    'risks.look-again-later': {
      happened: 'Der Tag für den nächsten Blick muss noch kommen',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie einen späteren Tag.',
    },
    'risks.second-person': {
      happened: 'Wer es geschrieben hat, unterschreibt nicht',
      kept: 'Der Entwurf ist gespeichert.',
      next: 'Bitten Sie jemand anderen, der Risiken ändern darf, zu lesen und zu unterschreiben.',
    },
    'risks.say-alone': {
      happened: 'Sie haben es selbst geschrieben',
      kept: 'Der Entwurf ist gespeichert.',
      next: 'Sagen Sie, dass niemand sonst unterschreiben kann, oder fügen Sie erst eine zweite Person hinzu.',
    },
    'risks.not-a-pia': {
      happened: 'Dieses Format gibt es nur für eine Folgenabschätzung',
      kept: 'Es wurde keine Datei geschrieben.',
      next: 'Wählen Sie ein anderes Format.',
    },
    'risks.not-a-pia-file': {
      happened: 'Das ist keine Datei der PIA-Software',
      kept: nothing,
      next: 'Exportieren Sie sie dort noch einmal als JSON und wählen Sie die neue Datei.',
    },
    'risks.not-asked': {
      happened: 'Es wurde etwas beantwortet, das nicht gefragt ist',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Öffnen Sie die Einschätzung neu; ihre Fragen können eine neuere Fassung haben.',
    },
    'training.has-left': {
      happened: 'Diese Person ist nicht mehr hier',
      kept: nothing,
      next: 'Wählen Sie jemand anderen oder berichtigen Sie den Tag unter „Team“.',
    },
    'training.no-pin': {
      happened: 'Diese Person hat noch keine PIN',
      kept: nothing,
      next: 'Setzen Sie eine unter „Team“; die Person tippt sie selbst.',
    },
    'training.pin-locked': {
      happened: 'Diese PIN war zu oft falsch',
      kept: 'Die Antworten stehen noch auf dem Bildschirm.',
      next: 'Sie wird nicht mehr angesehen. Setzen Sie unter „Team“ eine neue.',
    },
    'training.wrong-pin': {
      happened: 'Das ist nicht die PIN',
      kept: 'Die Antworten stehen noch auf dem Bildschirm. Es bleiben {left} Versuche.',
      next: 'Tippen Sie sie noch einmal.',
    },
    'training.pin-too-easy': {
      happened: 'Diese PIN ist sofort erraten',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Nehmen Sie Ziffern, die nicht alle gleich sind und nicht auf- oder abzählen.',
    },
    'training.needs-pin': {
      happened: 'Dieser Kurs wurde für jemand anderen begonnen',
      kept: 'Die Antworten stehen noch auf dem Bildschirm.',
      next: 'Bestätigen Sie ihn mit der PIN dieser Person.',
    },
    'training.course-changed': {
      happened: 'Der Kurs hat eine neuere Fassung, seit Sie begonnen haben',
      kept: 'Nichts wurde gewertet.',
      next: 'Beginnen Sie noch einmal; die Fragen können andere sein.',
    },
    'training.judge-all': {
      happened: 'Eine Nachricht ist noch nicht beurteilt',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Beurteilen Sie alle zehn.',
    },
    'training.nobody-to-learn': {
      happened: 'Der Kurs wäre für niemanden',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie, für wen er ist, oder nehmen Sie ihn aus dem Programm.',
    },
    'training.left-before': {
      happened: 'Der Tag des Gehens liegt vor dem ersten Tag',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Berichtigen Sie einen von beiden.',
    },
    'training.day-has-gone': {
      happened: 'Dieser Tag ist schon vorbei',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie heute oder einen späteren Tag.',
    },
    'training.course-off': {
      happened: 'Dieser Kurs ist nicht im Programm',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Nehmen Sie ihn zuerst auf.',
    },
    'training.day-to-come': {
      happened: 'Dieser Tag ist noch nicht gekommen',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Geben Sie den Tag an, an dem es war.',
    },
    'training.more-right-than-asked': {
      happened: 'Das Blatt stellt nur {most} Fragen',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Zählen Sie die richtigen Antworten noch einmal.',
    },
    'training.own-sheet': {
      happened: 'Niemand korrigiert das eigene Blatt',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Lassen Sie es jemand anderen korrigieren und eintragen, oder machen Sie den Kurs am Bildschirm.',
    },
    'training.not-passed': {
      happened: 'Das wurde nicht bestanden',
      kept: nothing,
      next: 'Einen Nachweis gibt es, wenn es bestanden ist.',
    },
    'training.attendance-columns': {
      happened: 'Die Datei hat keine Spalten für Name, Kurs und Datum',
      kept: nothing,
      next: 'Schreiben Sie Name, Kurs und Datum in die erste Zeile und versuchen Sie es noch einmal.',
    },
    'training.attendance-too-long': {
      happened: 'Die Datei hat mehr als {most} Zeilen',
      kept: nothing,
      next: 'Teilen Sie sie und importieren Sie die Teile.',
    },
    'training.checklist-open': {
      happened: 'Für diese Person läuft schon eine solche Liste',
      kept: 'Nichts wurde doppelt begonnen.',
      next: 'Machen Sie mit dieser weiter.',
    },
    'training.reason-needed': {
      happened: 'Der Grund fehlt',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Sagen Sie in ein paar Worten, warum es nicht nötig ist.',
    },
    'training.still-has-access': {
      happened: 'Diese Person kann sich noch anmelden',
      kept: 'Der Punkt bleibt offen.',
      next: 'Sperren Sie sie unter „Personen und Rechte“, dann haken Sie ab.',
    },
    'training.has-no-access': {
      happened: 'Diese Person kann sich noch nicht anmelden',
      kept: 'Der Punkt bleibt offen.',
      next: 'Fügen Sie sie unter „Personen und Rechte“ hinzu, oder sagen Sie, dass es nicht nötig ist.',
    },
    'training.devices-still-out': {
      happened: 'Unter diesem Namen stehen noch Geräte in Benutzung: {devices}',
      kept: 'Der Punkt bleibt offen.',
      next: 'Sagen Sie unten von jedem, ob es zurückgegeben wurde oder verloren ist.',
    },
    'training.courses-open': {
      happened: 'Kurse dieser Person sind noch nicht bestanden: {courses}',
      kept: 'Der Punkt bleibt offen.',
      next: 'Er kann abgehakt werden, wenn sie es sind.',
    },
    'audits.not-yet': {
      happened: 'Der Tag der Prüfung ist noch nicht gekommen',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Geben Sie den Tag an, an dem sie gemacht wurde. Ist das heutige Datum falsch, stellen Sie die Uhr des Computers.',
    },
    'audits.reason-needed': {
      happened: 'Der Grund fehlt, warum die Prüfung nicht möglich war',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Sagen Sie in ein paar Worten, was im Weg war; die Prüfung bleibt fällig.',
    },
    'audits.findings-needed': {
      happened: 'Es ist nicht gesagt, was gefunden wurde',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Beschreiben Sie mindestens einen Mangel, oder wählen Sie ein anderes Ergebnis.',
    },
    'audits.findings-unexpected': {
      happened: 'Es gibt Mängel, aber das Ergebnis sagt, es gebe keine',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie „Etwas wurde gefunden“, oder entfernen Sie die Mängel.',
    },
    'audits.nobody-by-that-name': {
      happened: 'Wer zuständig sein soll, kommt nicht mehr hinein',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie eine andere Person.',
    },
    'vendors.nobody-by-that-name': {
      happened: 'Wer sich darum kümmern soll, kann sich hier nicht mehr anmelden',
      kept: 'Was Sie eingegeben haben, steht noch da; gespeichert wurde nichts.',
      next: 'Wählen Sie jemand anderen.',
    },
    'vendors.looks-like-secret': {
      happened: 'Einer der Texte sieht wie ein Schlüssel oder ein Token aus',
      kept: 'Was Sie eingegeben haben, steht noch da; gespeichert wurde nichts.',
      next: 'Sagen Sie nur, wo der Schlüssel liegt, zum Beispiel „Passwortmanager, Eintrag Shop“. Wurde er irgendwoher kopiert, gilt er als bekannt und gehört gewechselt.',
    },
    'vendors.answers-there': {
      happened: 'Die Antworten auf diesen Fragebogen sind schon aufbewahrt',
      kept: 'Die früheren Antworten bleiben, wie sie sind.',
      next: 'Senden Sie einen neuen Fragebogen, wenn sich etwas geändert hat.',
    },
    'vendors.not-asked': {
      happened: 'Die Datei beantwortet etwas, das nicht gefragt war',
      kept: 'Aufbewahrt wurde nichts.',
      next: 'Bitten Sie den Dienstleister, die Seite noch einmal auszufüllen und die Datei unverändert zu senden.',
    },
    'processing.unknown-purpose': {
      happened: 'Einen der Zwecke gibt es nicht mehr',
      kept: 'Was Sie eingegeben haben, steht noch da; gespeichert wurde nichts.',
      next: 'Wählen Sie die Zwecke noch einmal.',
    },
    'processing.nobody-by-that-name': {
      happened: 'Wer sich darum kümmern soll, kann sich nicht mehr anmelden',
      kept: 'Was Sie eingegeben haben, steht noch da; gespeichert wurde nichts.',
      next: 'Wählen Sie jemand anderen.',
    },
    'consents.yes-without-proof': {
      happened: 'Ein Ja braucht etwas, das es belegt',
      kept: 'Was Sie eingegeben haben, ist noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie, was gezeigt wurde, eine Datei, oder schreiben Sie eine Notiz.',
    },
    'consents.said-in-the-future': {
      happened: 'Der Tag ist noch nicht gekommen',
      kept: 'Was Sie eingegeben haben, ist noch da; nichts wurde gespeichert.',
      next: 'Geben Sie den Tag ein, an dem es gesagt wurde.',
    },
    'consents.signal-is-a-no': {
      happened: 'Ein Signal des Browsers kann nur Nein sagen',
      kept: 'Was Sie eingegeben haben, ist noch da; nichts wurde gespeichert.',
      next: 'Wählen Sie einen anderen Weg, oder halten Sie ein Nein fest.',
    },
    'consents.ends-before-it-begins': {
      happened: 'Es würde enden, bevor es beginnt',
      kept: 'Was Sie eingegeben haben, ist noch da; nichts wurde gespeichert.',
      next: 'Geben Sie einen späteren letzten Tag ein, oder keinen.',
    },
    'retention.start-is-no-day': {
      happened: 'Eine Frist muss mit einem Tag beginnen',
      kept: 'Nichts wurde geändert.',
      next: 'Wählen Sie Felder, die einen Tag enthalten.',
    },
    'retention.day-has-not-come': {
      happened: 'Der maßgebliche Tag ist noch nicht gekommen',
      kept: 'Niemand wurde entfernt.',
      next: 'Prüfen Sie das Datum dieses Computers, und zählen Sie noch einmal.',
    },
    'devices.day-needed': {
      happened: 'Der Tag fehlt, an dem das Gerät verloren ging oder ausgemustert wurde',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Geben Sie den Tag an; andere Fristen können von ihm an laufen.',
    },
    'devices.unknown-system': {
      happened: 'Steward weiß nicht, wie dieses System zu fragen ist',
      kept: 'Nichts wurde gespeichert.',
      next: 'Sehen Sie selbst nach, und legen Sie das Gesehene als Nachweis ab.',
    },
    'watching.own-alert': {
      happened: 'Diese Meldung betrifft Sie selbst',
      kept: 'Sie bleibt offen; nichts wurde gespeichert.',
      next: 'Jemand anderes muss sie ansehen: Inhaber oder Datenschutzbeauftragte.',
    },
    'watching.away-ends-before': {
      happened: 'Die Abwesenheit würde enden, bevor sie beginnt',
      kept: 'Ihre Eingaben sind noch da; nichts wurde gespeichert.',
      next: 'Berichtigen Sie die beiden Tage.',
    },
    'backups.folder-missing': {
      happened: 'Ein Ordner, der gesichert werden soll, ist nicht da',
      kept: 'Frühere Sicherungen sind, wie sie waren.',
      next: 'Stecken Sie das Laufwerk an, oder nehmen Sie den Ordner von der Liste.',
    },
    'backups.keychain-needed': {
      happened: 'Das Kennwort dieses Orts kann nur im Schlüsselbund dieses Computers liegen, und es gibt keinen',
      kept: 'Der Ort wurde erreicht und funktioniert; nichts wurde gespeichert.',
      next: 'Schalten Sie den Schlüsselbund ein oder wählen Sie einen Ort ohne Kennwort.',
    },
    'backups.login-again': {
      happened: 'Das Kennwort dieses Orts ist nicht auf diesem Computer',
      kept: 'Ihr Tresor und seine Sicherungen sind, wie sie waren.',
      next: 'Nehmen Sie den Ort von der Liste und fügen Sie ihn mit seinem Kennwort wieder hinzu.',
    },
    'backups.folder-not-empty': {
      happened: 'Der Ordner für den wiederhergestellten Tresor enthält schon Dateien',
      kept: 'Nichts wurde geändert.',
      next: 'Wählen Sie einen leeren oder einen neuen Ordner.',
    },
    'law.edition-misplaced': {
      happened: 'Die Fassung gehört zu einem Gesetz, das dieses Steward nicht kennt',
      kept: nothing,
      next: 'Installieren Sie zuerst ein neueres Steward.',
    },
  },
  rule: {
    happened: 'Eine Regel sagt nein',
    kept: nothing,
    next: 'Sehen Sie sich Ihre Eingabe an und versuchen Sie es noch einmal.',
  },
  invalid: {
    happened: 'In diesem Formular stimmt noch etwas nicht',
    kept: 'Ihre Eingabe ist noch da; gespeichert wurde nichts.',
    next: 'Berichtigen Sie die markierten Felder und speichern Sie noch einmal.',
  },
  notFound: { happened: 'Das gibt es nicht mehr', kept: nothing, next: 'Gehen Sie zurück zur Liste.' },
  conflict: {
    happened: 'Jemand hat dies inzwischen geändert',
    kept: 'Ihre Eingabe ist noch da; nichts wurde überschrieben.',
    next: 'Sehen Sie sich die neuere Fassung an und speichern Sie dann noch einmal.',
  },
  forbidden: {
    happened: 'Dazu fehlt Ihnen das Recht',
    kept: nothing,
    next: 'Fragen Sie die Inhaberin oder den Inhaber des Tresors.',
  },
  locked: {
    happened: 'Der Tresor ist gesperrt',
    kept: 'Alles ist gespeichert.',
    next: 'Entsperren Sie ihn und machen Sie weiter.',
  },
  bug: (incident) => ({
    happened: 'Steward hat einen Fehler gemacht',
    kept: 'Nichts Halbfertiges wurde behalten.',
    next: `Versuchen Sie es noch einmal. Geschieht es wieder, nennen Sie uns diese Nummer: ${incident}`,
  }),
};
