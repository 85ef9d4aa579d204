import type { demoEvening as english } from '../en/demo-evening.ts';
import type { InOtherWords } from '../speech.ts';

// The parts of people on a panel and how far guests are in their career are codes and stay as they are.
export const demoEvening: InOtherWords<typeof english> = {
  title: 'Zuerst die Ohren: zwei Panels und kleine Tische',
  description:
    'Was du hörst, bevor du weißt, was du hörst. Zwei kurze Panels, deine Fragen auf der Leinwand, und dann Fünfertische, an denen niemand etwas verkaufen will.\n\nFrag schon jetzt, über den Link in deiner Mail.',
  place: 'Atwater Village, am Fluss',
  privatePlace: '3191 Casitas Avenue, Halle 2',
  panels: {
    rooms: {
      topic: 'Was ein Raum tut, bevor jemand spielt',
      people: {
        hanna: {
          name: 'Hanna Lindqvist',
          part: 'moderator',
          bio: 'Macht Radio über Orte und schneidet das von anderen.',
        },
        omar: {
          name: 'Omar Reyes',
          part: 'panelist',
          bio: 'Misst Konzertsäle aus und mischt in Küchen.',
        },
        jun: {
          name: 'Jun Takahashi',
          part: 'panelist',
          bio: 'Mischt Filmmusik. Seit 1998 mit demselben Paar Lautsprecher.',
        },
      },
    },
    first: {
      topic: 'Die erste Minute: wie Lieder, Filme und Spiele anfangen',
      people: {
        ada: {
          name: 'Ada Nwosu',
          part: 'moderator',
          bio: 'Sucht die Musik für Serien aus und sagt von Berufs wegen Nein.',
        },
        felix: { name: 'Felix Aubert', part: 'panelist', bio: 'Leitet den Ton von Spielen.' },
      },
    },
  },
  invited: { key: 'mina', name: 'Mina Park' },
  guests: [
    ['Bea Collins', ['Foley'], ['Mischung'], ['Foley', 'Außenaufnahmen'], 'working'],
    ['Carlos Vega', ['Mischung'], ['Aufträge'], ['Mischung', 'Verträge'], 'established'],
    ['Dilan Kaya', ['Spieleton'], ['Middleware'], ['Klangsynthese'], 'starting out'],
    ['Edith Marsh', ['Dialogschnitt'], ['Foley'], ['Dialogschnitt'], 'established'],
    ['Farid Aziz', ['Komposition'], ['Mitspielende'], ['Filmmusik'], 'working'],
    ['Gwen Ito', ['Geige'], ['Sessions'], ['Mitspielende'], 'working'],
    ['Hugo Sand', ['Sounddesign'], ['Foley'], ['Klangsynthese'], 'starting out'],
    ['Ines Prado', ['Produktion'], ['Mischung'], ['Budgets'], 'established'],
    ['Jonas Wirth', ['Mastering'], ['Aufträge'], ['Mastering'], 'working'],
    ['Kofi Mensah', ['Songwriting'], ['Gesang'], ['Songtexte'], 'starting out'],
    ['Lucia Romano', ['Gesang'], ['Lieder'], ['Gesang'], 'working'],
    ['Malik Jones', ['Podcasts'], ['Außenaufnahmen'], ['Schnitt'], 'starting out'],
    ['Nadia Blum', ['Filmschnitt'], ['Filmmusik'], ['Schnitt', 'Aufträge'], 'established'],
    ['Otto Reiss', ['Akustik'], ['Räume'], ['Räume'], 'established'],
    ['Pia Sorensen', ['Außenaufnahmen'], ['Aufträge'], ['Außenaufnahmen'], 'working'],
    ['Quentin Roy', ['Middleware'], ['Spieleton'], ['Middleware'], 'working'],
    ['Rina Shah', ['Musikauswahl'], ['Lieder'], ['Aufträge', 'Verträge'], 'established'],
    ['Silas Boone', ['Gitarre'], ['Sessions'], ['Lieder'], 'starting out'],
    ['Tess Holland', ['Originalton'], ['Räume'], ['Dialogschnitt'], 'working'],
    ['Umi Tanaka', ['Klangsynthese'], ['Filmmusik'], ['Sounddesign', 'Klangsynthese'], 'working'],
    ['Vera Lund', ['Klangarchive'], ['Außenaufnahmen'], ['Klangarchive'], 'established'],
    ['Wes Carter', ['Livemischung'], ['Mischung'], ['Räume'], 'working'],
    ['Xenia Foss', ['Animation'], ['Foley', 'Sounddesign'], ['Budgets'], 'working'],
    ['Yusuf Demir', ['Trailer'], ['Filmmusik'], ['Aufträge'], 'established'],
  ],
  questions: [
    [12, 9, true, 'Welchen Raum hast du mit dem wenigsten Geld gerettet, und wie?'],
    [3, 7, true, 'Worauf hörst du in einer Rohmischung zuerst?'],
    [7, 5, false, 'Wie sagt man der Regie, dass der Raum das Problem ist?'],
    [18, 2, true, 'Kopfhörer: ja, nein oder nur nachts?'],
  ],
  needs: 'Einen Stuhl mit Armlehnen, bitte, und keine Stufen zur Bühne.',
  doorNote: 'Nach dem Zugang fragen: kommt mit Assistenzhund.',
};
