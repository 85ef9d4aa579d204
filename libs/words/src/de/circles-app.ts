import type { circleActivity as activityEnglish, circlesApp as english } from '../en/circles-app.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('de-DE');
const listed = new Intl.ListFormat('de-DE', { type: 'conjunction' });

export const circlesApp: InOtherWords<typeof english> = {
  title: 'Kreise',
  lead: 'Ein Kreis sind 4 bis 8 Leute dieses Abends, die sich einmal im Monat selbst treffen. Alle werden einzeln gefragt, und er beginnt, wenn vier Ja sagen.',
  none: 'Noch kein Kreis',
  noneText: 'Wähle Leute, die einander guttun, sag, worum es geht, und schlage ein paar Abende vor.',
  tooFew: 'Nicht genug Leute für einen Kreis',
  tooFewText: 'Mindestens vier müssen da gewesen sein und Ja zu Vorstellungen gesagt haben.',
  start: 'Einen Kreis beginnen',
  wishes: 'Gewünscht',
  wish: (a: string, b: string) => `${a} und ${b} hätten beide gern eine kleine Gruppe.`,
  fromWish: 'Mit ihnen beginnen',
  fromWishFor: (a: string, b: string) => `Mit ihnen beginnen: ${a} und ${b}`,
  all: 'Kreise dieses Abends',
  standings: {
    planned: 'Geplant',
    asked: 'Wird gefragt',
    open: 'Offen',
    withdrawn: 'Zurückgenommen',
    'did not happen': 'Nicht zustande gekommen',
    ended: 'Beendet',
  },
  leaves: (when: string) => `Die Anfragen gehen ${when} hinaus.`,
  asked: 'Alle werden einzeln gefragt. Du erfährst, wenn er beginnt oder nicht zustande kommt.',
  members: (members: number) =>
    members === 1 ? '1 Person ist dabei.' : `${number.format(members)} sind dabei.`,
  meets: (when: string) => `Nächster Termin: ${when}.`,
  noDate: 'Die Beteiligten wählen gerade einen Termin.',
  didNotHappen: 'Aus Gründen wie Zeit. Niemand erfährt, warum, auch du nicht.',
  chosen: (names: readonly string[]) => listed.format(names),
  place: (place: string) => `Wo: ${place}`,
  takeBack: 'Zurücknehmen',
  takeBackFor: (name: string) => `${name} zurücknehmen`,
  willTakeBack: (name: string) => `${name} wird zurückgenommen. Niemand wird gefragt.`,
  end: 'Beenden',
  endFor: (name: string) => `Beenden: ${name}`,
  willEnd: (name: string) =>
    `${name} wird beendet. Die Beteiligten erfahren es und behalten ihre Kontakte voneinander.`,
  notDone: (why: string) => `Das wurde nicht getan. ${why}`,
  form: {
    title: 'Ein neuer Kreis',
    name: 'Worum es geht',
    nameHelp: 'Das lesen die Gefragten in ihrer Anfrage, zum Beispiel „Tonaufnahmen in der Stadt“.',
    nameNeeded: 'Bitte sag, worum es geht.',
    people: 'Wer gefragt wird',
    peopleHelp:
      'Wähle 4 bis 8, die Wichtigsten zuerst. Wer gefragt wird, liest nicht, wer noch gefragt wird.',
    find: 'Nach Name oder Fach suchen',
    nobody: 'Niemand mit diesem Namen möchte Vorstellungen.',
    more: (count: number) =>
      count === 1
        ? 'Und 1 weitere Person: Tippe einen Namen, um sie zu finden.'
        : `Und ${number.format(count)} weitere: Tippe einen Namen, um sie zu finden.`,
    count: (count: number) => `${number.format(count)} von 8 gewählt`,
    needed: (count: number) => (count === 1 ? 'Noch 1 fehlt' : `Noch ${number.format(count)} fehlen`),
    full: 'Mehr als acht geht nicht.',
    chosen: 'Gewählt, in dieser Reihenfolge',
    remove: (name: string) => `${name} weglassen`,
    where: 'Wo sie sich treffen könnten',
    whereHelp: 'Darf leer bleiben. Sie lesen es beim Termin.',
    dates: 'Abende zur Auswahl',
    datesHelp: (zone: string) =>
      `3 bis 5, in drei Wochen bis drei Monaten, Zeit von ${zone}. Die Beteiligten kreuzen an, was passt.`,
    date: (at: number) => `Abend ${number.format(at)}`,
    addDate: 'Abend hinzufügen',
    removeDate: (at: number) => `Abend ${number.format(at)} entfernen`,
    save: (people: number) => (people === 1 ? '1 Person fragen' : `${number.format(people)} Personen fragen`),
    choose: 'Wähle mindestens vier Personen',
    note: 'Die Anfragen gehen am nächsten Werktag um 10:00 Uhr hinaus. Bis dahin kannst du den Kreis zurücknehmen.',
    leave: 'Lassen',
    started: (name: string) => `${name} ist geplant.`,
  },
  keys: { start: 'Einen Kreis beginnen' },
};

export const circleActivity: InOtherWords<typeof activityEnglish> = {
  'circle.planned': 'hat einen Kreis geplant',
  'circle.withdrawn': 'hat einen Kreis zurückgenommen',
  'circle.asked': 'hat Leute nach einem Kreis gefragt',
  'circle.opened': 'hat einen Kreis eröffnet',
  'circle.ended': 'hat einen Kreis beendet',
};
