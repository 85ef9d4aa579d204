import type { doorApp as english } from '../en/door-app.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('de-DE');
const counted = (value: number, one: string, many: string): string =>
  `${number.format(value)} ${value === 1 ? one : many}`;
const since = (minute: string, by: string | null): string =>
  by === null ? `Seit ${minute}` : `Seit ${minute}, ${by}`;

export const doorApp: InOtherWords<typeof english> = {
  title: (event: string) => `Einlass: ${event}`,
  name: 'Einlass',
  opening: {
    title: 'Einlass öffnen',
    text: 'Tippe den Code ein, den du mit diesem Link bekommen hast. Er wird jedes Mal verlangt, wenn diese Seite neu geladen wird, auch ohne Netz.',
    code: 'Code',
    codeHint: 'Acht Buchstaben und Ziffern, wie K7QM-2XHD',
    open: 'Öffnen',
    working: 'Wird geöffnet …',
    faults: {
      'code-wrong': 'Das ist nicht der Code dieses Links. Sieh noch einmal nach.',
      'too-many':
        'Mit diesem Link wurden zu viele falsche Codes versucht. Warte eine Stunde oder bitte um einen neuen Link.',
      'no-network':
        'Es gibt kein Netz. Beim ersten Mal braucht ein Handy es, um die Liste zu holen; danach geht es ohne.',
      failed: 'Die Liste ließ sich nicht holen. Versuch es gleich noch einmal.',
      empty: 'Tippe die acht Buchstaben und Ziffern des Codes ein.',
      'not-secure':
        'Diese Seite braucht https: Ohne das versiegelt ein Browser weder die Liste noch öffnet er die Kamera.',
    },
  },
  ended: {
    dead: {
      title: 'Dieser Link gilt nicht mehr',
      text: 'Er wurde zurückgenommen oder ist abgeschnitten. Auf diesem Handy ist nichts mehr von der Liste. Bitte um einen neuen Link.',
    },
    over: {
      title: 'Der Abend ist vorbei',
      text: 'Die Liste ist von diesem Handy verschwunden.',
    },
    locked: {
      title: 'Der Einlass hat sich selbst geschlossen',
      text: 'Er war zwölf Stunden offen, und die Liste ist von diesem Handy verschwunden. Was noch zu senden ist, bleibt versiegelt da. Lade die Seite neu, um den Einlass wieder zu öffnen.',
    },
    again: 'Seite neu laden',
  },
  bar: {
    label: 'Wie es steht',
    count: (came: number, going: number) => `${number.format(came)} von ${number.format(going)} da`,
    waiting: (count: number) => `${number.format(count)} noch zu senden`,
    offline: 'Kein Netz',
    looks: (count: number) => `${number.format(count)} anzusehen`,
  },
  tabs: { label: 'Bereiche des Einlasses', scan: 'Scannen', list: 'Liste', walkIn: 'Spontan' },
  scan: {
    title: 'Scannen',
    hint: 'Halte den Code eines Tickets vor die Kamera.',
    starting: 'Die Kamera öffnet sich …',
    picture: 'Was die Kamera sieht',
    light: 'Licht an',
    lightOff: 'Licht aus',
    other: 'Andere Kamera',
    again: 'Noch einmal versuchen',
    faults: {
      refused:
        'Die Kamera darf nicht benutzt werden. Erlaube sie für diese Seite in den Einstellungen des Browsers und versuch es noch einmal. Die Liste geht ohne sie.',
      'no-camera': 'Dieses Handy hat keine Kamera. Nimm die Liste.',
      busy: 'Etwas anderes benutzt die Kamera. Schließ es und versuch es noch einmal.',
      'not-secure': 'Ein Browser öffnet die Kamera nur für Seiten, die über https kommen.',
      failed: 'Die Kamera hat sich nicht geöffnet. Versuch es noch einmal oder nimm die Liste.',
    },
  },
  verdict: {
    label: 'Der letzte Scan',
    words: {
      in: 'Komm herein',
      'let-in': 'Eingelassen',
      'walked-in': 'Spontan da',
      already: 'Schon da',
      unknown: 'Eingelassen, wird geprüft',
      'not-confirmed': 'Nicht bestätigt',
      cancelled: 'Abgesagt',
      'wrong-event': 'Anderer Abend',
      forged: 'Kein echtes Ticket',
      'no-ticket': 'Kein Ticket',
      undone: 'Zurückgenommen',
    },
    declined: 'Abgelehnt',
    texts: {
      unknown: 'Das Ticket ist echt, aber dieses Handy hat den Namen noch nicht.',
      'wrong-event': 'Dieses Ticket ist echt, aber nicht für diesen Abend.',
      forged: 'Dieser Code ist nicht von uns.',
      'no-ticket': 'Das ist irgendein anderer Code.',
      cancelled: 'Kommt nicht, soweit die Liste es weiß.',
      declined: 'Die Anmeldung wurde abgelehnt.',
      undone: 'Gilt nicht mehr als eingelassen.',
      'walked-in': 'Auf die Liste gesetzt und eingelassen.',
    },
    waits: {
      waitlisted: (place: number | null) =>
        place === null ? 'Auf der Warteliste' : `Platz ${number.format(place)} auf der Warteliste`,
      pending: 'Wartet auf Zusage',
      offered: 'Hat einen angebotenen Platz noch nicht angenommen',
      held: 'Hat den Link in der Mail noch nicht geöffnet',
    },
    since,
    admit: (party: number) => (party === 1 ? '1 Person' : `${number.format(party)} einlassen`),
    with: (names: string) => `Mit ${names}`,
    next: 'Weiter',
    undo: 'Rückgängig',
    undoEarlier: 'Einlass zurücknehmen',
    takeBack: 'Zurücknehmen',
    letIn: 'Trotzdem einlassen',
    seat: 'Von der Warteliste einlassen',
  },
  list: {
    title: 'Liste',
    search: 'Anfang eines Namens oder ein Code',
    found: (count: number) => (count === 0 ? 'Niemand gefunden' : counted(count, 'Person', 'Personen')),
    nobody: 'Niemand gefunden',
    nobodyText:
      'Versuch es mit weniger Buchstaben. Wer nicht auf der Liste steht, kann spontan hereinkommen.',
    more: (count: number) =>
      `${counted(count, 'weitere Person', 'weitere Personen')}. Tippe mehr Buchstaben ein, um sie zu sehen.`,
    next: 'Als Nächstes auf der Warteliste',
    letInName: (name: string) => `${name} einlassen`,
    letIn: 'Einlassen',
    checkIn: 'Einlassen',
    checkInName: (name: string) => `${name} einlassen`,
    undo: 'Rückgängig',
    undoName: (name: string) => `Einlass von ${name} rückgängig machen`,
    in: (minute: string, by: string | null) => `Da. ${since(minute, by)}`,
    going: 'Kommt',
    cancelled: 'Abgesagt',
    declined: 'Abgelehnt',
    panelist: 'Panelgast',
    waiting: 'Noch nicht gesendet',
  },
  walkIn: {
    title: 'Spontangast',
    text: 'Jemand, der nicht auf der Liste steht. Eine Mail mit der eigenen Seite folgt.',
    name: 'Name',
    email: 'E-Mail',
    nameNeeded: 'Gib einen Namen ein.',
    emailNeeded: 'Gib eine Mailadresse ein.',
    save: 'Einlassen',
  },
  look: {
    title: 'Anzusehen',
    text: 'Als das Netz wieder da war, zeigte sich: Hier ist es anders, als das Handy gesagt hatte.',
    nobody: 'Jemand ohne Namen auf dieser Liste',
    at: (minute: string) => `Gescannt um ${minute}`,
    said: (word: string) => `Das Handy sagte: ${word}.`,
    is: {
      ok: 'Ist jetzt da.',
      already: (minute: string | null, by: string | null) =>
        minute === null ? 'War schon da.' : `War schon da. ${since(minute, by)}.`,
      'not-confirmed': 'Der Platz ist nicht bestätigt.',
      'wrong-event': 'Das Ticket ist für einen anderen Abend.',
      cancelled: 'Hatte abgesagt.',
      forged: 'Das Ticket ist nicht echt.',
      undone: 'Der Einlass wurde rückgängig gemacht.',
    },
    done: 'Erledigt',
    doneName: (name: string) => `${name}: erledigt`,
    back: 'Zurück',
    none: 'Nichts anzusehen.',
  },
  kiosk: {
    name: 'Einlass',
    title: 'Lass dich selbst ein',
    hint: 'Halte den Code aus deiner Mail vor die Kamera.',
    code: 'Oder tippe deinen kurzen Code ein',
    codeHint: 'Er steht in deiner Mail unter dem Code, wie K7QM-2XHD',
    go: 'Ich bin da',
    welcome: (name: string) => `Willkommen, ${name}`,
    welcomeAny: 'Willkommen',
    already: 'Du bist schon da',
    ask: 'Bitte wende dich an den Einlass',
    next: 'Fertig',
  },
};
