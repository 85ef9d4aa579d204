import type { mine as english } from '../en/mine.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('es-ES');
const people = (count: number): string => number.format(count);

export const mine: InOtherWords<typeof english> = {
  title: 'Tus veladas',
  none: 'Aquí encontrarás las veladas para las que pediste plaza.',
  signOut: 'Salir',
  signedInAs: (email: string) => `Has entrado como ${email}.`,
  app: 'Abrir la aplicación para organizar',
  next: 'Próximas',
  past: 'Pasadas',
  status: 'Tu inscripción',
  statuses: {
    held: 'Aún sin confirmar',
    pending: 'Pendiente de respuesta',
    confirmed: 'Tienes plaza',
    waitlisted: 'Estás en la lista de espera',
    offered: 'Se te ofrece una plaza',
    declined: 'No se te pudo dar plaza',
    cancelled: 'No vas',
  },
  statusText: {
    held: 'Abre el enlace de tu correo y pulsa allí el botón.',
    pending:
      'Quien organiza responde a cada solicitud. Te escribimos por correo; hasta entonces no tienes que hacer nada.',
    confirmed: 'Tu plaza está confirmada. Nos vemos allí.',
    confirmedParty: (count: number) =>
      `Hay ${people(count)} plazas confirmadas, la tuya entre ellas. Nos vemos allí.`,
    declined: 'Lo sentimos. Si crees que es un error, escribe a quien organiza.',
    cancelled:
      'Tu plaza queda libre para otra persona. Puedes volver desde la página del evento, al final de la lista.',
    cancelledByHost: 'Quien organiza canceló tu inscripción.',
    notConfirmed:
      'Tu plaza se guardó durante 30 minutos. Con el enlace de tu correo todavía puedes pedir otra.',
    offerLapsed:
      'La oferta caducó y la plaza fue para quien iba detrás de ti. Puedes volver desde la página del evento, al final de la lista.',
  },
  note: (organization: string) => `${organization} te escribió:`,
  eventCancelled: 'Este evento está cancelado',
  over: 'Esta velada ya pasó.',
  went: 'Gracias por venir.',
  place: (place: number) =>
    place === 1
      ? 'Te toca la próxima plaza. Te escribimos en cuanto haya una.'
      : `Tienes el número ${people(place)} de la lista. Te escribimos en cuanto haya una plaza.`,
  partyWaits: (count: number) =>
    `Esperáis ${people(count)} plazas juntas. Un grupo que no cabe conserva su lugar, y otro más pequeño que va detrás puede entrar antes.`,
  waitlistClosed: 'La lista de espera está cerrada por ahora: conservas tu lugar y nadie avanza.',
  offerUntil: (time: string) =>
    `Es tuya si la aceptas a tiempo. Plazo: ${time}. Después pasa a quien va detrás en la lista.`,
  offerParty: (count: number) =>
    count === 2 ? 'Es para las dos personas.' : `Es para las ${people(count)} personas.`,
  claim: 'Aceptar la plaza',
  refuse: 'No, gracias',
  saved: {
    answers: 'Tus respuestas están guardadas.',
    guests: 'Tus acompañantes están guardados.',
    consents: 'Guardado. Cuenta desde ahora.',
    profile: 'Guardado. Cuenta desde ahora.',
  },
  party: 'Venís',
  you: 'tú',
  partyOf: (count: number, names: string) => `${people(count)} personas: ${names}`,
  privatePlace: 'El lugar exacto',
  as: 'Nombre',
  ticket: {
    title: 'Tu entrada',
    lead: 'Enséñala en la puerta, en la pantalla o en papel.',
    alt: 'Código QR de tu entrada',
    code: 'Si no se puede leer, di esto:',
  },
  answers: {
    title: 'Tus respuestas para quien organiza',
    until: (time: string) => `Puedes cambiarlas hasta: ${time}. Solo las ven los anfitriones.`,
    closed: 'Ya no se pueden cambiar aquí. Solo las ven los anfitriones.',
    yes: 'Sí',
    save: 'Guardar mis respuestas',
  },
  guests: {
    title: 'Tus acompañantes',
    leadSeated:
      'Menos siempre se puede. Para más hacen falta plazas libres, sin nadie que las esté esperando.',
    leadWaiting: 'Esperáis en grupo; con más personas, la espera puede ser más larga.',
    save: 'Guardar mis acompañantes',
  },
  consents: {
    title: 'Las presentaciones y tu nombre',
    save: 'Guardar',
  },
  seen: {
    title: 'Qué ven otras personas',
    host: 'Los anfitriones: tu nombre, tu dirección, cómo está tu inscripción, tus acompañantes y tus respuestas.',
    profile:
      'Los anfitriones, una vez que has venido: lo que cuentas de ti, porque dijiste que sí a las presentaciones.',
    profileUnseen: 'Lo que cuentas de ti: nadie, mientras no hayas dicho que sí a las presentaciones.',
    named: 'Otras personas que vienen a esta velada: tu nombre y nada más.',
    described:
      'Otras personas que vinieron a esta velada: tu nombre, a qué te dedicas y en qué estás trabajando, y nada más.',
    asked:
      'Alguien a quien preguntamos por ti: por qué podríais encajar, y a qué te dedicas. Tu nombre, solo si lo permites.',
    unnamed: 'Otras personas que vienen a esta velada: nada, ni siquiera que estás.',
    address: 'Tu dirección: nadie más que los anfitriones. Nunca se muestra a otros asistentes.',
    introductions:
      'Alguien a quien te presentamos: tu nombre y cómo contactar contigo, solo cuando las dos personas han dicho que sí.',
    rounds:
      'Si traes o escuchas una obra: las personas de tus rondas ven tu nombre y, donde los nombres se reservan, solo al final.',
    crew: 'En la puerta: tu nombre y cuántas personas sois.',
  },
  cancelTitle: '¿No puedes venir?',
  cancelLead: 'Tu plaza es para quien lleva más tiempo esperando.',
  cancelLeadWaiting: 'Dejas la lista. Si vuelves más tarde, empiezas por el final.',
  cancelLeadPending: 'Quien organiza ya no verá tu solicitud.',
  cancel: 'Cancelar mi inscripción',
  event: 'Ver el evento',
  introductions: 'Personas a las que te hemos presentado',
  introduced: (title: string, day: string) => `Después de «${title}», el ${day}.`,
  allIntroductions: 'Tus presentaciones',
  questionsWait: (count: number) =>
    count === 1
      ? 'Tienes una pregunta sobre una presentación'
      : `Tienes ${people(count)} preguntas sobre presentaciones`,
};
