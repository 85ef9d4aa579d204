import type { messageMailKinds as kindsEnglish, messageWords as english } from '../en/messages.ts';
import type { InOtherWords } from '../speech.ts';

export const messageWords: InOtherWords<typeof english> = {
  unknownPlaceholder: (placeholder: string) =>
    `Für ${placeholder} gibt es nichts einzusetzen. Du kannst {name}, {event}, {date}, {time}, {place}, {link} und {organization} verwenden.`,
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
