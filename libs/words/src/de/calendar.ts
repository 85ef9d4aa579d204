import type { calendarWords as english } from '../en/calendar.ts';
import type { InOtherWords } from '../speech.ts';

export const calendarWords: InOtherWords<typeof english> = {
  mail: {
    attached:
      'Der Kalendereintrag in dieser Mail zieht nach, wenn sich etwas ändert. Nimmt dein Kalender ihn nicht an, findest du auf deiner Seite andere Wege.',
    link: 'In einen anderen Kalender eintragen',
    onPanel: {
      subject: (title: string) => `Dein Kalender: ${title}`,
      lead: 'Du sitzt jetzt auf einem Panel dieses Abends. Der Eintrag für deinen Platz verschwindet aus deinem Kalender, und der für dein Panel tritt an seine Stelle.',
      action: 'Meine Anmeldung ansehen',
    },
  },
  rsvp: {
    title: 'In deinem Kalender',
    lead: 'Trag diesen Abend in den Kalender ein, den du benutzt. Google und Microsoft erfahren Titel, Zeit und Ort, sobald du klickst.',
    copies: 'Das sind Kopien mit dem Stand von heute. Ändern sich Zeit oder Ort, schreiben wir dir.',
    google: 'Google Kalender',
    outlook: 'Outlook.com',
    microsoft365: 'Microsoft 365',
    file: 'Andere Kalender, als Datei',
    all: 'Alle deine Abende, von deinem Kalender aktuell gehalten',
  },
  organization: 'Diese Abende in deinem Kalender',
  mine: {
    title: 'Dein Kalender',
    feed: 'Acquaint: deine Abende',
    lead: 'Dein Kalender kann deine Abende, Panels und Kreistreffen von einer privaten Adresse abholen und bleibt von selbst aktuell. Vorstellungen stehen nie darin.',
    off: 'Im Moment gibt es keine solche Adresse.',
    start: 'Private Adresse anlegen',
    address: 'Deine private Adresse',
    open: 'In deinem Kalender öffnen',
    how: 'Oder kopiere sie in deinen Kalender, dort, wo „abonnieren“ oder „von einer Webadresse“ steht. Die meisten sehen ein paarmal am Tag nach.',
    secret: 'Wer diese Adresse hat, sieht, wohin du gehst. Gib sie niemandem.',
    renew: 'Neue Adresse anlegen',
    renewLead: 'Die bisherige Adresse gilt sofort nicht mehr, wo immer du sie eingetragen hast.',
    end: 'Abschalten',
    saved: {
      renewed: 'Das ist deine Adresse. Eine frühere gilt nicht mehr.',
      ended:
        'Abgeschaltet. Dein Kalender zeigt vielleicht weiter, was er schon geholt hat, bis du es dort entfernst.',
    },
    back: 'Deine Abende',
    link: 'Deine Abende in deinem Kalender',
  },
};
