import type { eventQuestions as questionsEnglish, eventRules as rulesEnglish } from '../en/event-rules.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const eventRules: InOtherWords<typeof rulesEnglish> = {
  title: 'Quién puede venir y cuándo',
  registration: {
    label: 'Quién puede apuntarse',
    open: 'Cualquier persona',
    audience: 'Nuestro público',
    audienceHelp: 'Las personas de tu lista de público y las que invites.',
    invitation: 'Solo quien invitemos',
  },
  approval: 'Un anfitrión aprueba cada inscripción',
  approvalHelp: 'Salvo las de quienes has invitado. Quien espera respuesta no ocupa plaza.',
  opens: 'Apertura de inscripciones',
  opensHelp: 'Vacío: en cuanto se publica el evento.',
  closes: 'Cierre de inscripciones',
  closesHelp: 'Vacío: cuando termina el evento.',
  plusOnes: 'Acompañantes que puede traer cada persona',
  plusOnesHelp: 'Cada acompañante con su nombre; vienen o esperan en grupo.',
  answersUntil: 'Respuestas y acompañantes se pueden cambiar hasta',
  answersUntilHelp: 'Vacío: hasta que empieza el evento.',
  full: {
    label: 'Cuando no quedan plazas',
    automatic: 'Se espera, y entra la persona siguiente',
    automaticHelp: 'La plaza que queda libre es suya al momento.',
    offer: 'Se espera, y la plaza se ofrece a la persona siguiente',
    offerHelp: 'Se le guarda hasta que responda o se acabe el plazo.',
    closed: 'No hay espera',
    closedHelp:
      'No se admiten inscripciones. Se retiran las ofertas que nadie ha respondido aún; cada persona conserva su puesto.',
  },
  offerHours: 'Horas para responder a una oferta',
  offerHoursHelp: 'Nunca más allá del comienzo.',
  summary: {
    registration: {
      open: 'Abierto a cualquier persona',
      audience: 'Para tu público',
      invitation: 'Por invitación',
    },
    approval: 'un anfitrión aprueba cada inscripción',
    noApproval: 'sin aprobación',
    opens: (at: string) => `se abre el ${at}`,
    closes: (at: string) => `se cierra el ${at}`,
    plusOnes: (most: number) =>
      most === 1 ? '1 acompañante por persona' : `hasta ${number.format(most)} acompañantes por persona`,
    automatic: 'la lista de espera avanza sola',
    offer: (hours: number) => `las plazas libres se ofrecen durante ${counted(hours, 'hora', 'horas')}`,
    closed: 'sin lista de espera',
  },
};

export const eventQuestions: InOtherWords<typeof questionsEnglish> = {
  title: 'Lo que preguntas',
  summary: (all: number, required: number) => {
    if (all === 0) return 'Sin preguntas';
    const needed = required === 0 ? '' : ` · ${counted(required, 'obligatoria', 'obligatorias')}`;
    return `${counted(all, 'pregunta', 'preguntas')}${needed}`;
  },
  help: 'Se responde al apuntarse. Solo los anfitriones leen las respuestas.',
  add: 'Añadir una pregunta',
  most: (count: number) => `No caben más de ${number.format(count)} preguntas.`,
  list: 'Preguntas, por orden',
  label: 'Pregunta',
  agreementLabel: 'Con qué se está de acuerdo',
  noLabel: 'Una pregunta nueva',
  kind: 'Tipo de respuesta',
  kinds: {
    short: 'Una línea de texto',
    long: 'Un texto más largo',
    choice: 'Una opción entre varias',
    several: 'Cualquiera de varias opciones',
    agreement: 'Acuerdo con una frase',
  },
  required: 'La respuesta es obligatoria',
  requiredShort: 'obligatoria',
  options: 'Opciones, una por línea',
  optionsHelp: (least: number, most: number) => `De ${number.format(least)} a ${number.format(most)}.`,
  up: (label: string) => `Subir: ${label}`,
  down: (label: string) => `Bajar: ${label}`,
  remove: (label: string) => `Quitar: ${label}`,
  moved: (label: string, at: number, of: number) =>
    `Ahora está en el puesto ${number.format(at)} de ${number.format(of)}: ${label}`,
  removed: (label: string) => `Se ha quitado: ${label}`,
  keys: 'Alt con ↑ o ↓ mueve la pregunta en la que estás.',
};
