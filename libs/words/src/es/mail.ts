import type { mailWords as english, mailboxWords as mailboxEnglish } from '../en/mail.ts';
import type { InOtherWords } from '../speech.ts';
import { circleMails } from './circles.ts';
import { critiqueMail, critiqueMailKinds } from './critique-mails.ts';
import { digestMail } from './digest-mail.ts';
import { messageMailKinds } from './messages.ts';
import { monthsMail, monthsMailKinds } from './months-mail.ts';
import { morningMail } from './mornings.ts';
import { panelistMail, panelistMailKinds } from './panelist-mails.ts';

export const mailWords: InOtherWords<typeof english> = {
  circles: circleMails,
  critique: critiqueMail,
  digest: digestMail,
  product: 'Acquaint',
  hello: (name: string) => `Hola, ${name}:`,
  helloUnnamed: 'Hola:',
  from: (organization: string) => `De parte de ${organization}.`,
  stop: {
    introductions: 'Pausar o detener presentaciones',
    events: 'No recibir correos de eventos',
    'follow-ups': 'No recibir más preguntas de cómo va',
    mornings: 'No recibir preguntas la mañana siguiente',
    circles: 'No recibir correos de círculos',
    digests: 'No recibir avisos de sugerencias',
    reminders: 'No recibir recordatorios de eventos',
    announcements: 'No recibir anuncios',
  },
  labels: {
    when: 'Cuándo',
    where: 'Dónde',
    address: 'Dirección',
    host: 'Anfitrión/a',
    reason: 'Motivo',
    note: 'De los anfitriones',
    until: 'Hasta',
    answerFrom: 'Puedes responder desde',
  },
  time: (day: string, from: string, to: string, place: string, zone: string) =>
    `${day}, de ${from} a ${to}, hora de ${place} (${zone})`,
  timeOverDays: (day: string, from: string, endDay: string, to: string, place: string, zone: string) =>
    `${day}, ${from}, a ${endDay}, ${to}, hora de ${place} (${zone})`,
  moment: (day: string, clock: string, place: string, zone: string) =>
    `${day}, ${clock}, hora de ${place} (${zone})`,
  ticket: {
    title: 'Tu entrada',
    lead: 'En la puerta, enseña el código QR de este correo o di este código. Ninguna de las dos cosas necesita red.',
    alt: 'Código QR de tu entrada',
  },
  joinOnPage: 'Cómo unirte está en tu página.',
  lookAtRsvp: 'Ver tu inscripción',
  cannotMakeIt: '¿No puedes venir? Allí también puedes cancelar; así tu plaza queda libre para otra persona.',

  signIn: {
    subject: (code: string) => `${code} es tu código para entrar`,
    lead: 'Pulsa el botón en el navegador en el que pediste entrar, o escribe allí este código:',
    action: 'Entrar',
    until: (minutes: number) =>
      `Los dos sirven durante ${minutes} minutos y una sola vez. Si no lo pediste, ignora este correo: no pasa nada.`,
  },

  rsvpConfirm: {
    subject: (title: string) => `Confirma tu inscripción: ${title}`,
    subjectAlready: (title: string) => `Tu inscripción: ${title}`,
    subjectRefused: (title: string) => `Sobre ${title}`,
    lead: {
      seat: 'Confirma, por favor, que esta dirección es tuya. Hasta entonces tu plaza solo está reservada.',
      place: 'Confirma, por favor, que esta dirección es tuya. Hasta entonces no hay nada decidido.',
      approval: 'Confirma, por favor, que esta dirección es tuya. Después responden los anfitriones.',
    },
    action: 'Confirmar mi inscripción',
    until:
      'La reserva dura 30 minutos. El botón sirve también después, si entonces hay sitio. Si no lo pediste, ignora este correo.',
    already: {
      confirmed: 'Ya tienes plaza en este evento, así que no hay nada que confirmar.',
      waitlisted: 'Ya estás en la lista de espera de este evento, así que no hay nada que confirmar.',
      pending: 'Tu inscripción ya espera la respuesta de los anfitriones.',
      offered: 'Ya se te ofrece una plaza. Es tuya si la aceptas a tiempo en tu página.',
    },
    refused: {
      'event-cancelled': 'Alguien pidió plaza con esta dirección, pero este evento está cancelado.',
      'registration-not-open':
        'Alguien pidió plaza con esta dirección, pero la inscripción a este evento aún no está abierta. Vuelve a pedirla cuando lo esté.',
      'registration-closed':
        'Alguien pidió plaza con esta dirección, pero la inscripción a este evento está cerrada.',
      'not-admitted':
        'Alguien pidió plaza con esta dirección, pero los anfitriones no pueden ofrecerla. Escríbeles si crees que es un error.',
      'invitation-needed':
        'Alguien pidió plaza con esta dirección, pero a este evento se va con invitación. Pide una a los anfitriones.',
      'audience-only':
        'Alguien pidió plaza con esta dirección, pero este evento es para el público propio de la organización. Pide a los anfitriones que te incluyan.',
    },
  },
  rsvpConfirmed: {
    subject: (title: string) => `Tienes plaza: ${title}`,
    lead: 'Tu plaza está confirmada.',
  },
  rsvpWaitlisted: {
    subject: (title: string) => `Estás en la lista de espera: ${title}`,
    lead: 'Este evento está completo, así que estás en la lista de espera. La plaza que se libera es para quien lleva más tiempo esperando, y escribimos en cuanto sea tuya.',
  },
  rsvpPromoted: {
    subject: (title: string) => `Una plaza para ti: ${title}`,
    lead: 'Se ha liberado una plaza y es tuya. Te esperamos.',
  },
  rsvpPending: {
    subject: (title: string) => `Tu solicitud: ${title}`,
    lead: 'Los anfitriones responden a cada solicitud para este evento. Ya tienen la tuya, y escribimos en cuanto hayan respondido. No tienes que hacer nada.',
  },
  rsvpOffered: {
    subject: (title: string) => `Te guardamos una plaza: ${title}`,
    lead: 'Se ha liberado una plaza y la guardamos para ti. Es tuya si la aceptas a tiempo en tu página; después pasa a la siguiente persona que espera.',
    action: 'Aceptar o rechazar la plaza',
  },
  rsvpOfferLapsed: {
    subject: (title: string) => `La plaza pasó a otra persona: ${title}`,
    lead: 'La plaza que te guardábamos no se aceptó a tiempo, así que pasó a la siguiente persona que esperaba, y ya no estás en la lista. Puedes volver a apuntarte, al final de ella, en la página del evento.',
  },
  rsvpOfferRevoked: {
    subject: (title: string) => `La lista de espera está cerrada: ${title}`,
    lead: 'Los anfitriones han cerrado la lista de espera, así que la plaza que te guardábamos no se da por ahora. Conservas tu puesto en la lista, y escribimos si alguna plaza pasa a ser tuya.',
  },
  rsvpDeclined: {
    subject: (title: string) => `Sobre tu solicitud: ${title}`,
    lead: 'Los anfitriones no pueden darte plaza en este evento.',
    others: 'Ver qué más hay previsto',
  },
  invitation: {
    subject: (title: string) => `Tienes una invitación: ${title}`,
    lead: (organization: string) => `${organization} te invita a este evento.`,
    leadFrom: (name: string, organization: string) => `${name}, de ${organization}, te invita a este evento.`,
    action: 'Responder a la invitación',
    how: 'La página pide tu nombre, y allí también puedes decir que no. Una invitación no guarda plaza, así que conviene responder pronto.',
  },
  invitationReminder: {
    subject: (title: string) => `Aún abierta: tu invitación a ${title}`,
    lead: (organization: string) =>
      `${organization} te ha invitado a este evento y quisiera saber si vienes.`,
  },
  rsvpCancelled: {
    subject: (title: string) => `Inscripción cancelada: ${title}`,
    byPerson:
      'Tu inscripción está cancelada, y tu plaza queda libre para otra persona. Puedes volver a apuntarte en la página del evento.',
    byHost: 'Los anfitriones han cancelado tu inscripción.',
    eventPage: 'Ver el evento',
  },
  eventCancelled: {
    subject: (title: string) => `Cancelado: ${title}`,
    lead: 'Este evento está cancelado. No tienes que hacer nada.',
    leadInvited: (organization: string) =>
      `${organization} te había invitado a este evento. Está cancelado, y no tienes que hacer nada.`,
  },
  memberAdded: {
    subject: (organization: string) => `Te damos la bienvenida a ${organization}`,
    lead: (organization: string, role: string) =>
      `Ya puedes ayudar a llevar ${organization} en Acquaint. Tu función: ${role}.`,
    roles: { owner: 'propietario/a', editor: 'editor/a', host: 'anfitrión/a', door: 'puerta' },
    action: 'Abrir la aplicación de organización',
    hint: 'Entras con esta dirección; no hay contraseña.',
  },

  mailTest: {
    subject: 'Una prueba de tu Acquaint',
    lead: 'Este es el correo que pediste para ver si el correo sale. Ha seguido el camino de cualquier otro: la cola, el proceso de envío y el servidor de correo.',
    reached:
      'Te ha llegado, así que el envío funciona. Mira si está entre el correo no deseado: en ese caso, conviene revisar los registros de tu dominio.',
    action: 'Ver cómo va el correo',
  },

  morning: morningMail,
  months: monthsMail,
  panelist: panelistMail,

  introduction: {
    ask: {
      subject: { one: '¿Te presentamos a alguien?', two: 'Dos personas que podrías conocer' },
      lead: (title: string) => `Viniste a ${title} y aceptaste presentaciones.`,
      somebody: 'Alguien que estuvo allí',
      craft: (who: string, crafts: string) => `${who} (${crafts})`,
      step: {
        mail: 'El paso más pequeño: un correo breve.',
        call: 'El paso más pequeño: una llamada de 15 minutos.',
        hello: 'El paso más pequeño: un saludo en el próximo evento.',
        coffee: 'El paso más pequeño: un café.',
      },
      yes: 'Sí, presentadnos',
      no: 'Esta vez no',
      close: (day: string) =>
        `Solo volvemos a escribir si conviene a ambas partes; a menudo no, por motivos como el tiempo. Puedes responder hasta el ${day}.`,
    },
    test: {
      subject: (subject: string) => `Prueba: ${subject}`,
      lead: (name: string) =>
        `Esto es una prueba que te has enviado. ${name} recibe lo que sigue cuando esté aprobado y llegue su día. Los enlaces de aquí no llevan a ningún sitio.`,
    },
    reminder: {
      subject: 'Aún abierta: tu presentación',
      lead: (title: string) => `De ${title}, aún sin respuesta:`,
    },
    made: {
      subject: (one: string, other: string) => `${one} y ${other}, os presentamos`,
      lead: (one: string, other: string) => `${one} y ${other}: ambas partes dijisteis que sí.`,
      reason: (name: string) => `Para ${name}`,
      help: (name: string, offers: string) => `${name} puede ayudar con ${offers}.`,
      contact: (name: string) => `Contacto de ${name}`,
      first: (name: string) => `${name} escribe primero.`,
      step: {
        mail: 'Basta con un correo breve.',
        call: 'Basta con una llamada de 15 minutos.',
        hello: 'Basta con saludaros en el próximo evento.',
        coffee: 'Basta con un café.',
      },
      close: 'Aquí os dejamos.',
    },
  },
};

export const mailboxWords: InOtherWords<typeof mailboxEnglish> = {
  title: 'Buzón',
  lead: 'Todos los correos de esta demostración, los más nuevos primero, tal como los vería quien los recibe.',
  of: (address: string) => `Correo para ${address}`,
  all: 'Todo el correo',
  empty: 'Todavía no hay correo. Apúntate a un evento o aprueba una presentación, y llegará aquí.',
  facts: { to: 'Para', when: 'Cuándo', state: 'Estado' },
  older: 'Correo anterior',
  unwritten: (kind: string) => `${kind}, sin escribir`,
  kinds: {
    'sign-in': 'Un acceso',
    'rsvp-confirm': 'Una inscripción por confirmar',
    'rsvp-confirmed': 'Una plaza confirmada',
    'rsvp-waitlisted': 'Un puesto en la lista de espera',
    'rsvp-promoted': 'Una plaza que se liberó',
    'rsvp-pending': 'Una solicitud que espera a los anfitriones',
    'rsvp-offered': 'Una plaza que se ofrece',
    'rsvp-offer-lapsed': 'Una oferta que caducó',
    'rsvp-offer-revoked': 'Una oferta que se retiró',
    'rsvp-on-panel': 'Una plaza que pasó a ser un lugar en un panel',
    'rsvp-declined': 'Una solicitud rechazada',
    'rsvp-cancelled': 'Una inscripción cancelada',
    invitation: 'Una invitación',
    'invitation-reminder': 'Un recordatorio de una invitación',
    'invited-event-cancelled': 'Un evento cancelado, a alguien con invitación',
    'event-cancelled': 'Un evento cancelado',
    'member-added': 'Una bienvenida al equipo',
    'mail-test': 'Una prueba de envío',
    'morning-after': 'Una pregunta de la mañana siguiente',
    'introduction-digest': 'Aviso de sugerencias, a un anfitrión',
    'introduction-ask': 'Una pregunta sobre una presentación',
    'introduction-test': 'Una prueba de una pregunta, a quien la envía',
    'introduction-reminder': 'Un recordatorio de una pregunta',
    introduction: 'Una presentación',
    ...monthsMailKinds,
    'circle-ask': 'Una pregunta sobre un círculo',
    'circle-opened': 'Un círculo que empieza',
    'circle-meeting': 'Una fecha de un círculo',
    'circle-useful': 'Una pregunta de si un círculo sirve',
    'circle-ended': 'Un círculo que ha terminado',
    ...critiqueMailKinds,
    ...messageMailKinds,
    ...panelistMailKinds,
  },
  back: 'Volver al buzón',
  asRead: 'Tal como se lee',
  asText: 'La parte de texto',
  headers: 'Cabeceras',
  noParts: 'Este correo no tiene palabras: aún no se ha escrito, se retuvo o tiene más de 30 días.',
  states: {
    queued: 'en espera',
    sending: 'enviándose',
    handed: 'entregado al servidor',
    sent: 'enviado',
    failed: 'fallido',
    suppressed: 'retenido',
    unsure: 'incierto',
  },
  outcomes: {
    'no-longer-true': 'ya no sería cierto',
    stopped: 'su destinatario se dio de baja de estos correos',
    erased: 'su destinatario ya no está',
    'suppressed-address': 'a esta dirección no se envía nada',
    'address-unusable': 'a esta dirección no se puede enviar nada',
    'in-doubt': 'el servidor de correo no llegó a responder',
    'not-prepared': 'no se pudo escribir',
    expired: 'su enlace ya no valía',
  },
  leaves: (when: string) => `sale: ${when}`,
  because: (state: string, why: string) => `${state} (${why})`,
  clock: {
    title: 'El reloj',
    now: (now: string) => `En Los Ángeles: ${now}.`,
    moving: (target: string) => `El tiempo avanza hasta: ${target}. Esta página se actualiza sola.`,
    why: 'Adelanta el tiempo: todo lo que vence por el camino ocurre, en orden.',
    next: (when: string) => `Al próximo momento en que algo vence: ${when}`,
    nothing: 'No vence nada.',
    hour: 'Una hora',
    morning: 'A la próxima mañana, a las 10:00',
    week: 'Siete días',
  },
};
