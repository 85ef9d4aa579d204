import type { layout as english } from '../en/layout.ts';
import type { InOtherWords } from '../speech.ts';

export const layout: InOtherWords<typeof english> = {
  skip: 'Zum Inhalt springen',
  demo: (now: string) => `Eine Demo, nichts hier ist echt. In Los Angeles ist es ${now}.`,
  demoWithoutTime: 'Eine Demo, nichts hier ist echt.',
  demoLabel: 'Demo',
  demoMail: 'Postfach lesen',
  madeWith: 'Acquaint, für Abende, die weitergehen.',
  needsAnotherLook: (count: number) =>
    count === 1
      ? 'Eine Angabe braucht noch einen Blick'
      : `${count.toLocaleString('de-DE')} Angaben brauchen noch einen Blick`,
  language: {
    title: 'Sprache',
    lead: 'Von jetzt an kommen die Seiten in diesem Browser in dieser Sprache. Wenn du eingeloggt bist, auch die Mails.',
    now: (name: string) => `Sprache: ${name}`,
  },
  optional: 'freiwillig',
  again: 'Noch einmal',
  problemTitles: {
    'link-unusable': 'Dieser Link gilt nicht mehr',
    'sign-in-link-used': 'Dieser Link ist verbraucht',
    'sign-in-link-elsewhere': 'Das ist ein anderer Browser',
    'form-expired': 'Bitte noch einmal',
    'cross-site': 'Nicht von hier',
    'too-many-requests': 'Bitte etwas langsamer',
    'ask-over': 'Diese Anfrage ist geschlossen',
  },
  problemTitle: (status: number) =>
    status === 404 || status === 410
      ? 'Hier ist nichts'
      : status >= 500
        ? 'Es liegt an uns, nicht an dir'
        : 'Das hat nicht geklappt',
};
