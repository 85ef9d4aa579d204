import type {
  insightsActivity as activityEnglish,
  insightsApp as appEnglish,
  insightWords as wordsEnglish,
} from '../en/insights.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const listed = new Intl.ListFormat('es-ES');

const names = {
  rsvps: 'Inscripciones',
  load: 'Preguntas a quien más se preguntó',
  ratios: {
    showed: 'Vinieron',
    unknown: 'No se conocían',
    coverage: 'Con una presentación',
    answered: 'Preguntas respondidas',
    mutual: 'Presentadas',
    talked: 'Hablaron antes del día 14',
    met: 'Se vieron antes de la semana 6',
    working: 'Trabajan juntas antes del mes 12',
  },
  formats: {
    panel: 'Veladas con panel',
    mixer: 'Veladas con mixer',
    'critique-session': 'Veladas con sesión de crítica',
    none: 'Otras veladas',
  },
  fewer: 'menos de 5',
  hidden: 'no se muestra',
  nothing: { yet: 'nada todavía', final: 'ninguna' },
};

const marked = {
  talked: 'hablaste con',
  met: 'te viste con',
  'working together': 'trabajas con',
};

export const insightWords: InOtherWords<typeof wordsEnglish> = {
  ...names,
  file: {
    what: 'Qué',
    evening: 'Velada',
    day: 'Día',
    count: 'Número',
    of: 'De',
    percent: 'Porcentaje',
    counted: 'Contado',
    now: 'a día de hoy',
    upTo: (day: string) => `hasta el final del ${day}`,
    from: (day: string) => `desde el ${day}`,
    all: 'En total',
  },
  mine: {
    title: 'Qué salió de ahí para ti',
    evenings: (evenings: number, hours: string) =>
      `Pasaste ${hours} en ${counted(evenings, 'velada', 'veladas')}.`,
    hours: (hours: number) => counted(hours, 'hora', 'horas'),
    people: (talkedTo: number, newPeople: number) =>
      `Según tu propia cuenta, allí hablaste con ${counted(talkedTo, 'persona', 'personas')}; no conocías a ${number.format(newPeople)} de ellas.`,
    introduced: (people: number) => `Te presentamos a ${counted(people, 'persona', 'personas')}.`,
    marked: (marks: readonly { mark: keyof typeof marked; count: number }[]) =>
      marks.length === 0
        ? 'Todavía no has dicho qué salió de ahí.'
        : `Según lo que has dicho desde entonces, ${listed.format(
            marks.map(({ mark, count }) => `${marked[mark]} ${counted(count, 'persona', 'personas')}`),
          )}.`,
    private: 'Solo tú ves esto.',
  },
};

export const insightsApp: InOtherWords<typeof appEnglish> = {
  ...names,
  title: 'Qué salió de ahí',
  text: 'De la sala al trabajo: quién vino, a quién se presentó y qué creció de ello.',
  counted: {
    room: (day: string, place: string) =>
      `Las inscripciones y quién vino: a día de hoy, según la lista de asistentes. Lo demás: hasta el final del ${day}, hora de ${place}.`,
    midnight: (day: string, place: string) =>
      `Hasta el final del ${day}, hora de ${place}. Solo cambia a medianoche, para que ningún número delate cuándo respondió alguien.`,
  },
  notOver: 'Aquí aparecerá lo que salga de ahí',
  notOverText:
    'Los primeros números llegan al día siguiente de la velada: quién vino y cuántas de esas personas tienen una presentación. Lo que hagan con sus presentaciones se va viendo a lo largo del año.',
  cancelled: 'Este evento se canceló, así que no salió nada de él.',
  none: 'Aquí aparecerá lo que salga de tus veladas',
  noneText: 'Los primeros números llegan al día siguiente de tu primera velada.',
  toEvents: 'Ver los eventos',
  download: 'Descargar como CSV',
  small:
    'Los grupos de menos de 5 personas no se muestran, ni tampoco un número que delatara alguno. Lo que dicen las personas se cuenta de cinco en cinco: el primer número llega cuando han respondido diez, o cuando han terminado diez parejas.',
  from: (day: string) => `desde el ${day}`,
  first: {
    room: 'Todavía no hay nada que contar de la velada: en su lista de asistentes no consta que viniera nadie.',
    introductions:
      'Todavía no ha terminado nada. Aquí leerás cuántas preguntas se respondieron y cuántas de las parejas a las que se preguntó se presentaron.',
    months:
      'Todavía no hay ningún número. Aquí leerás cuántas de las parejas presentadas hablaron antes del día 14, se vieron antes de la semana 6 y trabajan juntas antes del mes 12; cada cosa se cuenta cuando ha habido tiempo para decirla.',
    on: (day: string) => `Los primeros números llegan el ${day}.`,
    none: {
      room: 'No venía nadie.',
      introductions: 'No se preguntó a nadie.',
      months: 'No se presentó a ninguna pareja.',
    },
  },
  together:
    'De lo que dicen las personas, una velada cuenta aquí cuando ya no se le puede añadir nada, dos meses después como pronto.',
  columns: { what: 'Qué', number: 'Número', share: 'Porcentaje' },
  of: (all: string) => `de ${all}`,
  numberOf: (count: string, of: string) => `${count} de ${of}`,
  percent: (share: number) => `${String(Math.round(share * 100))} %`,
  meaning: {
    showed: 'de quienes venían, a día de hoy',
    unknown: 'de las personas con las que hablaron los asistentes, según su propia cuenta',
    coverage: 'de quienes vinieron y quieren presentaciones',
    answered: 'de las preguntas terminadas en que se preguntó a ambas personas a la vez',
    mutual: 'de las parejas a las que se preguntó',
    talked: 'de las parejas presentadas hace cuatro semanas o más',
    met: 'de las parejas presentadas hace ocho semanas o más',
    working: 'de las parejas presentadas hace más de un año, según dicen ambas personas',
  },
  sections: {
    room: 'La velada',
    introductions: 'Las presentaciones',
    months: 'Los meses siguientes',
    chance: 'Las sugerencias frente al azar',
    evenings: 'Velada a velada',
    formats: 'Por formato',
    all: 'Todas las veladas juntas',
  },
  chance: {
    text: 'Una de cada cinco sugerencias se saca al azar. Si las demás no fueran mejores, buscar quién encaja no valdría nada.',
    verdicts: {
      'too-early': 'Ninguna pareja ha terminado todavía, así que no se puede decir nada.',
      'too-few':
        'Hay menos de 5 parejas terminadas de una de las clases, así que todavía no se puede decir nada.',
      better:
        'Las sugerencias llevan a una presentación más a menudo que las parejas sacadas al azar, más de lo que explica la suerte.',
      'not-better-yet':
        'Las sugerencias no son todavía mejores que el azar: la diferencia podría ser suerte.',
      worse:
        'Las parejas sacadas al azar llevan a una presentación más a menudo que las sugerencias, más de lo que explica la suerte.',
    },
    on: (day: string) => `Desde el ${day} habrá cinco de cada clase.`,
    suggested: 'Sugeridas',
    wildcard: 'Sacadas al azar',
    difference: 'Diferencia',
    likely: 'Probablemente entre',
    between: (low: string, high: string) => `${low} y ${high}`,
    points: (value: number) => {
      const points = Math.round(Math.abs(value) * 100);
      return `${points > 0 ? (value < 0 ? '−' : '+') : ''}${counted(points, 'punto', 'puntos')}`;
    },
    chart: (suggested: string, wildcard: string) =>
      `Presentadas: ${suggested} de las sugeridas, ${wildcard} de las parejas sacadas al azar.`,
  },
  over: {
    evening: 'Velada',
    choose: 'Mostrar',
    chart: (what: string, evenings: number) =>
      `${what}: ${counted(evenings, 'velada', 'veladas')}, de la más antigua a la más reciente, como dice la tabla.`,
    nothing: 'Ninguna velada tiene todavía un número que mostrar aquí.',
    evenings: (count: number) => counted(count, 'velada', 'veladas'),
    scroll: 'Números de cada velada',
  },
};

export const insightsActivity: InOtherWords<typeof activityEnglish> = {
  'insights.exported': 'descargó lo que salió de las veladas',
};
