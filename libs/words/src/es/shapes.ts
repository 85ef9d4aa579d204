import type { shapes as english, statuses as statusesEnglish } from '../en/shapes.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('es-ES');

export const shapes: InOtherWords<typeof english> = {
  answers: 'Estas respuestas no se pueden leer.',
  text: 'Esto tiene que ser texto.',
  needed: 'Rellena esto, por favor.',
  tooLong: (max: number) => `Aquí caben ${number.format(max)} caracteres como máximo.`,
  eachTooLong: (max: number) => `En cada uno caben ${number.format(max)} caracteres como máximo.`,
  oneLine: 'Escríbelo en una sola línea, por favor.',
  wholeNumber: (min: number, max: number) =>
    `Escribe un número entero del ${number.format(min)} al ${number.format(max)}, por favor.`,
  oneOf: (choices: readonly string[]) => `Elige una de estas opciones, por favor: ${choices.join(', ')}.`,
  yesNo: 'Esto es sí o no.',
  id: 'Este identificador no corresponde a nada.',
  localTime: 'Escribe una fecha y una hora, por favor, como 2026-10-19T18:00.',
  moment: 'Escribe un momento en UTC, por favor, como 2026-10-19T18:04:05.678Z.',
  day: 'Escribe un día, por favor, como 2027-01-15.',
  timeZone: 'Elige una zona horaria de la lista, por favor, como America/Los_Angeles.',
  list: 'Esto tiene que ser una lista.',
  tooMany: (max: number) => `Aquí caben ${number.format(max)} como máximo.`,
  object: 'Esto no tiene la forma que esperamos.',
  colour: 'Escribe un color, por favor, como #0f766e.',
  optionsNeeded: 'Da al menos 2 opciones entre las que elegir, por favor.',
  optionsUnasked: 'Solo una pregunta en la que se elige tiene opciones.',
  optionTwice: 'Esta opción aparece aquí dos veces.',
  questionTwice: 'Esta pregunta aparece aquí dos veces.',
  eachNeeded: 'Rellena cada uno, por favor.',
  pasted: (max: number) => `Pega direcciones, por favor, con ${number.format(max)} caracteres como máximo.`,
  unknownField: 'Aquí no existe ese campo.',
};

export const statuses: InOtherWords<typeof statusesEnglish> = {
  400: 'Petición incorrecta',
  401: 'Hay que iniciar sesión',
  403: 'No permitido',
  404: 'No encontrado',
  409: 'Conflicto',
  410: 'Ya no existe',
  413: 'Demasiado grande',
  415: 'Tipo no admitido',
  422: 'Necesita otro vistazo',
  429: 'Demasiadas peticiones',
  500: 'Algo ha fallado',
  503: 'No disponible',
};
