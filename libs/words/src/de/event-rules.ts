import type { eventQuestions as questionsEnglish, eventRules as rulesEnglish } from '../en/event-rules.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const eventRules: InOtherWords<typeof rulesEnglish> = {
  title: 'Wer kommen kann und wann',
  registration: {
    label: 'Wer sich anmelden kann',
    open: 'Alle',
    audience: 'Unser Publikum',
    audienceHelp: 'Alle auf eurer Publikumsliste und alle, die ihr einladet.',
    invitation: 'Nur wen wir einladen',
  },
  approval: 'Ein Host gibt jede Anmeldung frei',
  approvalHelp: 'Außer bei Eingeladenen. Wer auf Antwort wartet, belegt keinen Platz.',
  opens: 'Anmeldung öffnet',
  opensHelp: 'Leer: sobald die Veranstaltung veröffentlicht ist.',
  closes: 'Anmeldung schließt',
  closesHelp: 'Leer: wenn die Veranstaltung endet.',
  plusOnes: 'Begleitung, die jede Person mitbringen kann',
  plusOnesHelp: 'Jede mit Namen; sie kommen zusammen oder warten zusammen.',
  answersUntil: 'Antworten und Begleitung lassen sich ändern bis',
  answersUntilHelp: 'Leer: bis die Veranstaltung beginnt.',
  full: {
    label: 'Wenn alle Plätze belegt sind',
    automatic: 'Warteliste, die Nächsten rücken nach',
    automaticHelp: 'Ein frei gewordener Platz gehört ihnen sofort.',
    offer: 'Warteliste, den Nächsten wird der Platz angeboten',
    offerHelp: 'Er bleibt für sie frei, bis sie antworten oder die Zeit um ist.',
    closed: 'Keine Warteliste',
    closedHelp:
      'Anmeldungen werden abgewiesen. Angebote ohne Antwort werden zurückgenommen; alle behalten ihre Stelle in der Reihe.',
  },
  offerHours: 'Stunden für die Antwort auf ein Angebot',
  offerHoursHelp: 'Nie über den Beginn hinaus.',
  summary: {
    registration: {
      open: 'Offen für alle',
      audience: 'Für euer Publikum',
      invitation: 'Auf Einladung',
    },
    approval: 'ein Host gibt jede Anmeldung frei',
    noApproval: 'ohne Freigabe',
    opens: (at: string) => `öffnet: ${at}`,
    closes: (at: string) => `schließt: ${at}`,
    plusOnes: (most: number) =>
      most === 1 ? 'mit einer Begleitperson' : `mit bis zu ${number.format(most)} Begleitpersonen`,
    automatic: 'Warteliste rückt von selbst nach',
    offer: (hours: number) => `freie Plätze werden ${counted(hours, 'Stunde', 'Stunden')} lang angeboten`,
    closed: 'keine Warteliste',
  },
};

export const eventQuestions: InOtherWords<typeof questionsEnglish> = {
  title: 'Was ihr fragt',
  summary: (all: number, required: number) => {
    if (all === 0) return 'Keine Fragen';
    return `${counted(all, 'Frage', 'Fragen')}${required === 0 ? '' : ` · ${number.format(required)} mit Pflichtantwort`}`;
  },
  help: 'Beantwortet wird bei der Anmeldung. Nur Hosts lesen die Antworten.',
  add: 'Frage hinzufügen',
  most: (count: number) => `Mehr als ${number.format(count)} Fragen passen nicht.`,
  list: 'Fragen in ihrer Reihenfolge',
  label: 'Frage',
  agreementLabel: 'Der Satz, dem man zustimmt',
  noLabel: 'Eine neue Frage',
  kind: 'Art der Antwort',
  kinds: {
    short: 'Eine Zeile Text',
    long: 'Ein längerer Text',
    choice: 'Eine von mehreren Möglichkeiten',
    several: 'Beliebig viele von mehreren Möglichkeiten',
    agreement: 'Zustimmung zu einem Satz',
  },
  required: 'Alle müssen antworten',
  requiredShort: 'Pflicht',
  options: 'Möglichkeiten, eine pro Zeile',
  optionsHelp: (least: number, most: number) => `${number.format(least)} bis ${number.format(most)}.`,
  up: (label: string) => `Nach oben: ${label}`,
  down: (label: string) => `Nach unten: ${label}`,
  remove: (label: string) => `Entfernen: ${label}`,
  moved: (label: string, at: number, of: number) =>
    `Jetzt ${number.format(at)} von ${number.format(of)}: ${label}`,
  removed: (label: string) => `Entfernt: ${label}`,
  keys: 'Alt mit ↑ oder ↓ verschiebt die Frage, in der du bist.',
};
