import type { messagesApp as english } from '../en/messages-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const guests = (count: number): string => counted(count, 'Gast', 'Gäste');

const length = (minutes: number): string => {
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'Tag', 'Tage');
  if (minutes % 60 === 0) return counted(minutes / 60, 'Stunde', 'Stunden');
  return counted(minutes, 'Minute', 'Minuten');
};

export const messagesApp: InOtherWords<typeof english> = {
  tab: 'Nachrichten',
  title: 'Nachrichten',
  guests,
  write: 'Gästen schreiben',
  writeToThose: 'Denen schreiben, die da waren',
  none: 'Nichts ist geplant',
  noneText:
    'Schreib allen, die kommen, erinnere sie vor dem Beginn oder danke denen, die da waren. Du siehst vor dem Senden, wen es erreicht und wie es sich liest.',
  groups: {
    leaving: 'Wird als Nächstes gesendet',
    drafts: 'Entwürfe',
    sent: 'Gesendet',
    stopped: 'Gestoppt',
  },
  kinds: {
    announcement: 'Mitteilung',
    reminder: 'Erinnerung',
    thanks: 'Dank',
    change: 'Änderung von Zeit oder Ort',
  },
  states: {
    draft: 'Entwurf',
    scheduled: 'Geplant',
    sending: 'Wird gesendet',
    sent: 'Gesendet',
    cancelled: 'Gestoppt',
  },
  waits: 'Wird gleich gesendet',
  noSubject: 'Ohne Betreff',
  today: 'heute',
  tomorrow: 'morgen',
  yesterday: 'gestern',
  at: (day: string, minute: string, zone: string) => `${day}, ${minute} (${zone})`,
  moment: (moment: string) => `${moment.charAt(0).toUpperCase()}${moment.slice(1)}`,
  rule: (anchor: 'start' | 'end', minutes: number) => {
    if (minutes === 0) return anchor === 'start' ? 'Zu Beginn' : 'Am Ende';
    const what = anchor === 'start' ? 'dem Beginn' : 'dem Ende';
    return `${length(Math.abs(minutes))} ${minutes < 0 ? 'vor' : 'nach'} ${what}`;
  },
  reached: (sent: number, recipients: number) =>
    sent === recipients
      ? `Gesendet an ${guests(sent)}`
      : `Gesendet an ${number.format(sent)} von ${recipients === 1 ? '1 Gast' : `${number.format(recipients)} Gästen`}`,
  failed: (count: number) => (count === 1 ? 'Eine kam nicht an' : `${number.format(count)} kamen nicht an`),
  stop: 'Nicht senden',
  stopName: (subject: string) => `Nicht senden: „${subject}“`,
  stopped: 'Sie wird nicht gesendet.',
  calledOff: {
    'by-hand': 'Von Hand gestoppt',
    'too-late': 'Der Zeitpunkt war vorbei',
    'event-cancelled': 'Die Veranstaltung wurde abgesagt',
    'too-many-messages': 'Zu viele Nachrichten an einem Tag',
    nobody: 'Noch hatte niemand zugesagt',
  },
  remove: 'Löschen',
  removeName: (subject: string) => `„${subject}“ löschen`,
  willRemove: (subject: string) => `„${subject}“ wird gelöscht.`,
  notDone: (why: string) => `Das wurde nicht getan. ${why}`,
  noRight: 'Gästen schreiben Inhaber:innen und die Redaktion',
  noRightText: 'Als Host siehst du hier, was Gäste bekommen und wann.',
  keys: { write: 'Gästen schreiben', back: 'Zurück zu allen Nachrichten' },
  form: {
    new: 'Eine neue Nachricht',
    edit: 'Nachricht bearbeiten',
    back: 'Alle Nachrichten',
    kind: 'Was es ist',
    kindHelp: {
      announcement: 'Wird einmal gesendet, jetzt oder wann du möchtest.',
      reminder: 'Wird vor dem Beginn gesendet und wandert mit, wenn du die Veranstaltung verschiebst.',
      thanks: 'Wird nach dem Ende gesendet und wandert mit, wenn du die Veranstaltung verschiebst.',
    },
    subject: 'Betreff',
    text: 'Text',
    textHelp: 'Markdown: **fett**, Listen, Links. Die Werte unten werden für jeden Gast eingesetzt.',
    insert: 'Wert einfügen',
    placeholders: {
      name: 'Name des Gastes',
      event: 'Name der Veranstaltung',
      date: 'Tag',
      time: 'Uhrzeit',
      place: 'Ort',
      link: 'Link zur eigenen Anmeldung',
      organization: 'Deine Organisation',
    },
    ownPage: '[deine Seite]({link})',
    insertName: (what: string, token: string) => `${token} einfügen: ${what}`,
    startWith: {
      announcement: { subject: '', text: 'Hallo {name},\n\n' },
      reminder: {
        subject: 'Bis bald bei {event}',
        text: 'Hallo {name},\n\n**{event}** findet am {date} um {time} statt. Wir freuen uns auf dich.\n\nKannst du doch nicht? Dann sag bitte auf [deiner Seite]({link}) ab, damit jemand anderes den Platz bekommt.',
      },
      thanks: {
        subject: 'Danke, dass du bei {event} warst',
        text: 'Hallo {name},\n\ndanke, dass du bei **{event}** warst. Es war schön, dich dabeizuhaben.',
      },
    },
    when: 'Wann sie gesendet wird',
    now: 'Jetzt',
    nowHelp: 'Du hast 10 Sekunden, um es dir anders zu überlegen.',
    atTime: 'Zu einer bestimmten Zeit',
    byEvent: { start: 'Vor dem Beginn', end: 'Nach dem Ende' },
    moment: 'Tag und Uhrzeit',
    zone: (place: string, zone: string) => `Zeit in ${place} (${zone}), wo die Veranstaltung ist.`,
    howLong: { start: 'Wie lange davor', end: 'Wie lange danach' },
    late: 'Dieser Zeitpunkt ist vorbei. Wähle einen späteren oder sende jetzt.',
    night: 'Zwischen 21:00 und 08:00 am Ort der Veranstaltung wird nichts gesendet.',
    subjectNeeded: 'Gib der Nachricht einen Betreff.',
    textNeeded: 'Schreib ein paar Worte.',
    momentNeeded: 'Sag, an welchem Tag und um wie viel Uhr sie gesendet wird.',
    send: (count: number | undefined) =>
      count === undefined ? 'Jetzt senden' : `An ${guests(count)} senden`,
    schedule: (count: number | undefined) =>
      count === undefined ? 'Einplanen' : `Für ${guests(count)} einplanen`,
    keep: 'Als Entwurf behalten',
    saveChanges: 'Änderungen speichern',
    test: 'Test an mich senden',
    testSaves: 'Speichern und Test an mich senden',
    tested: (email: string) => `Ein Test ist unterwegs an ${email}.`,
    kept: 'Der Entwurf ist gespeichert.',
    saved: 'Die Nachricht ist gespeichert.',
    planned: (when: string) => `Sie wird gesendet: ${when}.`,
    willSend: (subject: string, count: number | undefined) =>
      count === undefined ? `„${subject}“ wird gesendet.` : `„${subject}“ geht an ${guests(count)}.`,
    conflict:
      'Jemand hat diese Nachricht geändert, während du geschrieben hast. Deine ist noch nicht gespeichert.',
    conflictTheirs: 'Die andere nehmen (ersetzt, was du getippt hast)',
    conflictMine: 'Mit meiner weitermachen (ersetzt beim Speichern die andere)',
    nobody: 'Niemand würde sie bekommen. Wähle andere.',
  },
  whom: {
    label: 'Wer sie bekommt',
    statuses: {
      confirmed: 'Kommt',
      offered: 'Platz angeboten',
      waitlisted: 'Auf der Warteliste',
      pending: 'Wartet auf deine Zusage',
      cancelled: 'Kommt nicht mehr',
      invited: 'Eingeladen, noch keine Antwort',
    },
    everybodyGoing: 'Alle, die kommen.',
    came: 'Wer da war',
    cameAll: 'Ob gekommen oder nicht',
    cameYes: 'Gekommen',
    cameNo: 'Nicht gekommen',
    some: 'Nur einige davon',
    everybody: 'Niemand ist ausgenommen.',
    part: 'Ist dabei bei',
    anyPart: 'Egal wo',
    parts: {
      panel: 'Einem Panel',
      mixer: 'Dem Mixer',
      critique: 'Einer Kritikrunde',
    },
    question: 'Frage',
    noQuestion: 'Gleich welche Antwort',
    answer: 'Antwort',
    yes: 'Ja',
    no: 'Nein',
    counting: 'Wird gezählt…',
    reaches: (count: number) => (count === 0 ? 'Niemand' : guests(count)),
    noAddress: (count: number) =>
      count === 1
        ? 'Eine weitere Person hat keine Adresse, an die wir schreiben können.'
        : `${number.format(count)} weitere haben keine Adresse, an die wir schreiben können.`,
    onlyListed: (count: number) =>
      count === 1
        ? 'Eine weitere Person steht nur auf einer importierten Liste und hat nie um Mails gebeten.'
        : `${number.format(count)} weitere stehen nur auf einer importierten Liste und haben nie um Mails gebeten.`,
    only: (parts: readonly string[]) => parts.join('; '),
    answered: (question: string, answer: string) => `„${answer}“ auf „${question}“`,
    someOf: (standings: string, parts: string) => `${standings}; davon nur: ${parts}`,
  },
  preview: {
    label: 'Wie ein Gast sie liest',
    empty: 'Schreib einen Betreff und ein paar Worte, dann erscheint sie hier.',
    frame: 'Die Mail',
    fault: 'Sie lässt sich erst zeigen, wenn das markierte Feld stimmt.',
  },
  sent: {
    again: 'Für eine neue Nachricht verwenden',
    whom: 'An',
    when: 'Wann',
    reached: 'Wie weit sie kam',
  },
  tell: {
    title: (count: number) =>
      count === 1 ? 'Ein Gast hat noch die alten Angaben' : `${guests(count)} haben noch die alten Angaben`,
    text: (changed: readonly ('time' | 'place')[]) => {
      const what = { time: 'die Zeit', place: 'den Ort', both: 'die Zeit und den Ort' };
      const one = changed.length === 2 ? 'both' : (changed[0] ?? 'both');
      return `Du hast ${what[one]} geändert. Niemand erfährt es, bevor du es sagst; dann bekommen alle eine Mail mit dem, was neu ist, und ihr Kalender folgt.`;
    },
    note: 'Warum, oder was sonst noch wichtig ist (freiwillig)',
    noteHelp: 'Gäste lesen das, wie du es schreibst.',
    addNote: 'Notiz hinzufügen',
    button: (count: number) =>
      count === 1 ? '1 Gast Bescheid geben' : `${number.format(count)} Gästen Bescheid geben`,
    later: 'Nicht jetzt',
    will: (count: number) =>
      count === 1
        ? '1 Gast wird über die Änderung benachrichtigt.'
        : `${number.format(count)} Gäste werden über die Änderung benachrichtigt.`,
    told: (count: number) =>
      count === 1 ? '1 Gast ist benachrichtigt.' : `${number.format(count)} Gäste sind benachrichtigt.`,
    waits: 'Wird mitgeteilt',
  },
};
