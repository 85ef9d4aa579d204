import type { invitationsApp as appEnglish, invitedWords as invitedEnglish } from '../en/invitations.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const invitedWords: InOtherWords<typeof invitedEnglish> = {
  eyebrow: 'Du bist eingeladen',
  by: (organization: string) => `${organization} lädt dich ein.`,
  byFrom: (name: string, organization: string) => `${name} von ${organization} lädt dich ein.`,
  sentTo: (email: string) =>
    `Die Einladung ging an ${email}, und eine Anmeldung hier gilt für diese Adresse.`,
  more: 'Mehr über die Veranstaltung',
  yesTitle: 'Ich komme',
  yesLead: 'Solange Platz ist, stehst du sofort auf der Liste; zu bestätigen ist nichts.',
  yesLeadFull:
    'Im Moment ist jeder Platz vergeben, du kommst also auf die Warteliste; zu bestätigen ist nichts.',
  yes: 'Ja, ich komme',
  yesFull: 'Auf die Warteliste',
  fullTitle: 'Jeder Platz ist vergeben',
  full: 'Auch die Warteliste ist geschlossen. Komm auf diese Seite zurück: Sie nimmt deine Antwort an, sobald Platz ist.',
  noTitle: 'Diesmal nicht?',
  no: 'Nein danke',
  saidNoTitle: 'Du hast Nein danke gesagt',
  saidNo:
    'Der Host weiß Bescheid, und wir fragen nicht noch einmal. Wenn du es dir anders überlegst, antworte unten, solange die Veranstaltung offen ist.',
  aheadTitle: 'Bald kannst du antworten',
  ahead: (moment: string) => `Die Anmeldung öffnet am ${moment}. Komm dann auf diese Seite zurück.`,
  answeredTitle: 'Du bist zu dieser Veranstaltung angemeldet',
  answered: 'Deine Seite zeigt, wie es um die Anmeldung steht; dort kannst du sie ändern oder absagen.',
  toRsvp: 'Meine Anmeldung ansehen',
  refusedTitle: 'Der Host kann dir keinen Platz anbieten',
  refused: 'Schreib dem Host, wenn du das für einen Irrtum hältst.',
  over: {
    revoked: {
      title: 'Diese Einladung gilt nicht mehr',
      text: 'Der Host hat sie zurückgenommen. Auf der Seite der Veranstaltung steht, ob du auch ohne kommen kannst.',
    },
    'event-cancelled': {
      title: 'Diese Veranstaltung ist abgesagt',
      text: 'Du musst nichts tun.',
    },
    closed: {
      title: 'Die Anmeldung ist geschlossen',
      text: 'Die Zeit, auf diese Einladung zu antworten, ist vorbei.',
    },
  },
  others: (organization: string) => `Was bei ${organization} als Nächstes kommt`,
};

export const invitationsApp: InOtherWords<typeof appEnglish> = {
  title: 'Einladungen',
  lead: 'Wer eingeladen ist, muss nicht freigegeben werden und kann auch zu einer Veranstaltung nur auf Einladung kommen. Eine Einladung hält keinen Platz frei.',
  paste: 'Adressen, die du einladen willst',
  pasteHelp:
    'Eine je Zeile oder mit Kommas getrennt; auch eine Spalte aus einer Tabelle oder „Name <Adresse>“ geht. Höchstens 500 auf einmal.',
  count: (addresses: number) =>
    addresses === 0 ? 'Noch keine Adresse' : counted(addresses, 'Adresse', 'Adressen'),
  tooMany: (most: number) => `Höchstens ${number.format(most)} auf einmal.`,
  send: (addresses: number) =>
    addresses === 0 ? 'Einladen' : `${counted(addresses, 'Person', 'Personen')} einladen`,
  result: {
    title: 'Was aus den Adressen wurde',
    invited: (count: number) => `${counted(count, 'Einladung ist', 'Einladungen sind')} unterwegs.`,
    none: 'Es wurde niemand neu eingeladen.',
    others: (count: number) =>
      count === 1
        ? 'Bei einer Adresse blieb alles, wie es war:'
        : `Bei ${number.format(count)} Adressen blieb alles, wie es war:`,
    close: 'Weglegen',
  },
  outcomes: {
    invited: 'eingeladen',
    'already-going': 'kommt schon',
    'already-waiting': 'steht schon auf der Warteliste; eine Einladung würde am Platz darauf nichts ändern',
    'already-asked': 'wartet auf deine Antwort: gib die Anmeldung stattdessen in der Gästeliste frei',
    'already-invited': 'wurde schon eingeladen',
    'said-no': 'hat Nein danke gesagt und wird nicht noch einmal gefragt',
    declined: 'wurde hier abgelehnt: gib die Anmeldung stattdessen in der Gästeliste frei',
    barred: 'ist von eurer Organisation gesperrt',
    'too-often':
      'hat in den letzten drei Tagen schon Post bekommen, oder in dieser Stunde gingen zu viele Mails hinaus: versuch es später noch einmal',
    unusable: 'ist keine Adresse, an die wir schreiben können',
  },
  summary: (open: number, accepted: number, declined: number) =>
    `${counted(open, 'hat', 'haben')} noch nicht geantwortet, ${number.format(accepted)}-mal Ja, ${number.format(declined)}-mal Nein.`,
  remind: (count: number) => `${counted(count, 'Person', 'Personen')} erinnern`,
  remindHelp: 'Alle, die seit drei Tagen nicht geantwortet haben, jeweils höchstens zweimal.',
  nobodyToRemind:
    'Für niemanden ist eine Erinnerung fällig: Es braucht drei Tage ohne Antwort, und mehr als zwei gibt es nicht.',
  reminded: (count: number) => `${counted(count, 'Erinnerung ist', 'Erinnerungen sind')} unterwegs.`,
  remindedLater: (count: number, later: number) =>
    `${counted(count, 'Erinnerung ist', 'Erinnerungen sind')} unterwegs; ${number.format(later)} weitere ${later === 1 ? 'kann' : 'können'} in einer Stunde hinaus.`,
  willRemind: (count: number) => `${counted(count, 'Person wird', 'Personen werden')} gleich erinnert.`,
  columns: {
    caption: 'Wer eingeladen und noch nicht angemeldet ist',
    address: 'Adresse',
    state: 'Stand',
    actions: 'Aktionen',
  },
  states: { invited: 'Eingeladen', reminded: 'Erinnert', declined: 'Hat Nein gesagt' },
  since: {
    invited: (day: string) => `am ${day}`,
    reminded: (day: string) => `zuletzt am ${day}`,
    declined: (day: string) => `eingeladen am ${day}`,
  },
  revoke: 'Zurücknehmen',
  revokeName: (email: string) => `Einladung an ${email} zurücknehmen`,
  leaving: 'Wird zurückgenommen',
  willRevoke: (email: string) => `Die Einladung an ${email} wird gleich zurückgenommen.`,
  more: 'Mehr zeigen',
  empty: {
    draft: {
      title: 'Noch ist niemand eingeladen',
      text: 'Veröffentliche die Veranstaltung zuerst: Eine Einladung führt auf ihre Seite.',
    },
    published: {
      title: 'Keine Antwort steht mehr aus',
      text: 'Füge oben Adressen ein, und an jede geht eine Mail mit einem Link zum Antworten.',
    },
    cancelled: {
      title: 'Diese Veranstaltung ist abgesagt',
      text: 'Niemand kann mehr dazu eingeladen werden.',
    },
  },
};
