import type { doorDesk as english } from '../en/door-desk.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const doorDesk: InOtherWords<typeof english> = {
  tab: 'Einlass',
  count: (came: number, going: number) =>
    `${counted(came, 'Person ist', 'Personen sind')} da, ${number.format(going)} haben sich angemeldet.`,
  links: {
    title: 'Handys am Einlass',
    text: 'Mit einem Link und einem Code wird jedes Handy zum Einlass: Es liest Tickets, findet Gäste nach Namen und läuft, einmal geöffnet, auch ohne Netz. Der Link endet sechs Stunden nach dem Abend.',
    label: 'Welcher Eingang',
    labelHelp: 'Alle am Einlass lesen es neben einem Namen: „Haupteingang“.',
    make: 'Link anlegen',
    none: 'Noch hat kein Handy einen Link.',
    unseen: 'Noch nicht geöffnet',
    seen: (moment: string) => `Zuletzt gesehen: ${moment}`,
    until: (moment: string) => `Gilt bis ${moment}`,
    revoke: 'Zurücknehmen',
    revokeName: (label: string) => `Link von ${label} zurücknehmen`,
    willRevoke: (label: string) =>
      `Der Link von ${label} wird gleich zurückgenommen. Seine Handys vergessen die Liste.`,
  },
  made: {
    title: (label: string) => `Der Link von ${label}`,
    scan: 'Scanne das mit dem Handy oder schick den Link der Person, die dort steht.',
    qr: 'Der Link als Code zum Scannen',
    code: 'Code:',
    once: 'Schreib den Code auf, und sag ihn lieber, als ihn zu schicken: Er wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.',
    kiosk: (url: string) => `Für ein Tablet, an dem sich Gäste selbst einlassen: ${url}`,
    done: 'Ich habe den Code',
  },
  prints: {
    title: 'Zum Ausdrucken',
    text: 'Ein Namensschild für alle, die kommen, so groß geschrieben, dass man es über den Tisch lesen kann.',
    withTables:
      'Ein Namensschild für alle, die kommen, so groß geschrieben, dass man es über den Tisch lesen kann, und eine Karte für jeden Tisch und jede Runde.',
    badges: 'Namensschilder (PDF)',
    tables: 'Tischkarten (PDF)',
  },
};
