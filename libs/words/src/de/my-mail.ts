import type { myMail as english } from '../en/my-mail.ts';
import type { InOtherWords } from '../speech.ts';

export const myMail: InOtherWords<typeof english> = {
  link: 'Welche Mails du bekommst',
  title: 'Welche Mails du bekommst',
  lead: 'Alle Organisationen, die dir schreiben dürfen, und worüber. Was du hier abbestellst, endet sofort, auch was gerade hinausgehen sollte, und niemand erfährt davon.',
  everything: {
    title: 'Alles von allen',
    on: 'Nichts ist für alle Organisationen auf einmal abbestellt.',
    off: 'Du hast alles von allen Organisationen abbestellt. Nur was immer gesendet wird, kommt noch.',
    stop: 'Alles von allen abbestellen',
    resume: 'Wieder kommen lassen, wie unten eingestellt',
  },
  none: 'Noch hat keine Organisation etwas, worüber sie dir schreiben könnte.',
  all: (organization: string) => `Alles von ${organization}`,
  topics: {
    introductions: 'Vorstellungen',
    'follow-ups': 'Wie es mit Vorstellungen weitergeht',
    events: 'Veranstaltungen: Einladungen, Arbeiten und Änderungen',
    reminders: 'Erinnerungen an Veranstaltungen, zu denen du kommst',
    announcements: 'Mitteilungen und Dank der Hosts',
    mornings: 'Fragen am Morgen danach',
    circles: 'Kreise',
    digests: 'Neues von Vorschlägen, für Hosts',
  },
  on: 'Kommt',
  off: 'Abbestellt',
  offWith: (wider: string) => `Abbestellt mit „${wider}“`,
  stop: 'Abbestellen',
  resume: 'Kommen lassen',
  stopOne: (topic: string, organization: string) => `Abbestellen: ${topic}, von ${organization}`,
  resumeOne: (topic: string, organization: string) => `Wieder kommen lassen: ${topic}, von ${organization}`,
  always: {
    title: 'Wird immer gesendet',
    lead: 'Antworten auf das, was du selbst tust, lassen sich hier nicht abbestellen:',
    list: [
      'der Link und der Code, wenn du dich einloggst',
      'was aus deiner Anmeldung, deiner Stelle auf der Warteliste oder einem angebotenen Platz wurde',
      'dass eine Veranstaltung abgesagt ist, bei der du einen Platz hast',
      'was deinen Teil an einem Panel betrifft, sobald du Ja gesagt hast',
      'dass dich jemand in das Team einer Organisation aufgenommen hat',
    ],
  },
};
