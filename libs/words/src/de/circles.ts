import type { circleMails as mailsEnglish, circlePage as english } from '../en/circles.ts';
import type { InOtherWords } from '../speech.ts';

export const circleMails: InOtherWords<typeof mailsEnglish> = {
  ask: {
    subject: 'Eine kleine Gruppe für dich?',
    lead: (title: string) => `Du warst bei ${title} und hast Ja zu Vorstellungen gesagt.`,
    about: (name: string) =>
      `Der Host denkt bei einer kleinen Gruppe an dich: ${name}. Es sind 4 bis 8 Leute dieses Abends, die sich einmal im Monat treffen, ohne Host.`,
    question: 'Möchtest du dabei sein?',
    yes: 'Ja, ich bin dabei',
    no: 'Diesmal nicht',
    close: (day: string) =>
      `Wir schreiben nur wieder, wenn genug Leute Ja sagen; oft ist das nicht so. Niemand erfährt, wer gefragt wurde. Du kannst bis ${day} antworten.`,
  },
  opened: {
    subject: 'Dein Kreis kann beginnen',
    lead: (name: string, people: number) => `${name} beginnt: ${String(people)} Leute haben Ja gesagt.`,
    reach: (name: string, crafts: string) => (crafts === '' ? name : `${name} (${crafts})`),
    question: (day: string) =>
      `Welche der vorgeschlagenen Termine passen dir? Bitte kreuze sie bis ${day} an.`,
    action: 'Passende Termine ankreuzen',
  },
  meeting: {
    subject: { first: 'Dein Kreis hat einen Termin', next: 'Der nächste Termin deines Kreises' },
    lead: (name: string, moment: string) => `${name} trifft sich: ${moment}.`,
    where: 'Wo',
    rhythm: 'Er kommt jeden Monat zur selben Uhrzeit wieder, wenn ihr nichts anderes vereinbart.',
    action: 'Kreis und Kalendereintrag ansehen',
  },
  useful: {
    subject: 'Bringt dir dein Kreis noch etwas?',
    lead: (name: string) => `${name} hat sich dreimal getroffen.`,
    question: 'Bringt er dir noch etwas?',
    yes: 'Ja, weiter',
    no: 'Nein, mir nicht',
    close: (day: string) => `Er geht weiter, wenn bis ${day} mindestens drei von euch Ja sagen.`,
  },
  ended: {
    subject: 'Dein Kreis ist zu Ende',
    lead: (name: string) =>
      `${name} ist zu Ende, und wir planen keine Termine mehr dafür. Ihr habt eure Kontakte voneinander, also hindert euch nichts daran, euch zu treffen.`,
  },
};

export const circlePage: InOtherWords<typeof english> = {
  title: 'Eine kleine Gruppe',
  question: 'Möchtest du dabei sein?',
  about: (event: string, organization: string) =>
    `Der Host von „${event}“ (${organization}) denkt bei einer kleinen Gruppe von 4 bis 8 Leuten dieses Abends an dich. Sie trifft sich einmal im Monat, ohne Host.`,
  how: 'Wenn vier der Gefragten Ja sagen, beginnt sie, und ihr erfahrt, wer die anderen sind. Bis dahin erfährt niemand, wer gefragt wurde. Wir schreiben nur wieder, wenn sie beginnt; oft ist das nicht so.',
  contact: 'Wie die anderen dich erreichen',
  contactHint: 'Leer heißt: die Adresse, an die unsere Mail ging. Sie sehen sie nur, wenn der Kreis beginnt.',
  contactTooLong: 'Bitte höchstens 254 Zeichen auf einer Zeile.',
  choose: 'Bitte drücke einen der beiden Knöpfe.',
  yes: 'Ja, ich bin dabei',
  no: 'Diesmal nicht',
  until: (moment: string) => `Du kannst bis ${moment} antworten.`,
  saidYesTitle: 'Danke, das ist ein Ja',
  saidYes: 'Wir schreiben nur wieder, wenn der Kreis beginnt; oft ist das nicht so.',
  reach: (contact: string) => `Die anderen würden dich so erreichen: ${contact}.`,
  reachByMail: 'Die anderen würden dich unter der Adresse erreichen, an die unsere Mail ging.',
  takeBack: 'Diesmal doch nicht',
  saidNoTitle: 'Danke, das ist ein Nein',
  saidNo: 'Niemand erfährt es, und wir fragen dich zu diesem Kreis nicht noch einmal.',
  overTitle: 'Hier ist nichts zu tun',
  over: 'Diese Frage ist geschlossen, oder der Kreis ist für dich vorbei.',
  mates: 'Wer dabei ist',
  poll: {
    title: 'Welche Termine passen dir?',
    lead: (moment: string) =>
      `Kreuze alle an, die passen. Genommen wird, was den meisten von euch passt: ${moment}, oder früher, sobald alle geantwortet haben.`,
    none: 'Wenn keiner passt, kreuze keinen an; dann entscheiden die anderen.',
    save: 'Termine senden',
    saved: 'Deine Termine sind gespeichert. Bis dahin kannst du sie ändern.',
  },
  meeting: {
    title: 'Der nächste Termin',
    waiting: 'Der Termin wird gerade gefunden. Wir schreiben, sobald er steht.',
    calendar: 'In den Kalender eintragen',
    where: 'Wo',
  },
  useful: {
    title: 'Bringt er dir noch etwas?',
    lead: (moment: string) => `Der Kreis geht weiter, wenn bis ${moment} mindestens drei von euch Ja sagen.`,
    yes: 'Ja, weiter',
    no: 'Nein, mir nicht',
    saidYes: 'Du hast Ja gesagt. Bis dahin kannst du es ändern.',
    saidNo: 'Du hast Nein gesagt. Bis dahin kannst du es ändern.',
  },
  leave: {
    title: 'Den Kreis verlassen',
    lead: 'Die anderen lesen die Liste ohne dich, und keinen Grund.',
    action: 'Kreis verlassen',
  },
  mine: 'Deine Kreise',
  seeMine: 'Deine Kreise ansehen',
  lines: {
    question: (moment: string) => `Möchtest du dabei sein? Du kannst bis ${moment} antworten.`,
    yes: 'Du hast Ja gesagt. Wir schreiben, wenn er beginnt.',
    dates: 'Bitte kreuze die Termine an, die dir passen.',
    useful: 'Bitte sag, ob er dir noch etwas bringt.',
    waiting: 'Der Termin wird gerade gefunden.',
    meets: (moment: string) => `Der nächste Termin: ${moment}.`,
  },
};
