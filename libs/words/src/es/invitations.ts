import type { invitationsApp as appEnglish, invitedWords as invitedEnglish } from '../en/invitations.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const invitedWords: InOtherWords<typeof invitedEnglish> = {
  eyebrow: 'Una invitación para ti',
  by: (organization: string) => `${organization} te invita.`,
  byFrom: (name: string, organization: string) => `${name}, de ${organization}, te invita.`,
  sentTo: (email: string) => `La invitación se envió a ${email}, y aquí te apuntas con esa dirección.`,
  more: 'Más sobre el evento',
  yesTitle: 'Voy',
  yesLead: 'Mientras haya sitio, entras en la lista al momento; no hay que confirmar nada.',
  yesLeadFull:
    'Ahora mismo todas las plazas están ocupadas, así que pasas a la lista de espera; no hay que confirmar nada.',
  yes: 'Sí, voy',
  yesFull: 'Entrar en la lista de espera',
  fullTitle: 'Todas las plazas están ocupadas',
  full: 'La lista de espera también está cerrada. Vuelve a esta página: acepta tu respuesta en cuanto haya sitio.',
  noTitle: '¿Esta vez no?',
  no: 'No, gracias',
  saidNoTitle: 'Dijiste que no, gracias',
  saidNo:
    'Quien organiza lo sabe, y no volvemos a preguntar. Si cambias de opinión, responde abajo mientras el evento esté abierto.',
  aheadTitle: 'Pronto podrás responder',
  ahead: (moment: string) => `La inscripción se abre el ${moment}. Vuelve entonces a esta página.`,
  answeredTitle: 'Ya tienes una inscripción para este evento',
  answered: 'En tu página ves cómo está, y allí puedes cambiarla o cancelarla.',
  toRsvp: 'Ver mi inscripción',
  refusedTitle: 'No es posible ofrecerte una plaza',
  refused: 'Escribe a quien organiza si crees que es un error.',
  over: {
    revoked: {
      title: 'Esta invitación ya no es válida',
      text: 'Quien organiza la ha retirado. La página del evento dice si puedes venir sin ella.',
    },
    'event-cancelled': {
      title: 'Este evento se ha cancelado',
      text: 'No tienes que hacer nada.',
    },
    closed: {
      title: 'La inscripción está cerrada',
      text: 'El plazo para responder a esta invitación ha terminado.',
    },
  },
  others: (organization: string) => `Lo próximo de ${organization}`,
};

export const invitationsApp: InOtherWords<typeof appEnglish> = {
  title: 'Invitaciones',
  lead: 'Quien tiene una invitación no necesita aprobación y también puede venir a un evento al que solo se viene por invitación. Una invitación no reserva plaza.',
  paste: 'Direcciones para invitar',
  pasteHelp:
    'Una por línea o separadas por comas; también vale la columna de una hoja o «Nombre <dirección>». Como mucho 500 a la vez.',
  count: (addresses: number) =>
    addresses === 0 ? 'Ninguna dirección todavía' : counted(addresses, 'dirección', 'direcciones'),
  tooMany: (most: number) => `Como mucho ${number.format(most)} a la vez.`,
  send: (addresses: number) =>
    addresses === 0 ? 'Invitar' : `Invitar a ${counted(addresses, 'persona', 'personas')}`,
  result: {
    title: 'Qué ha pasado con las direcciones',
    invited: (count: number) => `${counted(count, 'invitación', 'invitaciones')} en camino.`,
    none: 'No se ha invitado a nadie más.',
    others: (count: number) =>
      count === 1
        ? 'Una dirección se quedó como estaba:'
        : `${number.format(count)} direcciones se quedaron como estaban:`,
    close: 'Cerrar',
  },
  outcomes: {
    invited: 'recibe una invitación',
    'already-going': 'ya viene',
    'already-waiting': 'ya está en la lista de espera; una invitación no cambiaría su puesto',
    'already-asked': 'espera tu respuesta: apruébala en la lista de asistentes',
    'already-invited': 'ya tenía una invitación',
    'said-no': 'dijo que no, gracias, y no se le vuelve a preguntar',
    declined: 'aquí se rechazó: apruébala en la lista de asistentes',
    barred: 'tiene la entrada vetada por tu organización',
    'too-often':
      'recibió un correo en los últimos tres días, o en esta hora han salido demasiados: inténtalo más tarde',
    unusable: 'no es una dirección a la que podamos escribir',
  },
  summary: (open: number, accepted: number, declined: number) =>
    `Sin respuesta todavía: ${number.format(open)}. Dijeron que sí: ${number.format(accepted)}. Dijeron que no: ${number.format(declined)}.`,
  remind: (count: number) => `Recordar a ${counted(count, 'persona', 'personas')}`,
  remindHelp: 'A quienes llevan tres días sin responder, como mucho dos veces a cada persona.',
  nobodyToRemind:
    'A nadie le toca un recordatorio: hacen falta tres días sin respuesta, y dos son el máximo.',
  reminded: (count: number) => `${counted(count, 'recordatorio', 'recordatorios')} en camino.`,
  remindedLater: (count: number, later: number) =>
    `${counted(count, 'recordatorio', 'recordatorios')} en camino; ${later === 1 ? '1 más puede salir' : `${number.format(later)} más pueden salir`} dentro de una hora.`,
  willRemind: (count: number) =>
    `${counted(count, 'persona recibe', 'personas reciben')} un recordatorio en un momento.`,
  columns: {
    caption: 'Personas invitadas que aún no se han apuntado',
    address: 'Dirección',
    state: 'Estado',
    actions: 'Acciones',
  },
  states: { invited: 'Invitación enviada', reminded: 'Recordatorio enviado', declined: 'Dijo que no' },
  since: {
    invited: (day: string) => `el ${day}`,
    reminded: (day: string) => `el último, el ${day}`,
    declined: (day: string) => `invitación del ${day}`,
  },
  revoke: 'Retirar',
  revokeName: (email: string) => `Retirar la invitación de ${email}`,
  leaving: 'Se está retirando',
  willRevoke: (email: string) => `La invitación de ${email} se va a retirar.`,
  more: 'Mostrar más',
  empty: {
    draft: {
      title: 'Todavía no se ha invitado a nadie',
      text: 'Publica antes el evento: una invitación lleva a su página.',
    },
    published: {
      title: 'No queda nadie por responder',
      text: 'Pega direcciones arriba, y cada una recibe un correo con un enlace para responder.',
    },
    cancelled: {
      title: 'Este evento se ha cancelado',
      text: 'Ya no se puede invitar a nadie.',
    },
  },
};
