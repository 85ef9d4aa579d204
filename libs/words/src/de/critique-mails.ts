import type { critiqueMail as mailEnglish, critiqueMailKinds as kindsEnglish } from '../en/critique-mails.ts';
import type { InOtherWords } from '../speech.ts';

export const critiqueMail: InOtherWords<typeof mailEnglish> = {
  work: (title: string, author: string) => `„${title}“ von ${author}`,
  workUnnamed: (title: string) => `„${title}“`,
  hears: 'Du hörst',
  place: {
    subject: { accepted: 'Deine Arbeit hat ihren Platz', waiting: 'Deine Arbeit steht auf der Warteliste' },
    accepted: (title: string, event: string) => `„${title}“ wird bei ${event} gehört.`,
    table: 'Tisch',
    place: 'Stelle',
    when: 'Wann',
    about: (moment: string) => `etwa ${moment}`,
    prepare: 'Bitte sei von Anfang an da: Wer drei Minuten fehlt, verliert den Platz.',
    waiting: (title: string, event: string, place: number) =>
      `„${title}“ steht auf Platz ${String(place)} der Warteliste von ${event}. Wenn jemand nicht kommt, wird die erste Arbeit darauf gehört. Wer am längsten wartet, ist beim nächsten Mal zuerst dran.`,
    action: { accepted: 'Deinen Abend ansehen', waiting: 'Deine Arbeit ansehen' },
  },
  assigned: {
    subject: (count: number) =>
      count === 1 ? 'Eine Arbeit für deine Ohren' : `${String(count)} Arbeiten für deine Ohren`,
    lead: (event: string) => `Die Arbeiten von ${event} sind verteilt.`,
    leadThere: (event: string) => `Bei ${event} gibst du Kritik und hörst:`,
    due: (moment: string) =>
      `Bitte schreib zu jeder bis ${moment}. Ab 150 Wörtern zählt eine Kritik. Danach bekommen alle zu lesen, was zu ihrer Arbeit geschrieben wurde.`,
    there: (moment: string) =>
      `Es beginnt am ${moment}. Du kannst vorab hineinhören; deine Seite sagt dir Schritt für Schritt, was zu tun ist.`,
    action: 'Hören und schreiben',
    actionThere: 'Deinen Abend ansehen',
  },
  reminder: {
    subject: 'Noch ein Tag zum Schreiben',
    lead: (event: string) => `Für ${event} bist du noch nicht fertig mit:`,
    due: (moment: string) =>
      `Ab 150 Wörtern zählt eine Kritik. Am ${moment} bekommen alle zu lesen, was zu ihrer Arbeit da ist.`,
    action: 'Weiterschreiben',
  },
  feedback: {
    subject: { letter: 'Dein Brief ist da', heard: 'Danke fürs Zuhören' },
    letter: (title: string, event: string, critiques: number) =>
      critiques === 1
        ? `Eine Person hat dir zu „${title}“ bei ${event} geschrieben.`
        : `${String(critiques)} Personen haben dir zu „${title}“ bei ${event} geschrieben.`,
    noLetter: (title: string, event: string) =>
      `Zu „${title}“ hat bei ${event} diesmal niemand genug geschrieben. Das tut uns leid.`,
    notHeard: (title: string, event: string) =>
      `Bei ${event} war keine Zeit für „${title}“. Die Arbeit behält ihren Rang und kommt beim nächsten Mal früh dran.`,
    missed: (title: string, event: string) =>
      `Du warst nicht da, als „${title}“ bei ${event} an der Reihe war, deshalb wurde die Arbeit nicht gehört. Sie behält keinen Rang; du kannst sie wieder mitbringen.`,
    thanks: (count: number) =>
      count === 1
        ? 'Danke für deine Kritik. Jetzt wird sie von der Person gelesen, deren Arbeit du gehört hast.'
        : `Danke für deine ${String(count)} Kritiken. Jetzt werden sie von denen gelesen, deren Arbeiten du gehört hast.`,
    listened: (event: string) => `${event} ist vorbei. Danke, dass du dabei warst.`,
    picks: (day: string) =>
      `Mit wem würdest du gern weiterreden? Wähle bis ${day} höchstens zwei Menschen. Niemand sieht, wen du wählst; wenn ihr euch gegenseitig wählt und beide Vorstellungen möchtet, stellen wir euch einander vor.`,
    action: {
      letter: 'Deinen Brief lesen',
      picks: 'Wählen, mit wem du weiterreden willst',
      page: 'Deine Seite öffnen',
    },
  },
};

export const critiqueMailKinds: InOtherWords<typeof kindsEnglish> = {
  'critique-place': 'Ein Platz in einer Kritikrunde',
  'critique-assigned': 'Arbeiten, zu denen zu schreiben ist',
  'critique-reminder': 'Eine Erinnerung an Arbeiten, zu denen zu schreiben ist',
  'critique-feedback': 'Das Ende einer Kritikrunde',
};
