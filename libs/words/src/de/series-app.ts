import type { RuleWords, seriesApp as english } from '../en/series-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

type Weekday = Parameters<(typeof english)['weekday']>[0];

const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: 'Montag',
  TU: 'Dienstag',
  WE: 'Mittwoch',
  TH: 'Donnerstag',
  FR: 'Freitag',
  SA: 'Samstag',
  SU: 'Sonntag',
};

const nth = ['ersten', 'zweiten', 'dritten', 'vierten'];
const and = new Intl.ListFormat('de-DE');
const longDay = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });
const weekdayOf = (day: string): Weekday =>
  (['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const)[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO';
const dayOfMonth = (day: string): number => Number(day.slice(8));

const inMonth = {
  'month-day': (day: string) => `am ${number.format(dayOfMonth(day))}.`,
  'month-weekday': (day: string) =>
    `am ${nth[Math.ceil(dayOfMonth(day) / 7) - 1] ?? ''} ${weekdayNames[weekdayOf(day)]}`,
  'month-last-weekday': (day: string) => `am letzten ${weekdayNames[weekdayOf(day)]}`,
};

function rule({ pattern, interval, weekdays, count, until }: RuleWords, first: string): string {
  const often =
    pattern === 'weeks'
      ? `${interval === 1 ? 'Jede Woche' : `Alle ${number.format(interval)} Wochen`} am ${and.format(weekdays.map((day) => weekdayNames[day]))}`
      : `${interval === 1 ? 'Jeden Monat' : `Alle ${number.format(interval)} Monate`} ${inMonth[pattern](first)}`;
  const end =
    count !== null
      ? `, insgesamt ${counted(count, 'Termin', 'Termine')}`
      : until !== null
        ? `, bis ${longDay.format(new Date(`${until}T00:00:00Z`))}`
        : '';
  return `${often}${end}`;
}

export const seriesApp: InOtherWords<typeof english> = {
  nav: 'Reihen',
  title: 'Reihen',
  none: 'Noch wiederholt sich keine Veranstaltung',
  noneText:
    'Öffne eine Veranstaltung und wähle „Veranstaltung wiederholen“. Jeder Termin wird eine eigene Veranstaltung.',
  rule,
  ended: 'Beendet',
  weekday: (day: Weekday) => weekdayNames[day],
  day: (day: string) => longDay.format(new Date(`${day}T00:00:00Z`)),
  panel: {
    title: 'Reihe',
    text: 'Denselben Abend jede Woche oder jeden Monat wieder.',
    open: 'Veranstaltung wiederholen',
    partOf: 'Das ist ein Termin einer Reihe.',
    see: 'Alle Termine ansehen',
    differs: (parts: string) => `Anders als in der Reihe: ${parts}.`,
    apply: 'Für alle folgenden Termine übernehmen',
    onlyThis:
      'Das ändert einen Termin einer Reihe. Danach kannst du es für alle folgenden Termine übernehmen.',
  },
  parts: {
    title: 'Titel',
    description: 'Beschreibung',
    place: 'Ort',
    time: 'Zeit',
    capacity: 'Plätze',
    rules: 'Regeln zur Anmeldung',
    questions: 'Fragen',
  },
  repeat: {
    title: 'Veranstaltung wiederholen',
    pattern: 'Kommt wieder',
    patterns: {
      weeks: () => 'Nach Wochen',
      'month-day': (day: string) => `Nach Monaten, ${inMonth['month-day'](day)}`,
      'month-weekday': (day: string) => `Nach Monaten, ${inMonth['month-weekday'](day)}`,
      'month-last-weekday': (day: string) => `Nach Monaten, ${inMonth['month-last-weekday'](day)}`,
    },
    interval: {
      weeks: 'Wochen von einem zum nächsten',
      months: 'Monate von einem zum nächsten',
    },
    weekdays: 'Am',
    end: 'Endet',
    ends: { never: 'Noch nicht', count: 'Nach einer Zahl von Terminen', until: 'An einem Tag' },
    count: 'Termine insgesamt, dieser mitgezählt',
    until: 'Letzter Tag',
    announces: 'Jeden Termin veröffentlichen, sobald er angelegt ist',
    announcesHelp: 'Sonst ist jeder Termin ein Entwurf, den du selbst veröffentlichst.',
    dates: 'Die nächsten Termine',
    datesHelp:
      'Termine werden acht Wochen im Voraus zu Veranstaltungen. Nimm den Haken weg, wo du einen auslassen möchtest.',
    noDates: 'Nach diesem kommt kein Termin mehr.',
    notes: {
      'skipped-hour': (minute: string) =>
        `In dieser Nacht wird die Uhr vorgestellt, deshalb beginnt es um ${minute}.`,
      'repeated-hour':
        'In dieser Nacht wird die Uhr zurückgestellt. Es beginnt, wenn sie diese Stunde zum ersten Mal zeigt.',
      'new-year': 'Neujahr',
      christmas: 'Weihnachten',
      'new-years-eve': 'Silvester',
    },
    other: (title: string) => `An diesem Tag hast du schon „${title}“.`,
    submit: 'Wiederholen',
    keep: 'Jetzt nicht',
  },
  apply: {
    title: 'Für alle folgenden Termine übernehmen',
    text: 'Was angekreuzt ist, wird auf allen folgenden Terminen gleich, auch auf später angelegten. Gäste werden nicht von selbst benachrichtigt.',
    parts: 'Was übernommen wird',
    changes: (count: number) => `${counted(count, 'Termin ändert', 'Termine ändern')} sich`,
    none: 'Noch ist kein folgender Termin angelegt. Es gilt für alle, die noch kommen.',
    keeps: (parts: string) => `Behält Eigenes: ${parts}`,
    guests: (count: number) => counted(count, 'Gast', 'Gäste'),
    submit: 'Übernehmen',
    keep: 'Lassen, wie sie sind',
    done: (count: number) => `${counted(count, 'Termin wurde', 'Termine wurden')} geändert.`,
    kept: 'Diese behalten, was von Hand an ihnen geändert wurde:',
  },
  page: {
    back: 'Alle Reihen',
    dates: 'Termine',
    past: 'Vergangene Termine',
    later: 'Später',
    laterText: 'Sie werden acht Wochen im Voraus zu Veranstaltungen.',
    leaveOut: 'Auslassen',
    putBack: 'Wieder aufnehmen',
    leftOut: 'Ausgelassen',
    leaveOutNamed: (day: string) => `${day} auslassen`,
    putBackNamed: (day: string) => `${day} wieder aufnehmen`,
    differs: (parts: string) => `Eigenes: ${parts}`,
    guests: (count: number) => counted(count, 'Gast', 'Gäste'),
    announces: 'Jeder Termin wird veröffentlicht, sobald er angelegt ist.',
    drafts: 'Jeder Termin wird als Entwurf angelegt.',
    publicPage: 'Seite für Gäste',
    end: 'Reihe beenden',
  },
  end: {
    title: 'Reihe beenden',
    from: 'Von diesem Tag an kein Termin mehr',
    text: 'Termine, auf die niemand geantwortet hat, werden abgesagt. Termine mit Gästen bleiben; sage sie einzeln ab, damit jeder seinen Grund bekommt.',
    submit: 'Reihe beenden',
    keep: 'Behalten',
    done: (count: number) =>
      `Die Reihe ist zu Ende; ${counted(count, 'Termin wurde', 'Termine wurden')} abgesagt.`,
    kept: 'Diese haben Gäste und bleiben:',
  },
  list: {
    next: (day: string) => `Nächster Termin: ${day}`,
    noNext: 'Kein Termin mehr',
    dates: (count: number) => counted(count, 'Termin', 'Termine'),
  },
};
