import type {
  eveningContacts as contactsEnglish,
  eveningTables as tablesEnglish,
} from '../en/evening-tables.ts';
import type { InOtherWords } from '../speech.ts';

const listed = new Intl.ListFormat('de-DE');

export const eveningTables: InOtherWords<typeof tablesEnglish> = {
  title: 'Dein Tisch',
  notDrawn: 'Hier erscheint dein Tisch',
  notDrawnText: (rounds: number) =>
    rounds === 1
      ? 'Die Tische werden ausgelost, wenn alle angekommen sind. Lass diese Seite offen; sie folgt von selbst.'
      : `Die Tische werden ausgelost, wenn alle angekommen sind: ${String(rounds)} Runden, jede mit anderen Menschen. Lass diese Seite offen; sie folgt von selbst.`,
  noSeat: 'Du hast noch keinen Tisch',
  noSeatText: 'Sag einem Host Hallo. Du bekommst gleich einen Platz, und er erscheint hier.',
  over: 'Die Runden sind vorbei',
  overText: 'Bleib und rede, solange du magst.',
  at: (table: number) => `Du sitzt an Tisch ${String(table)}`,
  willBeAt: (table: number) => `Du beginnst an Tisch ${String(table)}`,
  round: (round: number, rounds: number) =>
    rounds === 1 ? 'Eine Runde' : `Runde ${String(round)} von ${String(rounds)}`,
  topic: 'Zum Einstieg',
  company: (names: readonly string[], others: number) => {
    if (names.length === 0)
      return others === 0 ? 'Hier sitzt sonst noch niemand.' : `Mit ${someOthers(others)}`;
    return others === 0 ? `Mit ${listed.format(names)}` : `Mit ${names.join(', ')} und ${someOthers(others)}`;
  },
  starts: 'Es beginnt, wenn ein Host die Runde eröffnet.',
  left: 'bleiben in dieser Runde',
  timeIsUp: 'Die Zeit ist um',
  timeIsUpText: 'Sprich deinen Satz zu Ende. Gleich eröffnet ein Host die nächste Runde.',
  next: 'Danach',
  nextAt: (round: number, table: number) => `Runde ${String(round)}: Tisch ${String(table)}`,
  names: 'Namen stehen hier von allen, die ihren an diesem Abend zeigen.',
};

function someOthers(others: number): string {
  return others === 1 ? 'einer weiteren Person' : `${String(others)} weiteren`;
}

export const eveningContacts: InOtherWords<typeof contactsEnglish> = {
  title: 'Kontakte tauschen',
  lead: 'Wenn ihr beide Ja sagt, seht ihr gegenseitig Namen und E-Mail-Adresse. Sonst erfährt es niemand.',
  early: 'Sobald du hier bist',
  earlyText: 'Kontakte tauschen, wer gekommen ist. Melde dich am Einlass; dann öffnet sich das hier.',
  over: 'Der Tausch ist vorbei',
  overText: 'Kontakte werden vom Beginn des Abends bis eine Woche danach getauscht.',
  mine: {
    title: 'Mein Code',
    text: 'Lass ihn von der anderen Person scannen. Du wirst gefragt, bevor etwas gezeigt wird.',
    alt: 'Dein Code zum Tauschen der Kontakte',
    spoken: 'oder zum Eintippen:',
  },
  scan: {
    title: 'Den anderen Code scannen',
    open: 'Kamera öffnen',
    close: 'Kamera schließen',
    starting: 'Kamera wird geöffnet…',
    look: 'Halte den anderen Code ins Bild.',
    refused:
      'Die Kamera ist hier nicht erlaubt. Erlaube sie in den Einstellungen deines Browsers oder tippe den Code ein.',
    noCamera: 'Dieses Gerät hat keine Kamera. Tippe den Code ein.',
    busy: 'Eine andere App benutzt die Kamera. Schließ sie und versuch es noch einmal, oder tippe den Code ein.',
    failed: 'Die Kamera öffnet sich hier nicht. Tippe den Code ein.',
    again: 'Noch einmal versuchen',
    torch: 'Licht',
    other: 'Andere Kamera',
    notOurs: 'Das ist kein Code dieses Abends.',
    type: 'Oder tippe den anderen Code ein',
    hint: 'Acht Zeichen, etwa K7QM-2XHD.',
    send: 'Fragen',
    missing: 'Tippe die acht Zeichen des Codes ein.',
    asked: (name: string) => `${name} wird jetzt gefragt.`,
    agreed: (name: string) => `Du und ${name} habt Kontakte getauscht.`,
    askedHidden: 'Die Person wird jetzt gefragt. Ihr Name steht hier, sobald sie Ja sagt.',
    askedSomebody: 'Diese Person steht schon auf deiner Liste.',
  },
  asked: {
    title: 'Dein Code wurde gescannt',
    text: (name: string) => `${name} möchte Kontakte tauschen.`,
    yes: 'Kontakte tauschen',
    no: 'Nein, danke',
    noText: 'Ein Nein erfährt niemand.',
    named: (act: string, name: string) => `${act}: ${name}`,
  },
  tap: {
    title: 'Oder tippe auf einen Namen',
    text: 'Dass du getippt hast, erfährt niemand, außer wer auch auf deinen Namen tippt.',
    search: 'Namen suchen',
    none: 'Noch zeigt hier sonst niemand den eigenen Namen.',
    noneLeft: 'Alle hier, die ihren Namen zeigen, stehen oben.',
    noneFound: 'Kein solcher Name. Nicht alle zeigen ihren.',
    tap: (name: string) => `Kontakte tauschen mit ${name}`,
    more: (count: number) =>
      count === 1
        ? '1 weiterer Name; tippe ein paar Buchstaben.'
        : `${String(count)} weitere Namen; tippe ein paar Buchstaben.`,
  },
  list: {
    title: 'Meine Kontakte',
    hidden: 'Jemand, der den eigenen Namen nicht zeigt',
    waiting: 'Wartet auf das Ja der anderen Person',
    agreed: 'Ihr habt Kontakte getauscht',
    takeBack: 'Zurücknehmen',
    takeBackName: (name: string) => `Zurücknehmen: ${name}`,
    mail: (name: string) => `${name} schreiben`,
    copy: 'Adresse kopieren',
    copyName: (name: string) => `Adresse kopieren: ${name}`,
    copied: 'Kopiert.',
    save: 'Als Kontakt speichern',
    saveName: (name: string) => `Als Kontakt speichern: ${name}`,
    stays: 'Sie bleiben auf deiner Seite „Deine Vorstellungen“, nur für dich.',
    met: (event: string) => `Kennengelernt bei ${event}`,
  },
};
