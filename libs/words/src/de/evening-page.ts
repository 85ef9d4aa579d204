import type { eveningInvitation as invitationEnglish, eveningPage as english } from '../en/evening-page.ts';
import type { InOtherWords } from '../speech.ts';

export const eveningInvitation: InOtherWords<typeof invitationEnglish> = {
  title: 'Am Abend selbst',
  questions: 'Stell dem Panel Fragen und stimme für die Fragen anderer.',
  tables: 'Sieh nach, welcher Tisch deiner ist.',
  swaps: 'Tausche Kontakte mit Leuten, mit denen du sprichst.',
  open: 'Auf diesem Handy öffnen',
};

export const eveningPage: InOtherWords<typeof english> = {
  title: (event: string) => `${event}: der Abend`,
  loading: 'Einen Moment…',
  again: 'Noch einmal versuchen',
  you: (name: string) => `Du bist ${name}.`,
  eventPage: 'Über den Abend',
  parts: 'Teile dieser Seite',
  sections: {
    moderate: 'Moderieren',
    questions: 'Fragen',
    table: 'Tisch',
    contacts: 'Kontakte',
  },
  none: 'Hier ist noch nichts',
  noneText: 'Fragen, dein Tisch und die Kontakte, die du tauschst, erscheinen hier im Lauf des Abends.',
  failed: 'Das ist nicht durchgekommen',
  unusable: 'Dieser Link gilt nicht mehr',
  unusableText:
    'Vielleicht ist er abgeschnitten oder durch einen neueren ersetzt. Öffne die neueste Mail zu diesem Abend und folge dem Link darin.',
  seat: 'Erst dein Platz',
  seatText:
    'Diese Seite ist für alle, die einen Platz haben. Bestätige deine Anmeldung oder nimm den angebotenen Platz an, dann öffnet sie sich.',
  away: 'Gerade kein Netz. Du siehst den letzten Stand.',
  lost: 'Die Verbindung ist abgerissen. Wir versuchen es von selbst wieder; was du siehst, ist vielleicht nicht mehr ganz neu.',
  undo: 'Rückgängig',
};
