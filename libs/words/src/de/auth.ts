import type { auth as english } from '../en/auth.ts';
import type { InOtherWords } from '../speech.ts';

export const auth: InOtherWords<typeof english> = {
  title: 'Einloggen',
  lead: 'Gib deine Mailadresse an, und wir schicken dir einen Link und sechs Ziffern. Ein Passwort brauchst du nicht.',
  email: 'Deine Mailadresse',
  send: 'Mail schicken',
  sentTitle: 'Sieh in deine Mails',
  sentLead: (email: string) =>
    `Wenn Mails bei ${email} ankommen, ist in einer Minute eine Nachricht von uns da.`,
  sentHow:
    'Öffne ihren Link in diesem Browser oder tippe die sechs Ziffern hier ein. Beides gilt zehn Minuten.',
  code: 'Die sechs Ziffern',
  codeHint: 'In der neuesten Mail, unter dem Link.',
  useCode: 'Einloggen',
  otherAddress: 'Andere Adresse nehmen',
  linkTitle: 'Noch ein Schritt',
  linkLead: (email: string) => `Drück den Knopf, und du bist als ${email} eingeloggt.`,
  linkWhy: 'Der Link allein tut nichts, weil Mailprogramme Links vorab öffnen, um sie zu prüfen.',
  useLink: (email: string) => `Als ${email} einloggen`,
  elsewhereTitle: 'Das ist ein anderer Browser',
  elsewhereLead:
    'Geh zurück zu dem Browser, in dem du um diese Mail gebeten hast, und tippe dort ihre sechs Ziffern ein.',
  elsewhereHow: 'Oder logg dich von hier aus ein: Wir schicken dir noch eine Mail.',
  startHere: 'In diesem Browser einloggen',
  usedTitle: 'Dieser Link ist verbraucht',
  askAgain: 'Neuen Link anfordern',
  signedInTitle: 'Du bist eingeloggt',
  signedInAs: (email: string) => `Als ${email}.`,
  goOn: 'Weiter',
  signOut: 'Ausloggen',
  demoTitle: 'Nur mal schauen?',
  demoLead:
    'In dieser Demo kannst du dich ganz ohne Mail als Veranstalter:in der Los Angeles Sound Guild einloggen.',
  demoSignIn: 'Als Veranstalter:in einloggen',
  firstOwnerTitle: 'Willkommen in deinem Acquaint',
  firstOwnerLead:
    'Wer diesen Link aus dem Protokoll des ersten Starts öffnet, richtet die erste Organisation ein.',
  useFirstOwner: 'Einloggen und einrichten',
  firstOwnerPrinted: (link: string) =>
    `Diese Installation gehört noch niemandem. Öffne diesen Link innerhalb von 24 Stunden, einmal, um sie als Erste:r zu übernehmen:\n\n  ${link}\n`,
};
