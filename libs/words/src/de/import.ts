import type { importWords as english } from '../en/import.ts';
import type { InOtherWords } from '../speech.ts';

const count = new Intl.NumberFormat('de-DE');

export const importWords: InOtherWords<typeof english> = {
  meaning: {
    email: 'E-Mail-Adresse',
    name: 'Name',
    firstName: 'Vorname',
    lastName: 'Nachname',
    status: 'Status',
    checkedInAt: 'Zeit des Einlasses',
    introductions: 'Möchte Vorstellungen',
    crafts: 'Fächer',
    workingOn: 'Arbeitet an',
    lookingFor: 'Sucht',
    canHelpWith: 'Kann helfen mit',
    stage: 'Berufserfahrung',
    city: 'Stadt',
    employer: 'Arbeitgeber',
    jobTitle: 'Berufsbezeichnung',
    answer: 'Eine andere Frage, mit ihrer Antwort aufbewahrt',
    ignored: 'Wird nicht importiert',
  },
  why: {
    header: 'Die Überschrift sagt es.',
    question: 'Die Frage liest sich so.',
    cells: 'In den Zellen stehen Adressen.',
    'not-known': 'Wir kennen diese Spalte nicht, darum werden ihre Antworten so aufbewahrt, wie sie sind.',
    'not-needed': 'Buchführung des Ticketdienstes; hier braucht das niemand.',
    private: 'Persönliche Angaben, die für Vorstellungen nicht nötig sind. Sie werden nicht gespeichert.',
    already: 'Eine andere Spalte sagt das schon.',
    'no-header': 'Sie hat keine Überschrift.',
    chosen: 'Du hast es so gewählt.',
  },
  fact: {
    came: 'war da',
    confirmed: 'bestätigt',
    pending: 'wartet auf Zusage',
    waitlisted: 'auf der Warteliste',
    declined: 'abgelehnt',
    cancelled: 'abgesagt',
    held: 'noch nicht per Mail bestätigt',
    offered: 'Platz angeboten',
  },
  row: {
    new: (becomes: string) => `Neu: ${becomes}.`,
    noStatus: 'Neu. Der Status ist leer, darum wartet die Person auf deine Freigabe und belegt keinen Platz.',
    moved: (was: string, becomes: string) => `Bisher: ${was}. Jetzt: ${becomes}.`,
    staysByList: (says: string, stays: string) =>
      `In dieser Liste steht „${says}“, in einer anderen „${stays}“, und die zählt mehr.`,
    staysHere: (says: string, stays: string) =>
      `In dieser Liste steht „${says}“; was hier eingetragen wurde, bleibt: ${stays}.`,
    adds: (fields: string) => `Ergänzt: ${fields}.`,
    nothingNew: 'Nichts Neues.',
    repeated: (line: number) =>
      `Dieselbe Adresse steht in Zeile ${count.format(line)}; zusammen zählen sie einmal.`,
  },
  added: {
    name: 'Name',
    checkedInAt: 'Zeit des Einlasses',
    crafts: 'Fächer',
    workingOn: 'woran sie arbeitet',
    lookingFor: 'was sie sucht',
    canHelpWith: 'womit sie helfen kann',
    stage: 'Berufserfahrung',
    city: 'Stadt',
    answer: 'Antworten',
    introductions: 'die Antwort zu Vorstellungen',
  },
  unnamedFile: 'guest-list.csv',
  note: {
    'name-missing': 'In dieser Zeile fehlt der Name; vielleicht hat ihn die andere Liste.',
    shortened:
      'Etwas war länger, als wir aufbewahren, und wurde gekürzt: 3 Fächer oder Stichwörter, 140 Zeichen bei „Arbeitet an“.',
    'consent-unclear':
      'Die Antwort zu Vorstellungen ist weder Ja noch Nein, darum gilt sie als nicht gefragt.',
  },
  rowFault: {
    'address-missing': () => 'In dieser Zeile steht keine E-Mail-Adresse.',
    'address-unusable': (value: string) => `„${value}“ ist keine einzelne brauchbare E-Mail-Adresse.`,
    'address-not-ascii': (value: string) =>
      `Die Adresse „${value}“ enthält Buchstaben jenseits von ASCII. Schreib die Domain in der Form mit xn-- oder frag nach einer anderen Adresse.`,
    'status-unknown': (value: string) => `Wir kennen den Status „${value}“ nicht.`,
    'no-answer-yet': (value: string) =>
      `Der Status ist „${value}“: Diese Person hat noch nicht Ja oder Nein gesagt.`,
    'check-in-unreadable': (value: string) =>
      `„${value}“ ist keine Zeit, die wir lesen können. Nimm zum Beispiel 2026-10-19 18:05, oder yes und no.`,
    'column-count': (value: string) =>
      `Diese Zeile hat eine andere Zahl von Zellen als die Kopfzeile (${value}).`,
    'quote-not-closed': () =>
      'In dieser Zeile öffnet ein Anführungszeichen und schließt nicht dort, wo die Zelle enden sollte.',
    'characters-unreadable': () =>
      'Diese Zeile enthält Zeichen, die kein gültiges UTF-8 sind. Speichere die Datei als UTF-8 und importiere sie noch einmal.',
    'row-too-long': () => 'Diese Zeile ist länger als 64 kB.',
  },
  fileFault: {
    binary: 'Das ist keine Textdatei, also kann es kein CSV sein.',
    spreadsheet:
      'Das ist eine Tabelle oder ein Archiv. Öffne es, speichere es als CSV (UTF-8) und importiere das.',
    markup:
      'Das ist eine Webseite oder ein Datendokument, kein CSV. Vielleicht hättest du dich für den Download einloggen müssen.',
    'no-delimiter':
      'In der ersten Zeile steht kein Komma, Semikolon oder Tabulator; das sieht nicht nach einem CSV aus.',
    'no-header-line':
      'Die erste Zeile ist schon ein Gast. Setz eine Kopfzeile davor, zum Beispiel: name,email,status.',
    'utf-16':
      'Diese Datei ist als UTF-16 gespeichert. Speichere sie als UTF-8 (in Excel: „CSV UTF-8“) und importiere sie noch einmal.',
    missing: 'Bitte wähle eine Datei aus.',
    empty: 'Diese Datei ist leer.',
    'too-many-bytes': (megabytes: number) => `Diese Datei ist größer als ${count.format(megabytes)} MB.`,
    'too-many-rows': (rows: number) =>
      `Diese Datei hat mehr als ${count.format(rows)} Zeilen. Teile sie auf und importiere die Teile, in beliebiger Reihenfolge.`,
    'no-usable-column':
      'In keiner Spalte stehen E-Mail-Adressen. Sag, welche es ist, oder füg eine hinzu: Personen werden an ihrer Adresse unterschieden.',
  },
};
