import type { monthsMail as english, monthsMailKinds as kindsEnglish } from '../en/months-mail.ts';
import type { InOtherWords } from '../speech.ts';

export const monthsMail: InOtherWords<typeof english> = {
  nudge: {
    subject: (name: string) => `Eine erste Zeile an ${name}`,
    lead: (name: string, title: string) =>
      `Nach „${title}“ haben wir dich und ${name} einander vorgestellt, und du schreibst zuerst. Eine Zeile genügt; du kannst diese kopieren:`,
    line: {
      mail: (name: string) =>
        `Hallo ${name}, schön, dass wir einander vorgestellt wurden. Woran arbeitest du gerade?`,
      call: (name: string) =>
        `Hallo ${name}, schön, dass wir einander vorgestellt wurden. Hast du nächste Woche 15 Minuten, um zu telefonieren?`,
      hello: (name: string) =>
        `Hallo ${name}, schön, dass wir einander vorgestellt wurden. Sagen wir uns bei der nächsten Veranstaltung Hallo?`,
      coffee: (name: string) =>
        `Hallo ${name}, schön, dass wir einander vorgestellt wurden. Trinken wir nächste Woche einen Kaffee?`,
    },
    contact: (name: string) => `So erreichst du ${name}`,
    close: 'Wenn du schon geschrieben hast, ist nichts zu tun. Wir erinnern dich nicht noch einmal.',
  },
  followUp: {
    subject: {
      one: (name: string) => `Wie läuft es mit ${name}?`,
      more: 'Wie laufen deine Vorstellungen?',
    },
    lead: { one: 'Wie weit seid ihr beide gekommen?', more: 'Wie weit bist du mit jeder Person gekommen?' },
    met: (title: string) => `Vorgestellt nach „${title}“.`,
    marks: {
      talked: 'Wir haben gesprochen',
      met: 'Wir haben uns getroffen',
      together: 'Wir arbeiten zusammen',
    },
    later: 'Später fragen',
    stop: 'Nicht mehr fragen',
    close:
      'Was du antwortest, sieht niemand sonst, außer ihr sagt beide, dass ihr zusammenarbeitet. Nicht zu antworten ist auch in Ordnung.',
  },
  glad: {
    subject: 'Ihr seid beide froh, euch getroffen zu haben',
    lead: (name: string, title: string) => `${name} und du habt es beide gesagt, nach „${title}“.`,
    close: 'Es ist nichts zu tun; wir dachten, du wüsstest es gern.',
  },
  together: {
    subject: 'Ihr beide arbeitet zusammen',
    lead: (name: string) => `${name} und du sagt beide, dass ihr zusammenarbeitet. Herzlichen Glückwunsch.`,
    close: (title: string) => `Angefangen hat es bei „${title}“.`,
  },
};

export const monthsMailKinds: InOtherWords<typeof kindsEnglish> = {
  'introduction-nudge': 'Ein kleiner Anstoß, zuerst zu schreiben',
  'introduction-follow-up': 'Die Nachfrage, wie es läuft',
  'introduction-glad': 'Beide sind froh über das Treffen',
  'introduction-together': 'Beide arbeiten zusammen',
};
