import type { RuleWords, seriesApp as english } from '../en/series-app.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

type Weekday = RuleWords['weekdays'][number];

const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: 'lunes',
  TU: 'martes',
  WE: 'miércoles',
  TH: 'jueves',
  FR: 'viernes',
  SA: 'sábado',
  SU: 'domingo',
};
const weekdaysInPlural: Readonly<Record<Weekday, string>> = {
  ...weekdayNames,
  SA: 'sábados',
  SU: 'domingos',
};

const capitalized = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const nth = ['primer', 'segundo', 'tercer', 'cuarto'];
const and = new Intl.ListFormat('es-ES');
const longDay = new Intl.DateTimeFormat('es-ES', { dateStyle: 'long', timeZone: 'UTC' });
const weekdayOf = (day: string): Weekday =>
  (['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const)[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO';
const dayOfMonth = (day: string): number => Number(day.slice(8));

const every = (interval: number, unit: string, units: string): string =>
  interval === 1 ? `cada ${unit}` : `cada ${number.format(interval)} ${units}`;

const inMonth = {
  'month-day': (day: string) => `el día ${number.format(dayOfMonth(day))}`,
  'month-weekday': (day: string) =>
    `el ${nth[Math.ceil(dayOfMonth(day) / 7) - 1] ?? ''} ${weekdayNames[weekdayOf(day)]}`,
  'month-last-weekday': (day: string) => `el último ${weekdayNames[weekdayOf(day)]}`,
};

function rule({ pattern, interval, weekdays, count, until }: RuleWords, first: string): string {
  const often =
    pattern === 'weeks'
      ? `${every(interval, 'semana', 'semanas')}, los ${and.format(weekdays.map((day) => weekdaysInPlural[day]))}`
      : `${every(interval, 'mes', 'meses')}, ${inMonth[pattern](first)}`;
  const end =
    count !== null
      ? `, ${counted(count, 'fecha', 'fechas')} en total`
      : until !== null
        ? `, hasta el ${longDay.format(new Date(`${until}T00:00:00Z`))}`
        : '';
  return `${capitalized(often)}${end}`;
}

export const seriesApp: InOtherWords<typeof english> = {
  nav: 'Series',
  title: 'Series',
  none: 'Todavía no se repite ningún evento',
  noneText: 'Abre un evento y elige «Repetir este evento». Cada fecha es un evento propio.',
  rule,
  ended: 'Terminada',
  weekday: (day: Weekday) => capitalized(weekdayNames[day]),
  day: (day: string) => longDay.format(new Date(`${day}T00:00:00Z`)),
  panel: {
    title: 'Serie',
    text: 'Haz la misma velada otra vez cada semana o cada mes.',
    open: 'Repetir este evento',
    partOf: 'Esta es una fecha de una serie.',
    see: 'Ver todas las fechas',
    differs: (parts: string) => `No es como en la serie: ${parts}.`,
    apply: 'Usar esto en todas las fechas siguientes',
    onlyThis: 'Esto cambia una fecha de una serie. Después puedes usarlo en todas las fechas siguientes.',
  },
  parts: {
    title: 'título',
    description: 'descripción',
    place: 'lugar',
    time: 'hora',
    capacity: 'plazas',
    rules: 'reglas de inscripción',
    questions: 'preguntas',
  },
  repeat: {
    title: 'Repetir este evento',
    pattern: 'Se repite',
    patterns: {
      weeks: () => 'Por semanas',
      'month-day': (day: string) => `Por meses, ${inMonth['month-day'](day)}`,
      'month-weekday': (day: string) => `Por meses, ${inMonth['month-weekday'](day)}`,
      'month-last-weekday': (day: string) => `Por meses, ${inMonth['month-last-weekday'](day)}`,
    },
    interval: { weeks: 'Semanas de una a la siguiente', months: 'Meses de una a la siguiente' },
    weekdays: 'Días',
    end: 'Termina',
    ends: { never: 'Todavía no', count: 'Tras un número de fechas', until: 'Un día concreto' },
    count: 'Fechas en total, incluida esta',
    until: 'Último día',
    announces: 'Publicar cada fecha en cuanto se cree',
    announcesHelp: 'Si no, cada fecha es un borrador que publicas tú.',
    dates: 'Las próximas fechas',
    datesHelp:
      'Las fechas pasan a ser eventos con ocho semanas de antelación. Desmarca las que quieras quitar.',
    noDates: 'Después de esta no hay ninguna fecha.',
    notes: {
      'skipped-hour': (minute: string) =>
        `Esa noche se adelantan los relojes, así que empieza a las ${minute}.`,
      'repeated-hour': 'Esa noche se atrasan los relojes. Empieza la primera vez que marcan esta hora.',
      'new-year': 'Año Nuevo',
      christmas: 'Navidad',
      'new-years-eve': 'Nochevieja',
    },
    other: (title: string) => `Ese día tienes «${title}».`,
    submit: 'Repetirlo',
    keep: 'Ahora no',
  },
  apply: {
    title: 'Usar esto en todas las fechas siguientes',
    text: 'Lo que está marcado pasa a ser igual en todas las fechas siguientes y en las que se creen después. A los asistentes no se les avisa automáticamente.',
    parts: 'Qué usar',
    changes: (count: number) =>
      count === 1 ? 'Cambiará 1 fecha' : `Cambiarán ${number.format(count)} fechas`,
    none: 'Todavía no se ha creado ninguna fecha siguiente. Vale para las que se creen.',
    keeps: (parts: string) => `Conserva lo suyo: ${parts}`,
    guests: (count: number) => counted(count, 'asistente', 'asistentes'),
    submit: 'Usarlo',
    keep: 'Dejarlas como están',
    done: (count: number) =>
      count === 1 ? 'Se ha cambiado 1 fecha.' : `Se han cambiado ${number.format(count)} fechas.`,
    kept: 'Estas conservan lo que se cambió en ellas a mano:',
  },
  page: {
    back: 'Todas las series',
    dates: 'Fechas',
    past: 'Fechas pasadas',
    later: 'Más adelante',
    laterText: 'Pasan a ser eventos con ocho semanas de antelación.',
    leaveOut: 'Quitar',
    putBack: 'Volver a poner',
    leftOut: 'Quitada',
    leaveOutNamed: (day: string) => `Quitar la fecha del ${day}`,
    putBackNamed: (day: string) => `Volver a poner la fecha del ${day}`,
    differs: (parts: string) => `Distinto: ${parts}`,
    guests: (count: number) => counted(count, 'asistente', 'asistentes'),
    announces: 'Cada fecha se publica en cuanto se crea.',
    drafts: 'Cada fecha se crea como borrador.',
    publicPage: 'Página para asistentes',
    end: 'Terminar esta serie',
  },
  end: {
    title: 'Terminar esta serie',
    from: 'Ninguna fecha a partir de este día',
    text: 'Las fechas a las que nadie ha respondido se cancelan. Las que tienen asistentes se quedan; cancélalas una por una, para que cada una tenga su motivo.',
    submit: 'Terminar la serie',
    keep: 'Conservarla',
    done: (count: number) =>
      count === 1
        ? 'La serie ha terminado; se ha cancelado 1 fecha.'
        : `La serie ha terminado; se han cancelado ${number.format(count)} fechas.`,
    kept: 'Estas tienen asistentes y se quedan:',
  },
  list: {
    next: (day: string) => `La próxima, el ${day}`,
    noNext: 'Ninguna fecha por delante',
    dates: (count: number) => counted(count, 'fecha', 'fechas'),
  },
};
