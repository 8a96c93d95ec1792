/** Words of the page of keys in German. */
import type { keys as english } from '../en/keys';

export const keys: typeof english = {
  title: 'Schlüssel',
  lead: 'Alle Wege in diesen Tresor. Nehmen Sie weg, was niemand braucht.',
  ways: 'Was diesen Tresor öffnet',
  way: 'Weg',
  whose: 'Wessen',
  made: 'Erstellt',
  state: 'Stand',
  kinds: {
    passphrase: 'Passphrase',
    kit: 'Notfallblatt, 24 Wörter',
    keychain: 'Schlüsselbund dieses Computers',
    escrow: 'Hinterlegung, zwei von drei Blättern',
  },
  whoseKey: (kind, person) =>
    person === 'owner'
      ? 'Inhaber'
      : (person ?? (kind === 'keychain' ? 'Wer dieses Konto benutzt' : 'Wer das Papier hat')),
  notKept: 'nicht festgehalten',
  opens: 'Öffnet den Tresor',
  blocked: 'Gesperrt: zu viele Fehlversuche',
  failed: (failures) => (failures === 1 ? '1 Fehlversuch' : `${failures} Fehlversuche`),
  unconfirmed: 'Noch nicht bestätigt',
  equal:
    'Jeder Weg öffnet alles: Rollen entscheiden, was Steward zeigt und tut, nicht, was der Schlüssel entschlüsseln kann. Wer einen Schlüssel und eine Kopie der Dateien hatte, behält, was in dieser Kopie war.',
  keychain: 'Von selbst öffnen',
  keychainOn: 'Der Schlüsselbund dieses Computers öffnet den Tresor, wenn Steward startet.',
  keychainOff: 'Der Schlüsselbund öffnet den Tresor nicht; was auf dieser Seite steht, tut es.',
  keychainWarn: 'Wer Ihr Konto auf diesem Computer benutzen kann, kann dann auch den Tresor öffnen.',
  switchOn: 'Vom Schlüsselbund öffnen lassen',
  switchOff: 'Schlüsselbund nicht benutzen',
  passphrase: 'Passphrase',
  current: 'Jetzige Passphrase',
  next: 'Neue Passphrase',
  again: 'Die neue noch einmal',
  differ: 'Die beiden sind verschieden.',
  short: 'Bitte mindestens 12 Zeichen.',
  changePassphrase: 'Passphrase ändern',
  changed: 'Die Passphrase wurde geändert. Die alte öffnet den Tresor nicht mehr.',
  show: 'Eingabe zeigen',
  recovered:
    'Sie sind ohne die Passphrase hereingekommen. Wählen Sie eine neue für den Inhaber; die alte öffnet dann nichts mehr.',
  choosePassphrase: 'Diese Passphrase wählen',
  yours: 'Ihre Passphrase',
  kit: 'Notfallblatt',
  kitLead:
    'Neue Wörter für ein Notfallblatt, das verloren ist oder das jemand gesehen hat. Die alten öffnen dann nichts mehr.',
  makeKit: 'Neues Notfallblatt erstellen',
  escrow: 'Hinterlegung',
  escrowLead: [
    'Drei Blätter Papier für die Inhaberin oder den Inhaber, die Steuerberatung und die Anwaltskanzlei. Je zwei davon öffnen den Tresor; eines allein öffnet nichts und verrät nichts.',
    'Für den Tag, an dem die Inhaberin oder der Inhaber nicht kommen kann. Früher erstellte Blätter öffnen dann nichts mehr.',
  ],
  makeEscrow: 'Drei Blätter erstellen',
  renewEscrow: 'Drei neue Blätter erstellen',
  escrowMade: (file) =>
    `Gesichert: ${file}. Drucken Sie die drei Seiten, übergeben Sie sie in geschlossenen Umschlägen und löschen Sie die Datei.`,
  removeEscrow: 'Hinterlegung aufheben',
  removeEscrowLead: 'Die ausgegebenen Blätter öffnen dann nichts mehr.',
  rotate: 'Neuer Datenschlüssel',
  rotateLead: [
    'Wenn jemand gegangen ist oder ein Schlüssel kopiert sein könnte: verschlüsselt den ganzen Bestand unter einem neuen Schlüssel. Passphrasen, Notfallblatt und Blätter bleiben, wie sie sind; was nur zum alten Schlüssel passt, öffnet nichts mehr.',
    'Braucht so viel freien Platz, wie der Bestand groß ist, und einige Sekunden, in denen nichts gespeichert werden kann. Wenn der Computer dazwischen ausgeht, ist nichts verloren.',
    'Eine Passphrase, ein Notfallblatt oder ein Schlüsselbund, den jemand anderes kennt, muss auch gewechselt werden: vorher, nicht nachher. Kopien von vor Aktualisierungen im Ordner „set-aside“ werden entfernt.',
  ],
  doRotate: 'Unter neuem Schlüssel verschlüsseln',
  rotating: {
    encrypting: 'Der Bestand wird unter dem neuen Schlüssel verschlüsselt …',
    checking: 'Jede Seite wird zur Prüfung gelesen …',
  },
  rotated:
    'Fertig: Der Bestand hat einen neuen Schlüssel, und jede Seite wurde geprüft. Machen Sie eine neue Sicherung; ältere Sicherungen haben noch den alten Schlüssel.',
};
