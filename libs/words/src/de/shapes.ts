import type { shapes as english, statuses as statusesEnglish } from '../en/shapes.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('de-DE');
const characters = (count: number): string => `${number.format(count)} Zeichen`;

export const shapes: InOtherWords<typeof english> = {
  answers: 'Diese Antworten lassen sich nicht lesen.',
  text: 'Das muss Text sein.',
  needed: 'Bitte fülle das aus.',
  tooLong: (max: number) => `Höchstens ${characters(max)} passen hierher.`,
  eachTooLong: (max: number) => `Jeweils höchstens ${characters(max)} passen hierher.`,
  oneLine: 'Bitte bleib hier auf einer Zeile.',
  wholeNumber: (min: number, max: number) =>
    `Bitte gib eine ganze Zahl von ${number.format(min)} bis ${number.format(max)} an.`,
  oneOf: (choices: readonly string[]) => `Bitte wähle eines davon: ${choices.join(', ')}.`,
  yesNo: 'Das ist entweder Ja oder Nein.',
  id: 'Zu dieser Kennung gibt es nichts.',
  localTime: 'Bitte gib Datum und Uhrzeit an, etwa 2026-10-19T18:00.',
  moment: 'Bitte gib einen Zeitpunkt in UTC an, etwa 2026-10-19T18:04:05.678Z.',
  day: 'Bitte gib einen Tag an, etwa 2027-01-15.',
  timeZone: 'Bitte wähle eine Zeitzone aus der Liste, etwa America/Los_Angeles.',
  list: 'Das muss eine Liste sein.',
  tooMany: (max: number) => `Höchstens ${number.format(max)} passen hierher.`,
  object: 'Das hat nicht die Form, die wir erwarten.',
  colour: 'Bitte gib eine Farbe an, etwa #0f766e.',
  optionsNeeded: 'Bitte gib mindestens 2 Möglichkeiten zur Auswahl an.',
  optionsUnasked: 'Nur eine Frage mit Auswahl hat Möglichkeiten.',
  optionTwice: 'Diese Möglichkeit steht hier zweimal.',
  questionTwice: 'Diese Frage steht hier zweimal.',
  eachNeeded: 'Bitte fülle alle aus.',
  pasted: (max: number) => `Bitte füge Adressen ein, höchstens ${characters(max)}.`,
  unknownField: 'Dieses Feld gibt es hier nicht.',
};

export const statuses: InOtherWords<typeof statusesEnglish> = {
  400: 'Fehlerhafte Anfrage',
  401: 'Bitte einloggen',
  403: 'Nicht erlaubt',
  404: 'Nicht gefunden',
  409: 'Widerspruch',
  410: 'Nicht mehr da',
  413: 'Zu groß',
  415: 'Art nicht unterstützt',
  422: 'Bitte noch einmal ansehen',
  429: 'Zu viele Anfragen',
  500: 'Etwas ist schiefgegangen',
  503: 'Nicht erreichbar',
};
