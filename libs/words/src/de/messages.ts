import type { messageMailKinds as kindsEnglish, messageWords as english } from '../en/messages.ts';
import type { InOtherWords } from '../speech.ts';

export const messageWords: InOtherWords<typeof english> = {
  unknownPlaceholder: (placeholder: string) =>
    `Für ${placeholder} gibt es nichts einzusetzen. Du kannst {name}, {event}, {date}, {time}, {place}, {link} und {organization} verwenden.`,
  linkInSubject:
    '{link} führt auf die eigene Seite eines Gastes, und einen Betreff sehen mehr Leute als der Gast selbst. Setze es in den Text.',
  misplacedLink:
    '{link} steht als eigenes Wort, mit Leerzeichen oder neuer Zeile auf beiden Seiten, oder als Ziel von Wörtern: [deine Seite]({link}). Es ist nie ein Teil einer anderen Adresse oder eines anderen Links.',
  misplacedPlaceholder: (placeholder: string) =>
    `${placeholder} wird hier nicht ausgefüllt: Es steht in einer Adresse, oder zwischen seinen Klammern steht eine Formatierung.`,
  nobodyChosen: 'Wähle mindestens eine Gruppe von Leuten.',
  // As in "Hallo {name},".
  unnamed: 'du',
  noPlace: 'einem Ort, den wir noch nennen',
  testSubject: (subject: string) => `Test: ${subject}`,
  testLead:
    'Das ist ein Test nur für dich. Die Links darin sind die des Abends, nicht die eines bestimmten Gastes.',
  seeEvent: 'Den Abend ansehen',

  usual: {
    reminder: {
      name: 'Am Tag davor',
      subject: '{event}: {date}',
      text: 'Hallo {name},\n\n**{event}** ist am {date} um {time}. Wir freuen uns auf dich.\n\nDu kannst doch nicht? Dann sage bitte auf [deiner Seite]({link}) ab, damit jemand anderes den Platz bekommt.',
    },
    thanks: {
      name: 'Danke',
      subject: 'Danke, dass du bei {event} warst',
      text: 'Hallo {name},\n\ndanke, dass du bei {event} warst. Es war schön, dich dabeizuhaben.',
    },
  },

  changed: {
    subject: (title: string) => `Geändert: ${title}`,
    leads: {
      time: 'Die Zeit dieses Abends hat sich geändert.',
      place: 'Der Ort dieses Abends hat sich geändert.',
      both: 'Zeit und Ort dieses Abends haben sich geändert.',
    },
    before: 'Vorher',
    calendar: 'Der Eintrag in deinem Kalender folgt von selbst, wo dein Programm das zulässt.',
  },
};

export const messageMailKinds: InOtherWords<typeof kindsEnglish> = {
  'event-changed': 'Nachricht von einer Änderung',
  'event-reminder': 'Eine Erinnerung an eine Veranstaltung',
  'event-thanks': 'Ein Dank',
  'event-announcement': 'Eine Mitteilung',
  'event-message-test': 'Ein Test einer Nachricht',
};
