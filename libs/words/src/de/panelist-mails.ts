import type { panelistMail as english, panelistMailKinds as kindsEnglish } from '../en/panelist-mails.ts';
import type { InOtherWords } from '../speech.ts';

export const panelistMail: InOtherWords<typeof english> = {
  onStage: 'Auf der Bühne',
  callAt: 'Bitte sei da um',
  room: 'Raum',
  span: (from: string, to: string) => `${from} bis ${to}`,
  invitation: {
    subject: 'Kommst du auf unser Panel?',
    panelist: (organization: string, topic: string) =>
      `${organization} hätte dich gern auf einem Panel. Sein Thema: „${topic}“.`,
    moderator: (organization: string, topic: string) =>
      `${organization} bittet dich, ein Panel zu moderieren. Sein Thema: „${topic}“.`,
    how: 'Du brauchst kein Konto. Die Seite hat zwei Knöpfe, und ein Nein ist in Ordnung.',
    action: 'Antworten',
  },
  confirmed: {
    subject: 'Du bist auf dem Panel',
    panelist: (topic: string) => `Danke für dein Ja zu „${topic}“.`,
    moderator: (topic: string) => `Danke, dass du „${topic}“ moderierst.`,
    next: 'Auf deiner Seite sagst du, wie du vorgestellt wirst und was du brauchst, um dabei zu sein. Dort kannst du auch sagen, wenn du doch nicht kommen kannst.',
    calendar: 'Der Kalendereintrag in dieser Mail zieht nach, wenn sich etwas verschiebt.',
    action: 'Deine Seite öffnen',
  },
  changed: {
    subject: 'Dein Panel hat sich geändert',
    lead: (topic: string) => `Zeit oder Ort von „${topic}“ haben sich geändert. So steht es jetzt:`,
    still: 'Wenn dir das nicht passt, sag es auf deiner Seite.',
  },
  cancelled: {
    subject: {
      declined: 'Du bist nicht mehr auf dem Panel',
      removed: 'Du bist nicht mehr auf dem Panel',
      evening: 'Dein Panel ist abgesagt',
    },
    declined:
      'Du hast gesagt, dass du nicht da sein kannst, also ist dein Platz frei. Danke, dass du Bescheid gesagt hast.',
    removed: 'Der Abend wurde geändert, und du bist nicht mehr auf seinem Panel.',
    evening: 'Dieser Abend ist abgesagt. Du musst nichts tun.',
    calendar: 'Der Kalendereintrag in dieser Mail nimmt es aus deinem Kalender.',
  },
  reminder: {
    subject: 'Bald ist dein Panel',
    lead: (topic: string) => `Bald sprichst du über „${topic}“.`,
    moderator: (topic: string) => `Bald moderierst du „${topic}“.`,
    questions: 'Das Publikum kann schon vorher fragen, vielleicht warten also Fragen auf dich.',
    moderate:
      'Das Publikum kann schon vorher fragen. Du moderierst mit deinem Handy, hinter dem zweiten Knopf.',
    read: 'Fragen ansehen',
  },
};

export const panelistMailKinds: InOtherWords<typeof kindsEnglish> = {
  'panelist-invitation': 'Eine Einladung auf ein Panel',
  'panelist-confirmed': 'Ein Platz auf einem Panel',
  'panelist-changed': 'Ein Panel, das sich verschoben hat',
  'panelist-cancelled': 'Ein Platz auf einem Panel, der weggefallen ist',
  'panelist-reminder': 'Eine Erinnerung an ein Panel',
};
