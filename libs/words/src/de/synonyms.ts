import type {
  synonymActivity as activityEnglish,
  synonymFaults as faultsEnglish,
  synonymsApp as appEnglish,
} from '../en/synonyms.ts';
import type { InOtherWords } from '../speech.ts';
import { counted } from './numbers.ts';

export const synonymFaults: InOtherWords<typeof faultsEnglish> = {
  tooFew: 'Gib mindestens zwei Wörter an, die nicht schon als gleichbedeutend bekannt sind.',
  tooLong: (max: number) => `In jedes passen höchstens ${String(max)} Zeichen.`,
  comma: (word: string) => `„${word}“ enthält ein Komma. Gib jedes Wort für sich an.`,
  saysNothing: (word: string) => `„${word}“ enthält kein Wort, das sich vergleichen ließe.`,
  taken: (word: string, row: string) => `„${word}“ gehört schon zu einer anderen Zeile: ${row}.`,
};

export const synonymsApp: InOtherWords<typeof appEnglish> = {
  title: 'Wörter, die dasselbe bedeuten',
  text: 'Für eine Sache gibt es oft mehrere Wörter. Schreib die, die bei euch dasselbe meinen, in eine Zeile; Vorschläge für Vorstellungen behandeln sie dann als eines.',
  example:
    'Ein Beispiel: Steht „Farbkorrektur, Lichtbestimmung“ in einer Zeile, passt, wer jemanden für die Farbkorrektur sucht, zu allen, die Lichtbestimmung anbieten. Großbuchstaben, Akzente und Mehrzahl machen keinen Unterschied.',
  none: 'Hierher kommen eure eigenen Wörter',
  noneText:
    'Füge oben die erste Zeile hinzu. Bis dahin gelten die Wörter am Ende dieser Seite als gleichbedeutend.',
  noneToRead:
    'Inhaber:in oder Redaktion können sie hinzufügen. Die Wörter unten gelten ohnehin als gleichbedeutend.',
  add: 'Zeile hinzufügen',
  words: 'Wörter für eine Sache',
  wordsHelp: 'Zwei bis zwölf, mit Kommas dazwischen.',
  addButton: 'Diese Zeile hinzufügen',
  added: (row: string) => `Diese bedeuten jetzt dasselbe: ${row}.`,
  count: (count: number) => counted(count, 'eigene Zeile', 'eigene Zeilen'),
  andMore: (shown: string, more: number) => `${shown} und ${String(more)} weitere`,
  change: 'Ändern',
  changeRow: (row: string) => `Zeile ${row} ändern`,
  changedRow: (row: string) => `Wörter der Zeile ${row}`,
  now: (row: string) => `Jemand hat diese Zeile inzwischen geändert. Sie lautet jetzt: ${row}.`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  saved: (row: string) => `Gespeichert. Diese bedeuten jetzt dasselbe: ${row}.`,
  remove: 'Entfernen',
  removeRow: (row: string) => `Zeile ${row} entfernen`,
  willRemove: (row: string) => `Diese bedeuten gleich nicht mehr dasselbe: ${row}.`,
  known: 'Schon bekannt',
  knownText:
    'Diese gelten überall als gleichbedeutend. Eine eigene Zeile kann einem davon Wörter hinzufügen.',
};

export const synonymActivity: InOtherWords<typeof activityEnglish> = {
  'synonyms.added': 'hat gleichbedeutende Wörter hinzugefügt',
  'synonyms.changed': 'hat gleichbedeutende Wörter geändert',
  'synonyms.removed': 'hat gleichbedeutende Wörter entfernt',
};
