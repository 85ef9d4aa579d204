import type { introductions as english } from '../en/introductions.ts';
import type { InOtherWords } from '../speech.ts';

export const introductions: InOtherWords<typeof english> = {
  theirLink: '(der eigene Link)',
  theirContact: '(der gewählte Kontakt)',
  ask: {
    title: 'Eine Vorstellung für dich',
    question: 'Sollen wir euch einander vorstellen?',
    about: (event: string, organization: string) =>
      `Es geht um die Person in unserer Mail, der du vielleicht bei „${event}“ (${organization}) begegnet bist.`,
    reasonLabel: 'Warum ihr zwei',
    how: 'Wenn ihr beide Ja sagt, stellen wir euch per Mail vor. Wir schreiben nur dann wieder, wenn es für beide passt; oft passt es nicht, zum Beispiel aus Zeitgründen.',
    contact: 'Wie man dich erreichen kann',
    contactHint:
      'Leer heißt: unter der Adresse, an die unsere Mail ging. Zu sehen ist das nur, wenn ihr beide Ja sagt.',
    contactTooLong: 'Bitte höchstens 254 Zeichen in einer Zeile.',
    choose: 'Bitte drück einen der beiden Knöpfe.',
    yes: 'Ja, stellt uns vor',
    no: 'Diesmal nicht',
    until: (moment: string) => `Du kannst bis ${moment} antworten.`,
    saidYesTitle: 'Danke, das ist ein Ja',
    saidYes:
      'Wir schreiben nur dann wieder, wenn es für beide passt; oft passt es nicht, zum Beispiel aus Zeitgründen.',
    reach: (contact: string) => `Du wärst erreichbar unter ${contact}.`,
    reachByMail: 'Du wärst erreichbar unter der Adresse, an die unsere Mail ging.',
    changeMind: (moment: string) =>
      `Du kannst es dir bis ${moment} anders überlegen, oder bis wir euch vorgestellt haben.`,
    takeBack: 'Doch nicht diesmal',
    saidNoTitle: 'Danke, diesmal nicht',
    saidNo: 'Niemand erfährt davon. Mehr ist nicht zu tun.',
  },
};
